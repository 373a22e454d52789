"""Resilience: getting through setbacks, learning from them, and planning so that one can go on."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

RESILIENCE = Skill(
    key="resilience",
    name="Resilience",
    icon="sapling",
    ground="#2d4a22",
    ink="#dff2b8",
    tags=("resilience", "persistence"),
    behaviours=(
        Behaviour(
            "recovering",
            "Recovering from a setback",
            "Takes a setback in, calms down in own way, and comes back to the task.",
        ),
        Behaviour(
            "learning",
            "Learning from failure",
            "Finds out what led to it and changes something that can be seen.",
        ),
        Behaviour(
            "preparing",
            "Preparing for the next obstacle",
            "Foresees obstacles and has a second way and people to turn to.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can tell recovering from pretending, see what can be learned from a
            failure, and prepare a second way.
        """,
        task="""
            Listen to three people (a welder, a nurse, a shop owner) who tell of a failure, and answer three
            questions in 60 to 120 words each.
        """,
        asks=(
            Ask(
                """
                    What did the welder do on the evening after the failed test, and the morning after? What
                    helped?
                """,
                """
                Says that he was strong or did not give up.

                Tells apart what calmed him and what brought him back to the task, with a detail of each.

                Also compares it with what helps oneself, including something that does not help.
                """,
            ),
            Ask(
                """
                    The nurse and her ward explain the mix-up differently. What can be learned from each
                    explanation?
                """,
                """
                Looks for the person to blame.

                Draws one thing to change from each of the two explanations.

                Also says which of the two changes would still help if the other explanation were true.
                """,
            ),
            Ask(
                """
                    The shop owner now has a “plan for a wet Saturday”. Write one for something that matters
                    to you.
                """,
                """
                Lists hopes (“I will manage”).

                Names an obstacle that may well come, a second way, and one person to turn to.

                Also names the sign at which one changes to the second way.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows with a setback during studies that the holder came back to the task, changed something
            that can be seen, and prepared for the next obstacle.
        """,
        task="""
            Choose a setback from your studies of the last year that you can document (a failed test,
            rejected draft, broken-off attempt). Hand in the documents and an account in three parts.
        """,
        asks=(
            Ask(
                """
                    Tell the week after the setback day by day in a few lines: what you did, avoided, and
                    began again.
                """,
                """
                    The week is not told, or only the setback and the happy end.

                    Tells of feelings and of a break, but the way back came about through a deadline or
                    another person's push.

                    Names what was avoided and for how long, what calmed, and the first small step back with
                    its day.

                    Noticed the avoiding while it happened, broke it off by a step chosen beforehand, and
                    shows the trace of that step.
                """,
            ),
            Ask(
                """
                    Set the failed work and the next one side by side. What did you change, and how did you
                    come upon it?
                """,
                """
                    Resolves to do more of the same.

                    A change is named, but cannot be seen in the next work or does not fit the cause.

                    Found a cause by looking at the failed work or asking for feedback, and the next work
                    shows the matching change.

                    Also tested whether it was the change that helped, for example on an old task, and
                    reports the result.
                """,
            ),
            Ask(
                """
                    Hand in your plan for the next difficult piece of work: obstacles, second way, people,
                    sign for changing.
                """,
                """
                    The plan is a timetable without obstacles.

                    Obstacles are named, but the answer to each is greater effort.

                    Two likely obstacles each have a second way, a person, and a sign by which anyone could
                    see that it is time.

                    The plan has been in use: a sign came up, and what was done about it is documented.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder keeps going after mistakes and refusals, makes use of criticism,
            and prepares so that the work does not stop.
        """,
        task="""
            Hand in your supervisor's signed statement with one occasion for each part and your own account
            of 150 to 250 words.
        """,
        asks=(
            Ask(
                "A mistake, a refusal or a hard day: how was it known, and how did the next shift go?",
                """
                    Hides mistakes, or is out of action for the rest of the shift.

                    Reported the mistake or asked for a short break, came back the same day, and the next
                    shift was as usual.

                    Helped a colleague after a hard day, with an example from the supervisor.
                """,
            ),
            Ask(
                "A piece of criticism from work: what was it, what did you do differently, who noticed?",
                """
                Explains why the criticism is wrong, or agrees and goes on as before.

                The supervisor names criticism and the change that followed within two weeks.

                Asks for criticism unprompted and tells the supervisor later what came of it.
                """,
            ),
            Ask(
                """
                    What have you prepared so that your task does not stop when something is missing or
                    someone is ill?
                """,
                """
                Work stops and waits when a usual thing is missing.

                There is a second way (stock, note, trained colleague) which has been used at least once.

                The holder's preparation covers a task of the whole team, and the supervisor would miss it.
                """,
            ),
        ),
    ),
)
