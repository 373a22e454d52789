"""The demo's PDF documents, written in Markdown (with tables)."""

from dataclasses import dataclass
from inspect import cleandoc


@dataclass(frozen=True)
class Paper:
    """A document of one or two pages: title, line under it, language (BCP 47), Markdown body, paper size."""

    title: str
    subtitle: str
    language: str
    body: str
    size: str = "A4"


PAPERS: dict[str, Paper] = {
    "team-agreement.pdf": Paper(
        title="Team agreement, Thursday crew",
        subtitle="Winter shelter, first version in week one, changed in week four",
        language="en-US",
        size="Letter",
        body=cleandoc("""
            ## Who we are

            Petra, Jonah, Dai, Samira, Zoë. The coordinator can be reached by telephone until ten.

            ## Our posts

            | Post | What it means | First person | Second person |
            |---|---|---|---|
            | Door | Greets, counts, calls the nurse | Dai | Samira |
            | Kitchen | Soup by seven, allergies on the board | Petra | Jonah |
            | Beds | Lists, blankets, lockers | Samira | Zoë |
            | Float | See line 3 | Zoë | Petra |

            ## Our rules
            1. We come at five. Whoever cannot come tells all of us by noon, not only the coordinator.
            2. Cards on the board have a name and a day. A card without a day does not count as promised.
            3. ~~The float helps where needed.~~ **The float changes post every hour and says so aloud.**
               *(changed in week four, after the float had spent three evenings on beds)*
            4. When two posts need the same hands, the float decides. We talk about it afterwards, not at
               the door.
            5. After the shift we talk for ten minutes. The person from the door begins.

            ## Signed by all five

            Version 1 in week one, version 2 in week four. Rule 5 was added after the second shift.
        """),
    ),
    "conflict-map.pdf": Paper(
        title="Conflict map: the laboratory bench",
        subtitle="Two groups, one bench, Tuesday and Thursday evenings",
        language="en-US",
        size="Letter",
        body=cleandoc("""
            ## What happened (both sides would sign this)
            - On a Tuesday in the third week, the evening group found a set-up with cables on bench 4 and
              put it on the side table.
            - On Wednesday morning F. found the run of two days broken off.
            - On Thursday there were loud words in the corridor. Nobody was insulted by name.
            - There is no rule in the laboratory handbook about unattended set-ups.

            ## What each side asks for, and what is behind it

            | | Day group (F.) | Evening group (me) |
            |---|---|---|
            | Demand | A bench of their own | Bench empty by five |
            | Interest | Runs of two days must not break off | To begin on time: we have 90 minutes |
            | Interest | To be asked before anything is moved | To know whom to ask |
            | Fear | To be pushed out by a larger course | To be blamed for things without a name |

            ## What I only assume
            - "They do not respect us." *(I have no event for this. It is a feeling.)*
            - F. knows that we have 90 minutes only.
            - F. knows that we cannot tell whose cables they are.
        """),
    ),
    "stress-plan.pdf": Paper(
        title="My plan for the exam weeks",
        subtitle="One page, on the fridge and in my phone",
        language="en-US",
        size="Letter",
        body=cleandoc("""
            ## Early signs
            - I leave two messages unanswered overnight.
            - My jaw is tight when I wake up.

            ## What I do then, on the same day
            1. Look at the next evening: if both jobs are in it, one goes. The agency knows that I answer by
               noon.
            2. Tell my sister the number of the day's load at supper. Only the number; she need not say
               anything.
            3. Get off two stops early if the weather allows. Not because it helps. Because I like it.

            ## Who helps with what

            | Who | With what | How |
            |---|---|---|
            | My sister | Supper on Wednesdays in the exam weeks | asked, she agreed |
            | Irena (clinic) | Swapping one late shift | text, two days before |
            | The counselling desk | When the line below is crossed | desk telephone, weekdays from eight |

            ## The line

            **Three days with signs in one week, or one day on which I cannot eat: I ring the counselling
            desk the next morning.** It is written here so that I do not have to decide it on that day.
        """),
    ),
    "resilience-plan.pdf": Paper(
        title="Resilience plan",
        subtitle="Siobhán Ní Mhaoláin, module 6",
        language="en-IE",
        body=cleandoc("""
            ## Goal

            Eight weeks in a working laboratory before my final year begins, so that I know whether I want
            to do this every day.

            ## Two routes
            - **Route one: the hospital laboratory again.** Application on the first day of the new round.
              Before that, the afternoon course on centrifuges, and ten minutes with the technician about
              the safety check.
            - **Route two: the water works' laboratory.** It takes people all year, pays less, and is forty
              minutes by bus. I have spoken to Mr. Tully there; he wants four weeks' notice.

            ## Early signs that I am sliding
            1. I tell the same explanation to three people. *(Bríd counts.)*
            2. I rewrite old notes in place of opening a new page.
            3. I compose sentences on the stairs.

            ## What I do then (tried in module 5)

            | Practice | How often in the practice weeks | What I noticed |
            |---|---|---|
            | One annoying thing, two reasons | 17 of 21 evenings | The second is usually duller, and right |
            | Asking in week two, not in the last | 3 times | Two answers came the same day |
            | Walk to the lighthouse without a telephone | 6 times | Good, but no help against rewriting |

            ## When I change route

            If I have **no interview by the last Friday of February**, I write to Mr. Tully on that day. If
            I have one and do not get a place, I write to him within two days. I do not wait for a better
            explanation first.

            ## Who knows of this plan

            Bríd (has a copy), my tutor (knows the date), my mother (knows that I am all right).
        """),
    ),
    "mechanics-plan.pdf": Paper(
        title="Plan for the third attempt at mechanics",
        subtitle="Łukasz Wiśniewski, module 6",
        language="en-IE",
        body=cleandoc("""
            ## Goal

            50 points in mechanics in the exam of the last week of May.

            ## Route one

            Every weekday 45 minutes: one question that is only text. First the drawing, then the paper
            stays turned over for five minutes, then the numbers. The solution is in my brother's room. No
            bakery in the last ten days; I have swapped the shifts already.

            ## Route two

            If on **3 May** I have made a correct drawing in fewer than 7 of the last 10 texts, I move the
            exam to August and take the tutorial of four weeks in July. I tell my parents this date today,
            so that it is not a surprise.

            ## Early signs

            | Sign | Who sees it | What happens then |
            |---|---|---|
            | More than two crosses in a day | I do, in the diary | The question is done again next morning |
            | I say "the lecturer" in a bad mood | My flatmate | He asks: "How many had drawings?" |
            | I take an extra night shift | The bakery's list | I ask for the one before to be taken off |

            ## Practices from module 5
            - A cross each time I open the solution before the drawing: 11, 7, 4 in the three weeks.
            - Telling one fact and no explanation when somebody asks how it went: done four times. Hard.
        """),
    ),
    "garden-plan.pdf": Paper(
        title="School garden: plan and board",
        subtitle="Hoa, Felix, Daniela, Junho; eight weeks",
        language="en-US",
        size="Letter",
        body=cleandoc("""
            ## Plan of tasks

            | Task | Who | Promised | Done | Remark |
            |---|---|---|---|---|
            | Soil test | Junho | week 2 | week 2 | lime needed in bed 3 |
            | Timber | Junho | the 14th | the 12th and the 30th | **red on the 9th**: larch three weeks |
            | Concrete for posts | Hoa, Junho | week 4 | week 4 | starts at nine since week 4 |
            | Drawing of the bed on legs | Felix, Junho | week 3 | week 4 | open underneath, corners braced |
            | Plants from the nursery | Daniela | week 5 | week 5 | 40 free of charge |
            | Signs | Felix | week 7 | week 7 | moved from Hoa in week 4 |
            | Watering plan for the holidays | Junho | week 8 | week 8 | six families |
            | Tools and thanks | Felix | week 8 | week 8 | moved from Hoa in week 4 |

            ## How cards are given out

            From week four in the chat, not at the end of the meeting: two of us have to leave earlier for
            training and work.

            ## Decision on timber (Thursday, all four)

            Spruce for beds 1 and 2, larch for the rest. Spruce lasts about half as long; the school knows
            and agrees.

            *It happened as written here. Hoa*
        """),
    ),
    "supervisor-statement-parts-shop.pdf": Paper(
        title="Supervisor's statement",
        subtitle="21st-century skills, Employer-verified tier: digital fluency",
        language="en-US",
        size="Letter",
        body=cleandoc("""
            **Workplace:** Ekström Bicycle Parts, store and mail order. **Post:** stock assistant, 12 hours
            a week, five months.

            ## Learning our systems

            She worked alone at the stock terminal in her seventh shift; most people need ten to twelve. Her
            card about splitting sets is taped to the till. The two others now do it in the same way, and
            our count of sets is right for the first time.

            ## A wrong figure

            One Friday the system showed minus forty chains. She counted, looked at the bookings, and showed
            me that a delivery had been booked as a sale. The order list had not gone out yet. I put the
            loss it would have been at about 900 dollars. Since then negative numbers come first and in red
            on the morning list, which was her idea.

            ## Safety

            She rang the supplier on the known number when a mail gave a new account. It was a fraud, and
            two shops in town fell for it. When she asked why we had one password for all, I had no good
            answer. We have five now.

            I have seen these things myself and may be called about them.

            *P. Ekström, owner*
        """),
    ),
    "supervisor-statement-bakery.pdf": Paper(
        title="Supervisor's statement",
        subtitle="21st-century skills, Employer-verified tier: collaboration",
        language="en-US",
        size="Letter",
        body=cleandoc("""
            **Workplace:** Abara & Sons Bakery. **Post:** morning baker's assistant, 20 hours a week, eight
            months.

            ## Sharing the work

            The sourdough passes from one shift to the next. Before, there were calls every day about it.
            Since Desirée writes the board (time fed, warmth, what is missing) there are none. On the day
            the starter was weak, the red line and ten minutes of her time saved the afternoon's loaves,
            about 140 of them. Colleagues ask to be put on mornings with her.

            ## Building on others

            Ramón, who washes up, told her about the burned paper. She had him show it to her, tried two
            layers for a week, and came to me saying that it was his idea. It was worth forty minutes on
            Saturdays. I would not have heard of it without her, and I ask him more now.

            ## When it was hard

            There was the matter of music and the timer. I learned of it when it had been settled: two of
            them came and told me the timer had moved. That is how I like it.

            *Mrs. N. Abara, head baker*
        """),
    ),
}
