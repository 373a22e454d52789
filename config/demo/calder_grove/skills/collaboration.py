"""Collaboration: sharing out work, building on others, speaking up when it strains."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

COLLABORATION = Skill(
    key="collaboration",
    name="Collaboration",
    icon="hands",
    ground="#7a2e2e",
    ink="#ffe6c7",
    tags=("collaboration", "teamwork"),
    behaviours=(
        Behaviour(
            "sharing-out",
            "Sharing out the work",
            "Agrees with others who does what by when, and keeps to it in sight of all.",
        ),
        Behaviour(
            "building-on",
            "Building on others' ideas",
            "Takes up what others bring, asks for it, and gives credit.",
        ),
        Behaviour(
            "speaking-up",
            "Speaking up when it strains",
            "Raises a difficulty in the team early, with the person concerned, and with a proposal.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can tell a fair division of work from an unfair one, recognise how ideas
            are built upon or blocked, and word a difficulty so that a team can deal with it.
        """,
        task="""
            Watch the film of a student team planning a street fair and answer three questions in 60 to 120
            words each.
        """,
        asks=(
            Ask(
                "Who in the film has taken on what? Where is the division unclear, and what may come of it?",
                """
                    Says that all should help equally, without looking at who does what.

                    Names one task that two people believe to be theirs or that nobody holds, and a likely
                    consequence.

                    Also proposes one sentence that would settle it, with a name and a day in it.
                """,
            ),
            Ask(
                "Find one place where an idea is taken further and one where it is blocked. What was said?",
                """
                Judges people (“she is negative”) and not what they say.

                Quotes or paraphrases both places correctly and says what the remark did to the idea.

                Also rewrites the blocking remark so that the objection stays and the idea can go on.
                """,
            ),
            Ask(
                "Ben has not answered for four days. Write the message you would send him.",
                """
                    The message blames, threatens, or is addressed to the whole group.

                    Speaks to Ben alone, says what is missing and by when it is needed, and asks what is in
                    the way.

                    Also offers a concrete exchange or smaller task, and leaves him a way to say no.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows in a course project of at least four weeks that the holder helped to divide the work
            fairly, built on the ideas of others with credit, and spoke up in time.
        """,
        task="""
            Hand in traces of one team project (plan, board, versions, minutes) and an account in three
            parts, together 400 to 600 words. One teammate confirms in a line that it happened so.
        """,
        asks=(
            Ask(
                "Hand in the plan of tasks and show with the traces how your own tasks went.",
                """
                    Tasks cannot be told apart, or only the finished product is handed in.

                    Tasks have names and dates, but the traces show that own tasks were late without notice
                    or were taken over by others.

                    Own tasks can be followed from promise to result; one that got into trouble was
                    announced before its date.

                    The learner noticed an unfair load, own or another's, and the plan shows how it was
                    shifted by agreement.
                """,
            ),
            Ask(
                """
                    Choose a part of the result that would be worse without somebody else's idea. Tell its
                    way into the product.
                """,
                """
                    Describes own idea and that the team accepted it.

                    Names another's idea that was used, but not what the learner did with it, or without
                    giving the name.

                    Shows an idea from a teammate, what the learner added or asked, and where in the product
                    credit is given.

                    Sought out an idea from a person who had not been asked, or gave up own better-loved
                    idea for a better one, with the reason.
                """,
            ),
            Ask(
                """
                    Describe one strain in the team: what you saw, to whom you spoke, in which words, what
                    came of it.
                """,
                """
                    Says that there were no difficulties, or tells of them only after the project.

                    Raised it, but late, in front of everyone, or as a complaint without a proposal.

                    Spoke first with the person concerned, named what was observed and its effect, and made
                    a proposal; the outcome is told.

                    Was told of a strain that the learner had caused, and shows what changed in own
                    behaviour within the project.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder takes on a fair share and delivers it, makes others' work better,
            and raises difficulties early with the right person.
        """,
        task="""
            Hand in your supervisor's signed statement with one occasion for each part, and a few lines from
            a colleague of another team or shift.
        """,
        asks=(
            Ask(
                "A task you shared with colleagues: what was yours, how did the others know how it stood?",
                """
                    Finishes own tasks when reminded; others have to ask how things stand.

                    Own share was done on the day agreed, and the handover (note, board, call) let a
                    colleague go on without asking.

                    Colleagues ask to have the holder on shared tasks; the supervisor names one that was
                    saved by the handover.
                """,
            ),
            Ask(
                "An improvement at work that came from more than one head. What was your part?",
                """
                    Works alongside others; suggestions by colleagues are neither asked for nor passed on.

                    Took up a colleague's suggestion, helped to carry it out, and named the colleague to the
                    supervisor.

                    Brought together people from two shifts or teams, and what they worked out is now the
                    usual way.
                """,
            ),
            Ask(
                "A time when working together was hard. What did you do before it grew?",
                """
                    Avoids the person or takes the difficulty straight to the supervisor.

                    Spoke with the colleague directly and calmly; the supervisor heard of it as solved, or
                    with a joint request.

                    The holder is asked by others to sit in when things are tense, and the supervisor gives
                    an example.
                """,
            ),
        ),
    ),
)
