"""Analysis and solution mindset: asking what the problem is, weighing evidence, testing a way out."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

ANALYSIS = Skill(
    key="analysis",
    name="Analysis and solution mindset",
    icon="puzzle",
    ground="#3d3a6b",
    ink="#ffe08a",
    tags=("problem solving", "critical thinking"),
    behaviours=(
        Behaviour(
            "framing",
            "Framing the problem",
            "Says what the problem is, for whom, and how one would know that it is solved.",
        ),
        Behaviour(
            "weighing",
            "Weighing evidence",
            "Looks for facts, asks where they come from, and tells them apart from guesses.",
        ),
        Behaviour(
            "testing",
            "Testing a solution",
            "Compares ways out and tries one in a manner that could show it to be wrong.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can turn a complaint into a problem that can be solved, tell facts from
            guesses, and say how a solution could be tested.
        """,
        task="""
            Read the file on the college library's long queue (two pages, one table) and answer three
            questions in 60 to 120 words each.
        """,
        asks=(
            Ask(
                "“The library is too slow.” Rewrite this so that one could work on it.",
                """
                    Repeats the complaint in other words, or jumps to a solution such as “more staff”.

                    Says who waits for what, at which time, and by how much that is too long.

                    Also says which figure would show that the problem is solved, and who might have a
                    different view of it.
                """,
            ),
            Ask(
                """
                    Which two statements in the file are facts from the table, and which are guesses? How
                    can you tell?
                """,
                """
                Sorts by what seems likely, without looking at the table.

                Sorts both facts and at least two guesses correctly and points to the row or its absence.

                Also says which guess matters most and which count would turn it into a fact.
                """,
            ),
            Ask(
                "Choose one solution from the file. How could one find out within a week whether it works?",
                """
                Says that one would ask people whether they like it.

                Names something to count before and after, and for how long.

                Also names a result at which the solution would be dropped.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows in a course project that the holder framed a problem with those who have it, weighed
            evidence of different kinds, and tested a solution that could have failed.
        """,
        task="""
            Hand in one piece of problem-solving from a course of any subject: the problem statement, the
            evidence with sources, and the test with its result.
        """,
        asks=(
            Ask(
                """
                    Hand in your problem statement in its first and its final wording, and say what made you
                    change it.
                """,
                """
                    The statement is a topic, or contains its own solution.

                    Says what is wrong and for whom, but there is no measure and the first wording was never
                    questioned.

                    Says who has the problem, when and how much, what “solved” would mean, and which talk or
                    figure changed the wording.

                    Shows that the problem brought to them was the symptom of another, and has the agreement
                    of those concerned to the new wording.
                """,
            ),
            Ask(
                """
                    List the evidence you used with its sources, and discuss in 150 to 300 words the two
                    that carry the most.
                """,
                """
                    Uses what was at hand; sources are missing or only opinions.

                    Sources are given, but all support the view held from the start, and their limits are
                    not mentioned.

                    Uses at least two kinds of evidence, discusses a limit of each, and includes one that
                    speaks against own view.

                    Collected a missing figure or observation, and shows how the conclusion moved because of
                    it.
                """,
            ),
            Ask(
                "Describe the options, the test, and what came of it. Add data, pictures or code.",
                """
                    One solution is described and said to work.

                    Options are compared by preference; the test could not have gone against the solution.

                    Compares at least two options by named criteria and tests one with a result that was
                    written down before, including what did not fit.

                    The test failed or surprised, and a second, better aimed test followed.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder describes problems so that others can act, checks facts before
            deciding, and tries solutions without risk to the work in hand.
        """,
        task="""
            Hand in your supervisor's signed statement on one problem that you helped to solve, with any
            report, ticket or photograph that may be shown.
        """,
        asks=(
            Ask(
                "How did you report or describe the problem? Quote your first message or note.",
                """
                    Reports that something “does not work”; others must ask what, where and since when.

                    The first report says what was expected, what happened, where and since when, so that
                    someone else could act on it.

                    Also saw that several reports were one problem, and the supervisor confirms that this
                    saved work.
                """,
            ),
            Ask(
                "What did you check before anything was decided, and what did you rule out?",
                """
                Acts on the first idea or on what was the cause last time.

                Checked at least two possible causes in a sensible order and can say what ruled one out.

                Left a written trail that a colleague has used since then to find a similar fault.
                """,
            ),
            Ask(
                "How was the solution tried, and how do you know that it lasts?",
                """
                    The fix was put in place and not looked at again.

                    Tried it where little could go wrong, told those affected, and looked again after a time
                    agreed with the supervisor.

                    Changed the cause so that the fault has not come back, with a figure or log that the
                    supervisor confirms.
                """,
            ),
        ),
    ),
)
