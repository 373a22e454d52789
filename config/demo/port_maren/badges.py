"""The resilience badge of Port Maren: six ordered modules, a measure before and after, a reviewed plan."""

from functools import partial

from config.demo.types import Badge, Icon, Measure, Rubric, Step
from config.demo.writing import FILE, TEXT, criterion, prose

LEVELS = ("Emerging", "Building", "Established", "Extending")
_criterion = partial(criterion, names=LEVELS, required="Established", weight=25)

STEPS = (
    Step(
        1,
        "Where I stand",
        prose("""
            Answer the twelve statements of the resilience measure and save your score sheet. Read how the
            badge is judged. A short check at the end asks what the measure can tell you and what it cannot.
        """),
        1.0,
        tracked=True,
    ),
    Step(
        2,
        "What setbacks do",
        prose("""
            How people commonly think, feel and act after a setback, and why the first explanation is seldom
            the whole one. Check: sort twelve remarks into event, explanation and consequence.
        """),
        1.0,
        tracked=True,
    ),
    Step(
        3,
        "People and places to lean on",
        prose("""
            Draw your support map, find its gaps, and practise one request. Check: turn three vague requests
            into ones that a busy person can answer.
        """),
        1.5,
        tracked=True,
    ),
    Step(
        4,
        "Changing course",
        prose("""
            Goals, routes and stopping points: how to tell persistence from stubbornness. Check: two cases
            in which you set the point at which the route should change.
        """),
        1.0,
        tracked=True,
    ),
    Step(
        5,
        "Practice weeks",
        prose("""
            Three weeks of trying two practices in your own life with a few words of diary a day. Nobody
            else reads the diary; you quote from it as you choose. Optional meetings of an hour are offered
            each Wednesday.
        """),
        5.0,
        tracked=False,
    ),
    Step(
        6,
        "My resilience plan",
        prose("""
            Answer the measure a second time, compare, and write your plan. An assessor reads it together
            with both score sheets and your account of a setback.
        """),
        2.5,
        tracked=True,
    ),
)

MEASURE = Measure(
    name="Twelve statements on meeting setbacks",
    instructions=prose("""
        Think of the last two weeks. For each statement choose a number from 1 (not at all like me) to 7
        (very much like me). There is no good or bad total; what counts for the badge is what you make of
        the difference.
    """),
    scale_maximum=7,
    statements=(
        "After something went wrong I could say what had happened without judging myself.",
        "I looked for more than one explanation.",
        "I noticed when I was avoiding a task.",
        "I came back to a task after leaving it in frustration.",
        "I knew whom I could ask for practical help.",
        "I asked for help before it was urgent.",
        "I could accept an offer of help without making excuses.",
        "I changed my plan when the facts had changed.",
        "I let go of something that no longer served my goal.",
        "I kept one habit that gives me strength on busy days too.",
        "I could name something I had learned from a difficulty.",
        "I felt able to influence what came next.",
    ),
)

RESILIENCE = Badge(
    key="resilience",
    name="Resilience",
    description=prose("""
        Shows that the holder can learn from a setback and adapt: after six modules and three weeks of
        practice they analysed a real setback, drew on support, changed course with reasons, and wrote a
        personal resilience plan that an assessor reviewed.
    """),
    criteria_narrative=prose("""
        ## The way to the badge

        Six modules, **in this order**, at your own pace. Most people need six to eight weeks.

        1. Where I stand: first measure and check
        2. What setbacks do: check
        3. People and places to lean on: check
        4. Changing course: check
        5. Practice weeks: not tracked, but you will need them for the plan
        6. My resilience plan: second measure and plan

        Students of the first-year seminar *Settling In* reach the same badge by the workshop route; what is
        handed in is the same.

        ## What you hand in
        - Your **score sheets** of the first and the second measure, with your reading of the difference.
        - An **account of one setback** from your studies, work or life, as private or plain as you like.
        - Your **support map** with one request you really made.
        - Your **resilience plan** of one to two pages.

        ## How it is judged

        By a person, against four sub-competencies with four levels each. **All four must reach
        Established.** A score that went down does not count against you. Every fifth plan is read by a
        second assessor.
    """),
    workload_hours=12,
    validity_months=None,
    eqf_level=5,
    tags=("resilience", "well-being", "self-management", "durable skills"),
    language="en-IE",
    icon=Icon(key="sapling", ground="#21395b", ink="#9fd8b4"),
    steps=STEPS,
    measure=MEASURE,
    rubric=Rubric(
        name="Resilience: learning from setbacks and adapting",
        description=prose("""
            Four sub-competencies, all of which must reach Established. Judge what the learner did and can
            show, never how serious the setback was nor how the scores came out.
        """),
        criteria=(
            _criterion(
                "setback",
                "Making sense of a setback",
                description="""
                    Tells what happened apart from the first explanation, and finds what could be
                    influenced.
                """,
                prompt="""
                    Write 200 to 400 words about one setback: what happened, how you explained it at the
                    time, which other explanations fit the facts, and which part was yours.
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Event, feeling and explanation run together. One cause is given, either wholly own fault
                    or wholly other people's.

                    Tells the event apart from the first explanation, but names no second explanation, or
                    names one without holding it against the facts.

                    Sets at least two explanations beside what happened, says which facts speak for each,
                    and names one part that was in own hands and one that was not.

                    Went and found a fact that could decide between the explanations, and shows a later
                    situation in which the first explanation came up again and was checked before acting on
                    it.
                """,
            ),
            _criterion(
                "growth",
                "Reading own growth",
                description="""
                    Uses the first and second measure and the practice weeks to judge honestly what changed.
                """,
                prompt="""
                    Hand in both score sheets (CSV, picture or PDF) and write 150 to 300 words: which
                    statements moved, which did not, what in the practice weeks explains it, and what the
                    numbers cannot show.
                """,
                kinds=(FILE, TEXT),
                levels="""
                    Only one measure is there, or only the totals are repeated.

                    Both measures are there and the largest changes are named, but they are not tied to
                    anything the learner did in the practice weeks.

                    Ties at least two changed statements and one unchanged statement to what was practised,
                    with an example for each, and names one limit of rating oneself.

                    Also asked somebody who saw them in those weeks, compares that view with the scores, and
                    explains a disagreement between the two.
                """,
            ),
            _criterion(
                "support",
                "Drawing on support",
                description="""
                    Knows people, places and habits that help, sees the gaps, and asks for help in time and
                    precisely.
                """,
                prompt="""
                    Hand in your support map, and tell in 100 to 250 words of one request you made during
                    these weeks: to whom, in which words, and what came of it.
                """,
                kinds=(FILE, TEXT),
                levels="""
                    Lists people close to the learner without saying what each can help with; no request was
                    made.

                    The map tells kinds of help apart (practical, listening, advice), but gaps are not
                    marked, or the request was so general that the other person had to guess.

                    Gaps are marked, and one is being closed by a named step. One request is given in its
                    words, with what, by when and why that person, and its outcome, be it yes or no.

                    Support goes both ways: the learner also offered help that somebody used, or took up
                    again a request that had been declined, and says what was learned about asking.
                """,
            ),
            _criterion(
                "plan",
                "Changing course: the resilience plan",
                description="""
                    Has a plan with a goal, routes, early signs, practices and a point at which the route
                    changes.
                """,
                prompt="""
                    Hand in your resilience plan (one to two pages). It must contain a goal, two routes,
                    early signs, practices that you tried in module 5, and the date or sign at which you
                    will change route.
                """,
                kinds=(FILE, TEXT),
                levels="""
                    The plan consists of resolutions ("stay positive", "work harder") that nobody could see
                    being done.

                    Steps can be observed, but there is a single route, or the practices were not tried in
                    the practice weeks.

                    Goal, two routes and early signs are written so that a friend could tell whether they
                    happened. Practices come from the diary, and a date or sign for changing route is set.

                    The plan has already been used once: a sign appeared, the route was changed or kept for
                    a stated reason, and the plan was corrected afterwards.
                """,
            ),
        ),
    ),
)

BADGES = (RESILIENCE,)
