"""Digital fluency: choosing tools, judging what is found, working safely and with care for others."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

DIGITAL_FLUENCY = Skill(
    key="digital-fluency",
    name="Digital fluency",
    icon="circuit",
    ground="#0b3d3a",
    ink="#a8f0d0",
    tags=("digital skills", "technology", "data"),
    behaviours=(
        Behaviour(
            "tools",
            "Choosing and learning tools",
            "Picks a tool for the task, learns what is needed, and finds help alone.",
        ),
        Behaviour(
            "judging",
            "Judging what is found",
            "Checks where digital information comes from before using or passing it on.",
        ),
        Behaviour(
            "safety",
            "Working safely and with care",
            "Protects accounts, data and people, and leaves files that others can use.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can match a tool to a task, recognise doubtful information, and name the
            everyday steps that protect data and people.
        """,
        task="""
            Go through the online scene “First day in a small office” and answer three questions in 60 to
            120 words each.
        """,
        asks=(
            Ask(
                "Twelve people must agree on a day. Compare e-mail, a shared table and a poll for this task.",
                """
                Names a favourite without saying why it suits this task.

                Gives an advantage and a drawback of at least two of the three for this group and task.

                Also says how somebody without an account or with a screen reader could take part.
                """,
            ),
            Ask(
                """
                    The forwarded picture shows a flooded school “this morning”. What would you check, in
                    which order?
                """,
                """
                    Decides by feeling or by who sent it.

                    Names at least two checks that one can carry out, such as the oldest place it appears or
                    details that do not fit.

                    Also says what one would write back to the sender while the answer is still open.
                """,
            ),
            Ask(
                "Find three risks on the desk in the picture and say what you would do about each.",
                """
                Names general rules (“use strong passwords”) that are not in the picture.

                Names three risks that can be seen and a step against each.

                Also ranks them by what might happen and to whom.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows in a course project that the holder chose and learned a digital tool, checked data and
            sources, and worked so that accounts, people and files were safe.
        """,
        task="""
            Hand in a digital product you made for a course (data table, site, film, program, map) with the
            account of how it came about in three parts.
        """,
        asks=(
            Ask(
                """
                    Which tools did you weigh up, what did you have to learn, and how did you get unstuck?
                    Show one place.
                """,
                """
                    Used the tool that was given; difficulties were solved by others.

                    Gives a reason for the tool, but steps were copied: a changed task could not be done
                    with it.

                    Compared two tools by what the task needs, learned a function unaided, and shows the
                    error, the search and the solution.

                    Automated or shared a step so that someone else can repeat it, and that person has done
                    so.
                """,
            ),
            Ask(
                "Show where your data, pictures or statements come from and how you tested two of them.",
                """
                    Sources are missing, or search results are given as sources.

                    Sources are listed, but none was tested; licences or dates are missing.

                    Two items were tested against an independent source or the raw data; licence and date
                    are given; one was dropped or corrected.

                    Found an error in a source that others use, showed it by a traceable calculation or
                    comparison, and reported it.
                """,
            ),
            Ask(
                """
                    How did you protect accounts and people's data, and how are the files kept so that
                    others can go on with them?
                """,
                """
                    Files exist once, with names only the maker understands; personal data are mixed in.

                    There is a copy and an order, but access was open to everyone or data were kept that
                    nobody needed.

                    Only needed personal data were kept, with agreement; access is limited; names, a short
                    read-me and a restored copy show that others can go on.

                    Found a weakness (a shared link, a leaked name, missing alternative text), closed it,
                    and told those affected.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder takes up digital tools quickly, checks data before others rely on
            them, and follows the rules of security and access with understanding.
        """,
        task="""
            Hand in your supervisor's signed statement and one work product, or a picture of it with
            confidential parts covered.
        """,
        asks=(
            Ask(
                """
                    A system or tool you learned for this post: what can you do with it without help, and
                    what do you still look up?
                """,
                """
                    Carries out learned steps; stops when the screen looks different.

                    Does the usual tasks alone, finds answers in the manual or help, and asks precise
                    questions about the rest.

                    Showed colleagues a shorter way or wrote an instruction, which is attached or described
                    by the supervisor.
                """,
            ),
            Ask(
                """
                    A figure, list or message that was wrong: how did you notice, and what did you do before
                    it went on?
                """,
                """
                    Passes on what the system shows; errors are found by others.

                    Noticed an implausible entry, compared it with its origin, and had it corrected before
                    it was used.

                    Built in a check (rule, filter, second look) that has caught errors since.
                """,
            ),
            Ask(
                """
                    How do you deal with access, customer data and suspicious mails in your daily work? Give
                    one occasion.
                """,
                """
                    Knows the rules but needs reminding, for example to lock the screen or not to share
                    access.

                    Keeps the rules without reminding, and reported one doubtful mail, link or access to the
                    right place.

                    Is asked by colleagues in doubtful cases, and improved a habit of the team (shared
                    password, open folder).
                """,
            ),
        ),
    ),
)
