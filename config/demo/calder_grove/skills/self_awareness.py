"""Self-awareness: knowing own strengths and effects, hearing how others see one, choosing how to grow."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

SELF_AWARENESS = Skill(
    key="self-awareness",
    name="Self-awareness",
    icon="mirror",
    ground="#4a3f6b",
    ink="#e9defc",
    tags=("self-awareness", "reflection"),
    behaviours=(
        Behaviour(
            "strengths",
            "Knowing strengths and limits",
            "Names own strengths and limits with situations in which they show.",
        ),
        Behaviour(
            "effect",
            "Knowing one's effect on others",
            "Finds out how own behaviour reaches others and compares it with what was meant.",
        ),
        Behaviour(
            "growth",
            "Choosing how to grow",
            "Sets one aim for own behaviour, practises it, and judges it by what others notice.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can describe strengths and limits by situations, tell intention from
            effect, and word an aim that can be practised.
        """,
        task="""
            Do the card exercise (forty situations, fifteen minutes) and answer three questions in 60 to 120
            words each. You need not tell us what is private.
        """,
        asks=(
            Ask(
                """
                    Choose one strength and one limit. In which situation did each show itself in the last
                    month?
                """,
                """
                Lists qualities (“hard-working”, “impatient”) without a situation.

                Tells for each a situation in which somebody could have seen it.

                Also tells a situation in which the strength was in the way or the limit was of use.
                """,
            ),
            Ask(
                "In the film, Rosa means to help. How does it reach Tom? What could she ask him?",
                """
                Decides who of the two is right.

                Says what she meant and how it reached him, each with a sign from the film.

                Also tells of an occasion of one's own on which the two fell apart.
                """,
            ),
            Ask(
                "Turn “I want to be more confident” into an aim for the next two weeks.",
                """
                The aim is a quality or a feeling.

                Names one act, one occasion and how often, so that one could count it.

                Also says who would notice, and what one will do when it goes wrong the first time.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows over a term that the holder knows strengths and limits from situations, asked others about
            the effect, and practised one aim with a visible result.
        """,
        task="""
            Keep a portfolio over at least six weeks: situations, feedback from three people in different
            roles, one aim with its record.
        """,
        asks=(
            Ask(
                """
                    Hand in four situations from your portfolio (two strengths, two limits), and what they
                    have in common.
                """,
                """
                    The situations are general, or all show strengths.

                    Four situations are told, but the strengths and limits named do not follow from them.

                    From four situations with details, strengths and limits are drawn that a reader would
                    draw too, with one condition that brings them out.

                    A situation that does not fit the self-image is included, and the image is put
                    differently because of it.
                """,
            ),
            Ask(
                """
                    Ask three people in different roles the same two questions. Hand in their answers in
                    brief and your comment.
                """,
                """
                    Feedback comes from friends only, or praise alone is quoted.

                    Three answers are there, and each is agreed with or rejected without an example.

                    Compares what was meant with what arrived in at least two cases, and names a pattern or
                    a contradiction between the three.

                    Went back to one person to understand a remark that hurt, and shows what was learned
                    from it.
                """,
            ),
            Ask(
                "Hand in your aim, your record of at least ten occasions, and what others noticed.",
                """
                    The aim cannot be observed, or there is no record.

                    There are fewer than ten occasions, or the record knows only successes.

                    Ten or more occasions with what was done and what came of it; one other person says what
                    they noticed; the aim is judged by both.

                    The record led to a more fitting aim on the way, and the reason for the change can be
                    read from it.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder judges own abilities well enough to take on the right tasks, asks
            how they come across, and improves one thing that others notice.
        """,
        task="""
            Hand in your supervisor's signed statement after a talk of 20 minutes with you, and your own
            assessment written before that talk.
        """,
        asks=(
            Ask(
                """
                    Which tasks do you take on without hesitating, for which do you get help? Compare with
                    your supervisor's view.
                """,
                """
                    Takes on tasks that end in trouble, or declines ones that could be done.

                    Own view and the supervisor's agree on the main points; the holder asks for help before
                    harm is done.

                    Offers a strength where the team lacks it and hands over what others do better, with
                    examples from the supervisor.
                """,
            ),
            Ask(
                "What did you learn in this post about how you come across, and from whom?",
                """
                    Is surprised by reactions and puts them down to others.

                    Asked a colleague or the supervisor, and can name one effect that was not intended.

                    Changes manner with the person and situation, and the supervisor describes how
                    colleagues respond to it.
                """,
            ),
            Ask(
                "One behaviour you worked on: since when, how, and what does your supervisor see today?",
                """
                Names intentions; the supervisor sees no change.

                The supervisor names the behaviour, the time, and a change seen on more than one occasion.

                Has since set the next aim unprompted and told colleagues of it, so that they can help.
                """,
            ),
        ),
    ),
)
