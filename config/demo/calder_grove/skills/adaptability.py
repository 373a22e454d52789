"""Adaptability: noticing that things have changed, trying another way, and staying useful meanwhile."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

ADAPTABILITY = Skill(
    key="adaptability",
    name="Adaptability",
    icon="compass",
    ground="#0f5c6e",
    ink="#ffd9a0",
    tags=("adaptability", "change"),
    behaviours=(
        Behaviour(
            "noticing-change",
            "Noticing that things have changed",
            "Sees that a plan, rule or need is no longer what it was, and says so.",
        ),
        Behaviour(
            "new-way",
            "Trying another way",
            "Lets go of a habit and tries a different way of reaching the same aim.",
        ),
        Behaviour(
            "steady",
            "Staying useful in uncertainty",
            "Keeps working on what can be done while the rest is still open.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can tell when a situation has changed, describe other ways to reach the
            same aim, and say what helps them to keep going while things are unclear.
        """,
        task="""
            Watch the four short films about a café whose supplier fails, then answer the three questions in
            60 to 120 words each.
        """,
        asks=(
            Ask(
                """
                    At which moment in the films should the staff have noticed that the plan no longer
                    worked? What was there to see?
                """,
                """
                Retells the film, or names the moment when everything has already gone wrong.

                Names an earlier moment and the sign that could be seen or heard in it.

                Also tells of a moment of one's own in which a sign was seen late, and what the sign was.
                """,
            ),
            Ask(
                """
                    Give two other ways in which the café could have served breakfast, and what each would
                    have cost.
                """,
                """
                Gives one way, or two that both need the missing delivery.

                Gives two ways that work without the delivery and a cost or drawback of each.

                Also says which of the two one would try first and what would show that it fails.
                """,
            ),
            Ask(
                """
                    The new delivery time is unknown until noon. What can be done before noon, and what
                    should wait?
                """,
                """
                    Says that one has to stay calm or be patient, without a task.

                    Sorts at least three tasks into those that can be done now and those that depend on the
                    answer.

                    Also says what guests are told in the meantime, in words one would really use.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows in a course project that the holder noticed a change in time, moved to another way with
            reasons, and kept the work going while things were open.
        """,
        task="""
            Choose a project of at least three weeks in which something important changed. Hand in the first
            plan and the last, and an account of 300 to 500 words in three parts.
        """,
        asks=(
            Ask(
                "Show with a dated note, message or draft when you noticed the change, and what told you.",
                """
                    The change became known through a deadline, a grade or another person.

                    Noticed the change personally, but the trace shows that the old plan went on for days
                    without a word to anyone.

                    A dated trace shows the sign, what it was taken to mean, and that the people concerned
                    were told within two days.

                    Had named beforehand what would count as a sign, watched for it, and found it before it
                    did harm.
                """,
            ),
            Ask(
                """
                    Set the first and the last plan side by side and explain what you gave up, what you
                    kept, and why.
                """,
                """
                    The last plan is the first with later dates.

                    A part of the way of working changed, but the reason given is only that the first did
                    not work.

                    Gave up a way that had cost effort, tried another for a stated reason, and kept the aim
                    recognisable.

                    Tried the new way small first, compared it with the old by something counted or
                    observed, and then moved.
                """,
            ),
            Ask(
                """
                    Describe the most uncertain week: what was open, what you finished all the same, what
                    you told others.
                """,
                """
                    Work stopped until somebody else decided.

                    Some tasks went on, but they had to be redone because they depended on the open
                    question.

                    Split the tasks by what depended on the open question, finished the others, and told the
                    team what was open and until when.

                    Also found a small step that made the open question smaller, such as a call, a test or a
                    mock-up, and shows the answer.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder noticed changes and reported them, took up new ways of working,
            and stayed dependable while things were unsettled.
        """,
        task="""
            Hand in your supervisor's signed statement with one occasion for each part, and your own account
            of the same occasions in 200 to 300 words.
        """,
        asks=(
            Ask(
                """
                    An occasion on which a customer's wish, a rule or a process changed and you were among
                    the first to react.
                """,
                """
                    Follows a new instruction after being reminded; the supervisor names no occasion of
                    noticing.

                    The supervisor names an occasion on which the holder noticed a change unasked and told
                    the right person the same day.

                    What the holder noticed led to a changed instruction or checklist, which is attached or
                    quoted.
                """,
            ),
            Ask(
                """
                    A tool, shift or task that you had to take up at short notice: how did you learn it, and
                    how soon could you be left alone?
                """,
                """
                    Does the new task while someone stands by; falls back into the old way when alone.

                    Worked alone at the new task within the time usual in this post, and asked where the
                    steps were unclear.

                    Has shown the new way to a colleague, and the supervisor says how that colleague works
                    now.
                """,
            ),
            Ask(
                "A day on which much was unclear (staff missing, system down): what did you keep going?",
                """
                    Waits for instructions, or starts several things that others have to finish.

                    Kept a named part of the service running and told others what was on hold, as the
                    supervisor confirms.

                    Ordered the work of several people for that day, and the supervisor would hand over such
                    a day again.
                """,
            ),
        ),
    ),
)
