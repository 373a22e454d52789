"""Communication: fitting words to those who hear them, listening, and making sure that it arrived."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

COMMUNICATION = Skill(
    key="communication",
    name="Communication",
    icon="speech",
    ground="#12486b",
    ink="#f7f0c6",
    tags=("communication", "listening", "writing"),
    behaviours=(
        Behaviour(
            "fitting",
            "Fitting words to the audience",
            "Chooses content, order, words and channel for those who will read or hear it.",
        ),
        Behaviour(
            "listening",
            "Listening and asking",
            "Takes in what is said and what is meant, and asks when something is unclear.",
        ),
        Behaviour(
            "checking",
            "Checking that it arrived",
            "Finds out whether the message was understood as intended and mends it if not.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can see for whom a message is made, tell listening from waiting for one's
            turn, and say how one finds out whether a message arrived.
        """,
        task="""
            Read the three short notices and watch the scene at the service desk, then answer three
            questions in 60 to 120 words each.
        """,
        asks=(
            Ask(
                "Rewrite the notice about the closed car park for people who are arriving in a hurry.",
                """
                Shortens the notice, but what the reader must do is still at the end or missing.

                Puts first what to do and until when; leaves out what only the office needs to know.

                Also says what would be different in a notice for the staff who answer the telephone.
                """,
            ),
            Ask(
                "Where in the scene does the clerk listen, and where does he only wait? What tells you?",
                """
                    Says that he is friendly or unfriendly.

                    Points to one question or summary that takes up what was said, and to one reply that
                    passes it by.

                    Also writes the question that would have brought out what the student really needed.
                """,
            ),
            Ask(
                "The student says “OK” and goes away. How could the clerk find out what she understood?",
                """
                Proposes to ask “Did you understand?” or to say it again louder.

                Proposes a way in which she tells or shows the next step herself.

                Also says how to do it without making her feel tested.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows in speech and in writing that the holder fits a subject to two audiences, listens and asks
            with purpose, and checks that the message arrived.
        """,
        task="""
            Present one subject to two different audiences (one spoken, one written) and hand in both with
            an account in three parts.
        """,
        asks=(
            Ask(
                """
                    Hand in the text and the recording or slides. Explain three choices you made differently
                    for the two audiences.
                """,
                """
                    Both versions have the same order and words; only the length differs.

                    Words were changed for the audience, but order and examples follow the subject and not
                    what the audience wants to know.

                    Three choices (content, order, words, examples or channel) can be seen in both versions
                    and are explained by what each audience knew and needed.

                    Spoke with members of one audience beforehand and shows which choice was turned round by
                    it.
                """,
            ),
            Ask(
                """
                    Hand in notes or an excerpt of a conversation of at least ten minutes in which you had
                    to find something out.
                """,
                """
                    The questions can be answered with yes or no, or were all fixed beforehand.

                    Asks open questions, but goes on to the next when an answer opens something new.

                    At least two questions grow out of an answer, and a summary was offered and confirmed or
                    corrected.

                    Heard what was not said (a hesitation, a change of subject), asked about it with care,
                    and learned what mattered most.
                """,
            ),
            Ask(
                "How did you find out what the audience took away, and what did you mend?",
                """
                    Reports applause, a grade, or that there were no questions.

                    Asked whether it was clear and passes on the answers, without having changed anything.

                    Let people tell or do something that shows their understanding, found a gap, and shows
                    the passage before and after.

                    Checked a second time after mending, and can say what still does not arrive and why.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder gives clear information to customers and colleagues, listens in
            difficult moments, and makes sure that agreements are understood alike.
        """,
        task="""
            Hand in your supervisor's signed statement and two messages or notes you wrote at work, with
            names removed.
        """,
        asks=(
            Ask(
                """
                    Two messages from work, one within the team and one to the outside. For whom was each,
                    and what should they do after reading?
                """,
                """
                    Messages need a second one to explain them, or mix several matters.

                    Each message says what is asked of whom by when; tone and detail suit the reader, as the
                    supervisor confirms.

                    A message or template by the holder is used by colleagues.
                """,
            ),
            Ask(
                "A conversation with an upset customer or colleague: what did you ask, what did you learn?",
                """
                    Defends or explains at once; the supervisor had to take over.

                    Let the person finish, said back the concern, and asked before proposing anything; the
                    matter stayed with the holder.

                    From such conversations the holder recognised a recurring cause and reported it with
                    examples.
                """,
            ),
            Ask(
                "An instruction you passed on: how did you make sure that it was carried out as meant?",
                """
                    Passes instructions on and learns of misunderstandings from their results.

                    Has the main points said back or notes them down together, above all at shift changes
                    and with numbers.

                    Introduced such a check for the whole team, and the supervisor reports fewer mistakes of
                    that kind.
                """,
            ),
        ),
    ),
)
