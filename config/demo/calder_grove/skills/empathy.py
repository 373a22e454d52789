"""Empathy: perceiving what others feel and need, taking their view, and answering it in what one does."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

EMPATHY = Skill(
    key="empathy",
    name="Empathy",
    icon="heart",
    ground="#7b2d52",
    ink="#ffdbe2",
    tags=("empathy", "care", "service"),
    behaviours=(
        Behaviour(
            "perceiving",
            "Perceiving what others feel",
            "Notices words, tone and silence, and holds the reading of them as a guess to be checked.",
        ),
        Behaviour(
            "perspective",
            "Taking another's view",
            "Describes a situation as the other person would, with their reasons.",
        ),
        Behaviour(
            "responding",
            "Responding in what one does",
            "Changes own words or actions because of what was understood, and respects limits.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can read signs of what others feel without being certain too soon, tell a
            scene from another's view, and name a response that helps.
        """,
        task="""
            Watch the scene in the waiting room twice, the second time without sound, and answer three
            questions in 60 to 120 words each.
        """,
        asks=(
            Ask(
                "What might the older man feel? Which signs speak for it, and what else could they mean?",
                """
                    States a feeling as certain, or gives advice on what he should feel.

                    Names a likely feeling with two signs and a second possible reading.

                    Also writes the question with which one could find out, without putting the answer into
                    his mouth.
                """,
            ),
            Ask(
                "Tell the scene in five sentences as the receptionist would tell it at home.",
                """
                Tells it as an onlooker who judges the receptionist.

                Tells it from her place, with a reason for what she does that the film allows.

                Also has in it something she cannot know, and leaves it out or lets her guess wrongly.
                """,
            ),
            Ask(
                "What could the young woman in the corner do that would help, and what would be too much?",
                """
                Says that she should help or be nice.

                Names one thing she could do and one that would overstep, each for a reason from the scene.

                Also says by what sign she would see that her help is not wanted.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows through an interview project that the holder perceives what people feel and need, can give
            their view so that they recognise it, and lets it shape a product.
        """,
        task="""
            Interview one person whose daily life differs from yours about something your course designs,
            studies or cares for. Hand in notes, a portrait and the change it led to.
        """,
        asks=(
            Ask(
                """
                    Hand in your notes with what was said on one side and what you noticed on the other.
                    Mark two guesses and how you checked them.
                """,
                """
                    The notes hold answers to questions only; tone and pauses do not appear.

                    Feelings are noted, but as facts: no guess was checked with the person.

                    Words and observations stand apart, and two guesses were checked by a careful question
                    with the answer noted.

                    A guess proved wrong, and the notes show how the rest of the conversation became
                    different because of it.
                """,
            ),
            Ask(
                """
                    Write a portrait of 200 to 300 words from the person's view, read it to them, and report
                    what they said.
                """,
                """
                    The portrait speaks about the person, or makes them a case or a hero.

                    Written from their view, but with the writer's reasons; it was not shown to them.

                    The person recognises themselves; a correction of theirs is marked and taken in.

                    The portrait also holds a wish or reason the writer does not share, given so that the
                    person calls it fair.
                """,
            ),
            Ask(
                """
                    What in your product, text or plan became different because of this person? Show before
                    and after.
                """,
                """
                    Feels sympathy; the work stays as it was.

                    Adds something for people “like that” without having asked whether it would help.

                    A visible change follows from something in the notes, and the person was asked what they
                    think of it.

                    The person turned down or altered the change, and the final version respects this at
                    some cost to the writer's own idea.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work, above all with guests, patients, customers or children, that the holder notices
            how people are, sees their side, and acts on it within the limits of the post.
        """,
        task="""
            Hand in your supervisor's signed statement with one occasion for each part. Leave out names,
            diagnoses and anything a person has told you in confidence.
        """,
        asks=(
            Ask(
                """
                    An occasion on which you noticed that somebody was not well or not at ease before they
                    said so.
                """,
                """
                    Reacts when people complain or ask; quieter signs are missed.

                    The supervisor names an occasion on which the holder noticed a quiet sign and asked
                    about it tactfully.

                    Colleagues ask the holder how a person seems today, and the supervisor tells what that
                    made possible.
                """,
            ),
            Ask(
                """
                    A person whose behaviour was hard to bear: how did you explain it to yourself and to
                    colleagues?
                """,
                """
                    Speaks of the person as difficult; conduct changes with own mood.

                    Gives a possible reason from the person's situation and keeps the same respectful tone,
                    as the supervisor saw.

                    Helped a colleague to see the person's side, after which the two got on better.
                """,
            ),
            Ask(
                """
                    Something you did differently because you understood what a person needed, and a limit
                    that you kept.
                """,
                """
                    Keeps to the routine, or promises things that the post does not allow.

                    Fitted the work to the person in a detail that mattered, and passed on what lay beyond
                    the post.

                    The detail became part of how the team works with others too, or the holder explained a
                    limit so that the person accepted it.
                """,
            ),
        ),
    ),
)
