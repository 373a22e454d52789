"""Three soft-skill badges of Larkmoor State University Online, each judged on four sub-competencies."""

from functools import partial

from config.demo.types import Badge, Icon, Rubric
from config.demo.writing import FILE, LINK, TEXT, criterion, prose

LEVELS = ("Beginning", "Developing", "Proficient", "Exemplary")
_criterion = partial(criterion, names=LEVELS, required="Proficient")

TEAMWORK = Badge(
    key="teamwork",
    name="Teamwork",
    description=prose("""
        Shows that the holder helped a team of three or more people finish a shared piece of work: agreed
        roles, kept promises in sight of the others, brought quieter voices in, and learned from how the
        team worked.
    """),
    criteria_narrative=prose("""
        ## What it takes

        You have worked in **one team of at least three people for at least four weeks**, with a result that
        somebody outside the team received. A course project, a shift team, a sports club's committee and a
        volunteer crew all count.

        ## What you hand in
        1. A team agreement or role plan that you helped to write, with a short account of how it came
           about.
        2. Traces of the work over time: a task board, a log, messages. Remove the names of others or ask
           them first.
        3. An account of one moment in which you changed how the team talked or decided.
        4. A reflection of 200 to 400 words that uses feedback from at least two teammates.

        ## How it is judged

        An assessor reads each part against the rubric below. Every sub-competency must reach
        **Proficient**. What does not reach it comes back to you with a comment; you hand in only that part
        again.
    """),
    workload_hours=20,
    validity_months=None,
    eqf_level=4,
    tags=("teamwork", "collaboration", "soft skills", "workplace"),
    language="en-US",
    icon=Icon(key="people", ground="#1f4e5f", ink="#f4c95d"),
    rubric=Rubric(
        name="Teamwork in a shared task",
        description=prose("""
            Judges what one member did for a team, not how good the team's product was. Read all four parts
            before choosing a level: the log often explains the reflection.
        """),
        criteria=(
            _criterion(
                "roles",
                "Agreeing roles and ways of working",
                weight=25,
                description="Helps the team to settle who does what, by when, and how decisions are made.",
                prompt="""
                    Hand in your team agreement, charter or role plan, and describe in 100 to 250 words what
                    you contributed to it and what was argued about.
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Names own task only. The account does not say how the work was divided, or says that
                    someone else divided it.

                    Lists roles for every member, but dates or decision rules are missing, and the learner's
                    part in reaching the agreement is not told.

                    Roles, dates and one rule for deciding are written down. The learner can point to at
                    least one line that they proposed and to the reason for it.

                    The agreement was tested and changed during the work. The learner tells what no longer
                    fitted, raised it with the team, and shows the line before and after.
                """,
            ),
            _criterion(
                "reliability",
                "Keeping commitments visible",
                weight=30,
                description="""
                    Does what was promised, shows progress without being asked, and warns early when a
                    promise is in danger.
                """,
                prompt="""
                    Hand in traces of your tasks over at least four weeks (board, log, messages) and mark
                    two places: a promise you kept and a promise that got into trouble.
                """,
                kinds=(TEXT, FILE, LINK),
                levels="""
                    Traces cover a few days or one task. Whether promises were kept cannot be seen.

                    Most tasks were finished, but teammates had to ask for progress, or a delay became known
                    only on the due date.

                    Finished tasks can be followed over four weeks. One endangered promise was announced
                    before its date, with a new date or a request for help.

                    Besides own promises, the learner noticed a risk in someone else's work, spoke to that
                    person first, and the traces show how the plan was saved or changed.
                """,
            ),
            _criterion(
                "inclusion",
                "Drawing out every member",
                weight=25,
                description="""
                    Notices who is not being heard and changes the conversation so that they can contribute.
                """,
                prompt="""
                    Describe one situation (150 to 300 words): who was silent or overruled, what you said or
                    did, and what happened next. A recording or minutes may be added.
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Says that everybody was welcome to speak. No situation or person is described.

                    Describes a member who took little part and a general invitation ("any thoughts?"),
                    without telling whether it changed anything.

                    Describes a particular act fitted to the person, such as asking for a view in writing
                    first or giving back an interrupted turn, and what that person then contributed.

                    Changed a habit of the team (for example a round before each decision) and shows with
                    two later occasions that it held without the learner's prompting.
                """,
            ),
            _criterion(
                "reflection",
                "Learning from feedback",
                weight=20,
                description="""
                    Asks teammates how their own behaviour worked and turns the answer into a next step.
                """,
                prompt="""
                    Write 200 to 400 words on what at least two teammates told you about your way of
                    working, where you disagree, and what you will do differently in your next team.
                """,
                kinds=(TEXT,),
                levels="""
                    Tells what the team achieved. Own behaviour is judged only in general terms, without any
                    feedback from others.

                    Quotes or sums up feedback from one teammate, and agrees or disagrees without an
                    example.

                    Compares feedback from two or more teammates with own view, using an example for each,
                    and names one behaviour to change and the situation in which it will be tried.

                    Has already tried the changed behaviour and reports the effect, including what did not
                    work and what a teammate noticed.
                """,
            ),
        ),
    ),
)

CONFLICT_RESOLUTION = Badge(
    key="conflict-resolution",
    name="Conflict resolution",
    description=prose("""
        Shows that the holder took part in settling a real disagreement: separated facts from assumptions,
        listened so that the other side felt understood, built options together, and checked later whether
        the agreement held.
    """),
    criteria_narrative=prose("""
        ## What it takes

        One **real disagreement** between you and another person or group, or between two others who asked
        you to help, that was spoken about at least twice. It need not have ended well. It must not be about
        somebody's safety; those belong to the people trained for them.

        ## What you hand in
        1. A map of the conflict: what happened, what each side wanted, what each side feared.
        2. An account of the main conversation, with things that were actually said.
        3. The options that were considered and the agreement, in whatever form it took.
        4. A check at least two weeks later.

        Change names and places. Assessors judge how you worked, not who was right.

        ## How it is judged

        The first three sub-competencies must reach **Proficient**; following up must reach at least
        **Developing**, because not every conflict allows a second look.
    """),
    workload_hours=24,
    validity_months=36,
    eqf_level=5,
    tags=("conflict", "negotiation", "listening", "soft skills"),
    language="en-US",
    icon=Icon(key="bridge", ground="#5b2a4a", ink="#f2d7b6"),
    rubric=Rubric(
        name="Working through a disagreement",
        description=prose("""
            Judges the learner's conduct in one conflict, from understanding it to checking the outcome.
        """),
        criteria=(
            _criterion(
                "mapping",
                "Understanding what the conflict is about",
                weight=25,
                description="""
                    Separates what happened from what was assumed, and positions from the interests behind
                    them.
                """,
                prompt="""
                    Hand in a conflict map (a drawing, table or 150 to 300 words): events, each side's
                    demand, the interest behind it, and what you only assumed.
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Tells the story from one side. Blame and events are mixed, and the other side's aim is
                    missing or described as a flaw of character.

                    States both demands fairly, but takes demands for needs: no interest is named that two
                    different solutions could serve.

                    Events are told so that both sides would sign them. For each side at least one interest
                    is named, and assumptions are marked as such.

                    Tested an assumption by asking or looking, found it wrong or incomplete, and shows how
                    the map changed.
                """,
            ),
            _criterion(
                "listening",
                "Listening so that the other side feels understood",
                weight=30,
                description="""
                    Uses questions, summaries and silence so that the other person confirms being
                    understood.
                """,
                prompt="""
                    Retell the main conversation in 200 to 400 words with at least four remarks as they were
                    said. Mark where you summed up the other side's view and how they answered.
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Reports own arguments. Remarks of the other side serve only as the cue for a reply.

                    Asks questions, but most of them lead ("don't you think…"), or sums up in a way that the
                    other person corrects and the correction is passed over.

                    Gives the other side's view in own words, takes up the correction, and gets an explicit
                    sign of agreement ("yes, that is it") before offering an own view.

                    Does this under pressure: stays with the other's concern after an attack or a silence,
                    names the feeling without judging it, and the tone of the conversation turns.
                """,
            ),
            _criterion(
                "options",
                "Building options together",
                weight=25,
                description="""
                    Widens the choice beyond the two first demands and agrees on something both can keep.
                """,
                prompt="""
                    List the options that were considered, say who raised them, and hand in the agreement as
                    it was made: a message, a note, a changed plan.
                """,
                kinds=(TEXT, FILE, LINK),
                levels="""
                    Only the two opening demands appear; one side gave way or a third person decided.

                    Splits the difference between the demands. Other options were mentioned but not compared
                    with what each side needed.

                    At least three options were on the table, at least one from the other side, and the
                    choice is explained by the interests in the map. Who does what by when is written down.

                    The agreement serves an interest that neither opening demand served, and says what
                    happens if one side cannot keep it.
                """,
            ),
            criterion(
                "follow-up",
                "Checking whether the agreement holds",
                weight=20,
                description="Returns to the agreement after some time and repairs what does not work.",
                prompt="""
                    At least two weeks later, write 100 to 250 words: what was kept, what was not, what the
                    other side says now, and what you would do earlier next time.
                """,
                kinds=(TEXT,),
                names=LEVELS,
                required="Developing",
                levels="""
                    Assumes that silence means success. Nothing was checked after the agreement.

                    Reports from own observation whether the agreement was kept, without having asked the
                    other side.

                    Asked the other side, gives their answer, and names one thing in own conduct to do
                    differently with the reason for it.

                    A part of the agreement had failed; the learner reopened it, and both sides adjusted it
                    without a new dispute.
                """,
            ),
        ),
    ),
)

STRESS_MANAGEMENT = Badge(
    key="stress-management",
    name="Stress management",
    description=prose("""
        Shows that the holder knows their own signs of strain, traced what causes it over three weeks,
        tried at least two ways of dealing with it with a record, and knows when and where to ask for
        help.
    """),
    criteria_narrative=prose("""
        ## What it takes

        Three weeks of watching and trying, in a term, a job or a family duty that asks a lot of you. This
        badge is **not therapy and no assessor will ask about your health**. Write only what you are willing
        to show; a work or study example is enough.

        ## What you hand in
        1. A log over at least 15 days (a table or a CSV file): load, signs, what you did.
        2. A short analysis of what the log shows.
        3. An account of two ways you tried, each for at least a week.
        4. A one-page plan for the next busy time, with the point at which you will ask somebody for help.

        ## How it is judged

        All four sub-competencies must reach **Proficient**. A way that did not work for you is as good as
        one that did, if you can show how you found out.
    """),
    workload_hours=16,
    validity_months=24,
    eqf_level=4,
    tags=("stress", "well-being", "self-management", "soft skills"),
    language="en-US",
    icon=Icon(key="breath", ground="#2f5d50", ink="#e8efe0"),
    rubric=Rubric(
        name="Managing strain in a demanding time",
        description=prose("""
            Judges observation, analysis, trying and planning. The amount of stress is never judged.
        """),
        criteria=(
            _criterion(
                "noticing",
                "Noticing own signs of strain",
                weight=25,
                description="""
                    Observes load and own signs regularly and tells them apart from causes and from mood.
                """,
                prompt="""
                    Hand in your log of at least 15 days and explain in a few lines how you chose what to
                    write down.
                """,
                kinds=(FILE, TEXT, LINK),
                levels="""
                    Entries are single words such as "stressed" or "fine", or cover fewer than 8 days.

                    Covers 8 to 14 days or has long gaps; signs are named, but load and signs stand in one
                    remark so that they cannot be compared.

                    At least 15 days with load and signs in separate columns. Two or more personal signs are
                    concrete enough for another person to notice them.

                    Also marks early signs that came a day or more before the hard days, and the learner
                    acted on one of them within the log.
                """,
            ),
            _criterion(
                "analysing",
                "Finding what drives the strain",
                weight=25,
                description="""
                    Uses the log to tell which demands cause strain and which of them can be influenced.
                """,
                prompt="""
                    Write 150 to 300 words: what pattern do you see, what surprised you, what can you change
                    and what not?
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Names causes that do not appear in the log, or calls everything a cause.

                    Points to one or two hard days and their events, without comparing them with days that
                    had the same load and went well.

                    Describes a pattern with at least three dated entries, and sorts causes into those that
                    can be changed, softened or only accepted.

                    Checks a rival explanation (sleep, weekday, a person) against the entries and says which
                    of the two the log supports and how sure that is after three weeks.
                """,
            ),
            _criterion(
                "trying",
                "Trying ways of coping",
                weight=30,
                description="""
                    Chooses ways that fit the causes, tries them for long enough, and judges them by the
                    record.
                """,
                prompt="""
                    Describe two ways you tried, each for at least seven days: why you chose it, how often
                    you really did it, what changed in the log.
                """,
                kinds=(TEXT, FILE),
                levels="""
                    Recommends ways in general, or reports one attempt on one day.

                    Tried one way for a week, or two for a few days; the effect is told as a feeling without
                    a look at the log.

                    Tried two ways for a week or more each, gives how often each was really done, and
                    compares entries before and during. Keeps, changes or drops each way for a stated
                    reason.

                    Changed the source as well as the reaction: moved a deadline, shared a task or said no,
                    and shows what this did to the load column.
                """,
            ),
            _criterion(
                "planning",
                "Planning ahead and asking for help",
                weight=20,
                description="""
                    Has a workable plan for the next hard time, with a line beyond which others are asked.
                """,
                prompt="""
                    Hand in a plan of one page: early signs, first steps, who helps with what, and the sign
                    at which you will ask for help, with the place or person.
                """,
                kinds=(FILE, TEXT),
                levels="""
                    A list of resolutions without times, signs or people.

                    Steps are named, but the plan starts only when things are already bad, or help is
                    "somebody".

                    Early signs from the log start named steps. At least one person or service is named with
                    the way to reach them and the sign that makes it time.

                    The plan was talked through with a person named in it, and what they said changed a
                    step.
                """,
            ),
        ),
    ),
)

BADGES = (TEAMWORK, CONFLICT_RESOLUTION, STRESS_MANAGEMENT)
