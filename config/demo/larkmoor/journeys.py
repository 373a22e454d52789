"""How far the learners of Larkmoor have come, with what they wrote and what they were told."""

from config.demo.larkmoor.people import (
    ADMINISTRATOR,
    ALEXANDROS,
    ANANYA,
    ASSESSOR_INGRID,
    ASSESSOR_ROSALIND,
    ASSESSOR_THADDEUS,
    GUADALUPE,
    LAYLA,
    MARCUS,
    NOA,
    SIYUAN,
    TAMARA,
    ZOE,
)
from config.demo.types import Journey, JourneyState, Revocation, Round
from config.demo.writing import at, file, link, mark, prose, text

ZOE_TEAMWORK = Journey(
    learner=ZOE,
    badge="teamwork",
    state=JourneyState.AWARDED,
    started=at(262, "19:05"),
    published=True,
    rounds=(
        Round(
            evidence=(
                file("roles", "Team agreement of the winter shelter crew", "team-agreement.pdf"),
                text(
                    "roles",
                    "How the agreement came about",
                    """
                        Our crew of five ran the Thursday evening shift of the winter shelter for nine
                        weeks. In the first week we only had a list of names, and two of us cooked while
                        nobody opened the door. I proposed that we write down four posts (door, kitchen,
                        beds, float) and that the float decides when two posts need the same pair of hands,
                        because waiting for all five to agree took longer than the problem itself. Petra
                        wanted the coordinator to decide; we settled on the float because the coordinator is
                        often on the phone.

                        In week four the rule stopped working: whoever was float ended up doing beds all
                        night. I asked for ten minutes before the shift and showed the log. We changed line
                        3 of the agreement from "the float helps where needed" to "the float changes post
                        every hour and says so aloud". Both versions are in the PDF; the change is marked.
                    """,
                ),
                file(
                    "reliability",
                    "Our task board in weeks two to seven, my cards in yellow",
                    "task-board.png",
                ),
                text(
                    "reliability",
                    "A promise kept and a promise in trouble",
                    """
                        Kept: I said I would bring the bedding list up to date every Wednesday by six. The
                        board shows six cards, all moved to Done on Wednesdays; the one in week five is a
                        day early because I knew I had an exam.

                        In trouble: I had promised to find a second van by the end of week six. On the
                        Monday of that week I had two refusals and one person who did not call back, so I
                        wrote to the crew that evening: "The van is not safe. I will know on Wednesday. If
                        it is no, can somebody ask the hardware shop?" Jonah asked the shop on Tuesday and
                        we got a trailer instead.

                        I also noticed that Petra's cards for the first-aid box had not moved for two weeks.
                        I asked her alone, by the coats, whether the card was still right. She had thought
                        that only the nurse may order plasters. We asked the nurse, and it was sorted out in
                        one evening.
                    """,
                ),
                text(
                    "inclusion",
                    "Giving Dai his turn back",
                    """
                        Dai is the oldest of us and speaks slowly. In the talk after each shift, someone
                        always finished his sentences, and I am sure that I did it too. After the second
                        shift I noticed in my notes that I had written nothing from him although he had been
                        on the door, where the trouble was.

                        Next time, when Jonah cut in, I said, "Hang on, Dai was at the door, I want to hear
                        the end of that." It felt rude, but Jonah just nodded. Dai told us that two guests
                        had turned back because the queue stood in the light of the police station across
                        the street. None of us had seen that from inside. We moved the queue to the side
                        door.

                        After that I suggested that the person from the door begins the talk, every week,
                        whoever it is. I missed week seven, and Petra told me that they had begun with the
                        door without thinking about it. In week nine there was a new coordinator, and it was
                        Jonah who explained the rule to her.
                    """,
                ),
                text(
                    "reflection",
                    "What Petra and Jonah told me",
                    """
                        I asked Petra and Jonah the same two questions in writing: what should I keep doing,
                        and what made work harder for you?

                        Petra wrote that she likes how I warn people early, "you never let me find out by
                        myself". But she also wrote that I come with the solution already finished. Her
                        example was the agreement: I showed the changed line before I asked how the others
                        saw the problem. I first wanted to answer that we had only ten minutes. Then I read
                        my own notes and saw that nobody except me spoke for the first six of them.

                        Jonah's answer was different. He finds me too careful. When I asked Petra about the
                        first-aid box, I had waited two weeks because I did not want to seem to control her.
                        He would have asked on the second day. Here I partly disagree: asking alone and by
                        the coats worked because it was not in front of everyone. But the two weeks were not
                        kindness, they were me avoiding it.

                        So I have two things to change and they pull in different directions: ask sooner,
                        and arrive with a question, not an answer. I tried it in week eight with the
                        breakfast bags, which were always short. I asked at the start, "What do you think is
                        going wrong with the bags?" and held my idea back. It took longer, and I was
                        itching. Dai said that the bags were not short, they were counted before the late
                        arrivals. My idea had been to buy more. Petra said afterwards that she noticed me
                        sitting on my hands. What did not work: when we were in a hurry in week nine, I fell
                        straight back into giving instructions. In my next team I will say at the beginning
                        that I do this, so that somebody can stop me.
                    """,
                ),
            ),
            submitted=at(214, "21:48"),
            assessor=ASSESSOR_INGRID,
            taken=at(211, "09:15"),
            marks=(
                mark(
                    "roles",
                    "Exemplary",
                    """
                        The line before and after, with the log that made you reopen it, is just what this
                        level asks for. I also liked that you give Petra's counter-proposal a fair hearing.
                    """,
                ),
                mark(
                    "reliability",
                    "Exemplary",
                    """
                        I could follow your cards through six weeks without your help. The van message went
                        out two days before it was due and offered a way on. Speaking to Petra alone first
                        is what lifts this above Proficient.
                    """,
                ),
                mark(
                    "inclusion",
                    "Exemplary",
                    """
                        You changed a habit, and weeks seven and nine show that it lives without you. The
                        detail about the police station tells me what the team would have missed.
                    """,
                ),
                mark(
                    "reflection",
                    "Exemplary",
                    """
                        Two people who contradict each other, and you let both be right in part. You report
                        the relapse in week nine. Next step: tell your new team which signal you would like
                        them to use.
                    """,
                ),
            ),
            decided=at(211, "10:32"),
            comment="A pleasure to read. Every claim has a trace beside it. Congratulations.",
        ),
    ),
)

ZOE_CONFLICT = Journey(
    learner=ZOE,
    badge="conflict-resolution",
    state=JourneyState.IN_REVIEW,
    started=at(38, "20:10"),
    rounds=(
        Round(
            evidence=(
                file("mapping", "Conflict map: the laboratory bench", "conflict-map.pdf"),
                text(
                    "listening",
                    "The second talk with F.",
                    """
                        We had shouted, more or less, the first time. For the second talk I asked F. to walk
                        round the lake, because neither of us can look at a screen there.

                        I began with, "I would like to understand the bench before I say anything about it."
                        F. said, "You people from the evening course come in and it is like we were never
                        there." I noticed that I wanted to say that we always clean up. I said instead, "So
                        it is not only the mess. It is that your set-up disappears." F.: "No. It is that
                        nobody asks. I would take it down myself." I had got it wrong, so I tried again:
                        "You would clear it for us if we asked, and what stings is finding it moved." F.
                        stopped walking and said, "Yes. Exactly that."

                        Only then I told my side: we find cables on the bench with no label and do not know
                        whom to ask. F. was quiet for a long time. I counted ducks. Then: "I never thought
                        that you did not know whose they were." After that we talked about tape and a phone
                        number, and it was easy.
                    """,
                ),
                text(
                    "options",
                    "What we considered",
                    """
                        1. The bench is empty by five every day (mine). F. needs two days for some runs.
                        2. A second bench for the evening course (F.'s). No room before summer.
                        3. A strip of tape: left of it nothing is moved, right of it everything must go
                           (F.'s, on the walk).
                        4. A card on each set-up with name, number and date, and a text before anything is
                           touched (both).

                        We took 3 and 4 together. If somebody cannot be reached by text, the set-up stays
                        and the evening group uses the side table. It is written on the whiteboard, and our
                        two instructors have a photograph.
                    """,
                ),
                text(
                    "follow-up",
                    "Sixteen days later",
                    """
                        The tape is still there and it is dirty, which I take as a good sign. I asked F. by
                        message how it is going from their side: "Two texts, no surprises. The cards fall
                        off, though." We bought clips. What I would do earlier: ask who owns a thing before
                        deciding that nobody does.
                    """,
                ),
            ),
            submitted=at(4, "22:31"),
            assessor=ASSESSOR_THADDEUS,
            taken=at(1, "14:20"),
            marks=(
                mark(
                    "mapping",
                    "Proficient",
                    """
                        Both sides could sign your list of events, and “they do not respect us” is honestly
                        filed under assumptions. For the next level, show an assumption that you went and
                        tested.
                    """,
                ),
                mark(
                    "listening",
                    "Exemplary",
                    """
                        You summed up, were corrected, took the correction and only then spoke. The silence
                        by the lake did the rest.
                    """,
                ),
            ),
        ),
    ),
)

ALEXANDROS_CONFLICT = Journey(
    learner=ALEXANDROS,
    badge="conflict-resolution",
    state=JourneyState.AWARDED,
    started=at(190, "08:40"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "mapping",
                    "Two cooks, one oven",
                    """
                        I am kitchen porter in a hotel. The pastry cook and the breakfast cook both need the
                        large oven from five to seven. One morning the breakfast trays stood outside, and
                        there were loud words before guests.

                        - Pastry demands: the oven belongs to pastry until half past six. Behind it: dough
                          that rose overnight cannot wait, and she is blamed for flat bread.
                        - Breakfast demands: the oven from six. Behind it: the first buses leave at seven,
                          and he is alone that hour.
                        - What I assumed: that each knew the other's timetable. What I know: the trays were
                          outside at 6:10, I wrote it down because I cleaned the floor.
                    """,
                ),
                text(
                    "listening",
                    "First account",
                    """
                        They both asked me, because I am there every day and I am nobody's boss. I told the
                        pastry cook that the breakfast cook has a point, because the buses do not wait. She
                        said, "So you are on his side." I said, "No, but don't you think that guests come
                        first?" She went on with her work. Then I spoke with him and he was more friendly. I
                        explained to him that dough is alive. He laughed and said he would try.
                    """,
                ),
                text(
                    "options",
                    "What was possible",
                    """
                        Pastry keeps the oven, breakfast takes the small oven; breakfast takes it at six and
                        pastry bakes at four; trays are changed every fifteen minutes; pastry bakes the
                        breakfast eggs in the tins between two rounds (her idea, nobody expected it). They
                        chose the last one. It is a sheet on the oven door: 5:00 bread, 5:40 eggs for
                        thirty, 6:05 bread, 6:40 free. He lays out her tins at night for it. If a bus comes
                        early he tells her the evening before.
                    """,
                ),
                text(
                    "follow-up",
                    "Three weeks later",
                    """
                        The sheet was kept on 17 of 21 mornings; I ticked them. On the four others a bus had
                        changed. I asked both. She says it is better, and that she did not know he was
                        alone. He says he would like a bell. Next time I would hear each of them fully
                        before I give a reason for the other.
                    """,
                ),
            ),
            submitted=at(151, "15:02"),
            assessor=ASSESSOR_ROSALIND,
            taken=at(149, "11:00"),
            marks=(
                mark(
                    "mapping",
                    "Proficient",
                    """
                        Fair to both, with a need behind each demand. Writing down 6:10 was a small thing
                        that settled a lot.
                    """,
                ),
                mark(
                    "listening",
                    "Developing",
                    """
                        You asked, but your questions carried the answer: “don't you think that guests come
                        first?” Her reply shows that she did not feel heard. Please hand in another
                        conversation, or the next one with her, in which you say her view in your own words
                        and wait for her yes.
                    """,
                ),
                mark(
                    "options",
                    "Exemplary",
                    """
                        Neither of them came in asking for eggs in bread tins. It serves both needs, and the
                        early bus is provided for.
                    """,
                ),
                mark(
                    "follow-up",
                    "Proficient",
                    "Counted, asked both, and the lesson at the end is the right one.",
                ),
            ),
            decided=at(149, "12:16"),
            comment="Three of four are met. Only the conversation comes back to you; the rest stands.",
        ),
        Round(
            evidence=(
                text(
                    "listening",
                    "The talk about the bell",
                    """
                        After your comment I waited for a true occasion. It came with the bell. He wanted
                        one on the oven door that rings when her bread is out. She hated the idea.

                        I sat down with her on the flour sacks after the shift. I said only, "Tell me about
                        the bell." She said, "I have baked for thirty years. I do not need to be rung at." I
                        wanted to explain that the bell is for him. I did not. I said, "It would feel as if
                        someone checks on you." She said, "Not checks. Calls. Like a servant." I said, "So
                        it is not the noise, it is being called in your own kitchen." She looked up and
                        said, "Yes. You understand." Then for some time nobody spoke, and I let it be.

                        Then she asked me, "What does he want it for?" I said that in his hour alone he
                        cannot leave the eggs to look at the oven. She said, "He could have asked. I will
                        put the white cloth over the handle when it is free. He sees that from the stove." I
                        asked if I may tell him it was her idea. She said, "Tell him it costs him a coffee."
                        He bought the coffee.

                        What was different for me: I was silent three times, and each time the next thing
                        she said was the important one.
                    """,
                ),
            ),
            submitted=at(128, "16:44"),
            assessor=ASSESSOR_ROSALIND,
            taken=at(127, "09:30"),
            marks=(
                mark(
                    "listening",
                    "Exemplary",
                    """
                        What a difference. You take her “not checks, calls” seriously, correct yourself, and
                        get a clear yes before his reason is even mentioned. And the best option came from
                        her, because she had been heard.
                    """,
                ),
            ),
            decided=at(127, "09:58"),
            comment="All four are met. The white cloth will stay with me.",
        ),
    ),
)

TAMARA_STRESS = Journey(
    learner=TAMARA,
    badge="stress-management",
    state=JourneyState.AWARDED,
    started=at(118, "07:55"),
    published=True,
    rounds=(
        Round(
            evidence=(
                file("noticing", "My log of 21 days", "stress-log.csv"),
                text(
                    "noticing",
                    "How I chose the columns",
                    """
                        Load is the number of things with a deadline within 48 hours, because that can be
                        counted. For signs I asked my sister what she sees before I notice it: I stop
                        answering messages, and I clench my jaw. Sleep is in hours. The column "did" is what
                        I tried, in one or two words. On day 6 I saw two early signs with a load of only two
                        and moved the Thursday call, so that day is marked.
                    """,
                ),
                text(
                    "analysing",
                    "What the log shows",
                    """
                        I believed that deadlines were my problem. The log does not agree. On days 4, 11 and
                        18 the load was five or six and I wrote no signs at all. On days 7, 8, 14 and 15 the
                        load was two or three, and I had jaw, short answers, and twice no appetite. What
                        those four days share is that they follow an evening in which I worked for both
                        jobs: the clinic until six and translation after eight.

                        I wondered if it was only sleep. On day 11 I slept five hours and was fine; on day
                        14 I slept seven and was not. So sleep makes it worse but does not explain it. Two
                        jobs in one evening explains all four, and there is one evening (day 17) of that
                        kind without signs afterwards, when my sister cooked. Four out of five in three
                        weeks is not proof, but it is better than what I believed before.

                        Can change: which evenings I take translation. Can soften: the way home between the
                        two. Must accept: the clinic's timetable, and that my father calls when he calls.
                    """,
                ),
                text(
                    "trying",
                    "A walk, and a no",
                    """
                        Getting off the bus two stops early on the way home, days 8 to 14. Planned seven
                        times, done five (rain, late bus). Signs on the day after a walk: two of five. On
                        the day after no walk: none of two. I kept it because I like it, but I do not claim
                        that it helps.

                        No translation on clinic evenings, days 15 to 21. I wrote to the agency that I
                        take jobs only on Mondays, Fridays and at weekends. I was afraid they would drop me;
                        they sent me a longer text for the weekend. Done on six of seven evenings. Load went
                        from an average of 3.4 to 2.9, and there was one day with signs in the week instead
                        of two. Money for the week was 11 per cent less. For now that is a price I pay.
                    """,
                ),
                file("planning", "My plan for the exam weeks", "stress-plan.pdf"),
            ),
            submitted=at(92, "06:51"),
            assessor=ASSESSOR_INGRID,
            taken=at(90, "13:05"),
            marks=(
                mark(
                    "noticing",
                    "Exemplary",
                    """
                        Load you can count, signs that your sister can see, and on day 6 you acted on them.
                        A model log.
                    """,
                ),
                mark(
                    "analysing",
                    "Exemplary",
                    """
                        You gave the rival explanation a real chance and say how far four out of five
                        carries. Day 17 could easily have been left out; you kept it in.
                    """,
                ),
                mark(
                    "trying",
                    "Exemplary",
                    """
                        The walk is reported with its meagre result, which makes me trust the second one.
                        The letter to the agency changes the source, with its price stated.
                    """,
                ),
                mark(
                    "planning",
                    "Proficient",
                    """
                        Signs from your log start clear steps, and the counselling desk has a number and a
                        threshold. Talk the plan through with your sister before you need it; what she says
                        may change step two.
                    """,
                ),
            ),
            decided=at(90, "14:11"),
            comment="Careful, sober and useful. Thank you for showing only what you wished to show.",
        ),
    ),
)

LAYLA_TEAMWORK = Journey(
    learner=LAYLA,
    badge="teamwork",
    state=JourneyState.SUBMITTED,
    started=at(29, "18:12"),
    rounds=(
        Round(
            evidence=(
                text(
                    "roles",
                    "Our three pages of rules, and the one we needed",
                    """
                        Four of us built a survey for the city library in our statistics course. The course
                        gave us a template of three pages for a team contract. We filled it in and never
                        opened it again. In week two I wrote a second one on half a page: Sam questions, Rui
                        data, Hana contact with the library, I the report. Every Tuesday a draft, even if
                        ugly. If two of us disagree about a number, the one who can show the row wins. That
                        last line was mine, because we had lost an hour over an average which both sides had
                        from memory.
                    """,
                ),
                link(
                    "reliability",
                    "History of our report, five weeks",
                    "https://files.example.org/library-survey/history",
                ),
                text(
                    "reliability",
                    "Two marks in the history",
                    """
                        Kept: the Tuesday draft, five times of five. In trouble: the chart of opening hours.
                        The library sent the new numbers two days late, and on the Sunday I wrote to all
                        that the chart would be missing on Tuesday and come on Thursday. It came on Thursday
                        at noon.
                    """,
                ),
                text(
                    "inclusion",
                    "Questions on paper",
                    """
                        Hana has the best contact with the library but says little when we meet on video,
                        because three of us speak fast and over each other. I asked her in a private message
                        whether she would prefer to see the questions the day before. She said yes, "then I
                        can be quick too". From then on I put the three points of the meeting into our chat
                        on Monday night. At the next meeting Hana had crossed out half of our questions: the
                        librarians already count visits by the hour. It saved us a week.
                    """,
                ),
                text(
                    "reflection",
                    "What Rui and Hana said",
                    """
                        Rui told me that I answer messages at one in the morning and that it makes him feel
                        late. I had thought it shows that I am reliable. I disagree that it is a demand, but
                        he is right about how it lands: the next day he began his message with an excuse.
                        Hana told me that the Monday points were the most useful thing anyone did. She also
                        said that I rewrite other people's paragraphs without a word. I looked, and in the
                        history there are nine of hers. I did not notice that I was doing it.

                        In my next team, which begins in March, I will write at night but send in the
                        morning, and I will leave a question at the side of a paragraph before I touch it. I
                        have asked Hana, who will be in that team too, to tell me after two weeks if I keep
                        to it.
                    """,
                ),
            ),
            submitted=at(2, "00:47"),
        ),
    ),
)

NOA_STRESS = Journey(
    learner=NOA,
    badge="stress-management",
    state=JourneyState.DRAFT,
    started=at(12, "21:20"),
    rounds=(
        Round(
            evidence=(
                text(
                    "noticing",
                    "Log, first part",
                    """
                        Nine days so far. Load: 3, 3, 5, 6, 4, 2, 1, 5, 6. Signs: cold hands (days 3, 4, 9),
                        reading a page twice (4, 8, 9). I still have to put it into a table and I do not
                        know yet whether the weekend counts.
                    """,
                ),
                text(
                    "planning",
                    "Plan (only the beginning)",
                    """
                        When I read a page twice: close the book, ten minutes outside, then the page aloud.
                        When it happens three days in a row:
                    """,
                ),
            ),
        ),
    ),
)

ANANYA_TEAMWORK = Journey(
    learner=ANANYA,
    badge="teamwork",
    state=JourneyState.RETURNED,
    started=at(74, "17:30"),
    rounds=(
        Round(
            evidence=(
                text(
                    "roles",
                    "Roles in the robotics team",
                    """
                        We were six in the robotics team for eleven weeks. In the first meeting I proposed
                        that nobody owns a part alone: each part (drive, arm, code, log) has a first and a
                        second person, because the year before one illness had stopped us for two weeks. The
                        table with names and due dates is on our wiki. We decide by trying: whoever has an
                        objection gets one evening to show it on the robot.
                    """,
                ),
                file("reliability", "Engineering log, weeks three to nine", "robotics-log.txt"),
                text(
                    "inclusion",
                    "Everyone could speak",
                    """
                        In our team everyone could always say what they think. The atmosphere was very open,
                        and we had no problems with anybody. When someone was quiet we asked if there were
                        any thoughts, and mostly there were none, so we went on. At the end all were happy
                        with the robot.
                    """,
                ),
                text(
                    "reflection",
                    "After the competition",
                    """
                        Tobias said that my log was the reason that we found the loose encoder in an hour.
                        He also said that I take a broken thing out of people's hands, and his example was
                        the arm in week six, when he had wanted to find it himself. I remember it as
                        helping. Mei said nearly the same about the cable, so I believe them. She added that
                        I thank people in the log and never to their faces, which made me laugh, because it
                        is true.

                        In the spring team I will ask "do you want a hand or a minute?" before I touch
                        somebody's part. I have written it on the lid of my tool box. I do not agree with
                        Tobias that speed did not matter in week six, because we had the hall for one
                        evening only, but I could have said that aloud.
                    """,
                ),
            ),
            submitted=at(31, "23:12"),
            assessor=ASSESSOR_THADDEUS,
            taken=at(27, "10:02"),
            marks=(
                mark(
                    "roles",
                    "Proficient",
                    """
                        A first and a second person for each part, with last year's reason. “Show it on the
                        robot” is a fine rule.
                    """,
                ),
                mark(
                    "reliability",
                    "Proficient",
                    """
                        Seven weeks that I can follow. In week five you announce the late gearbox three days
                        ahead with a new date.
                    """,
                ),
                mark(
                    "inclusion",
                    "Beginning",
                    """
                        You tell me that nobody was silent, but no person and no moment appears. Your
                        reflection has one: Mei seems to have thought a lot that she did not say in the
                        meetings. Choose one such occasion: what did you do, and what did she then bring in?
                        If you did nothing at the time, try it in your spring team and write about that.
                    """,
                ),
                mark(
                    "reflection",
                    "Proficient",
                    """
                        Two voices, an example each, an honest disagreement, and a sentence to try. Come
                        back to the tool box lid in your next portfolio.
                    """,
                ),
            ),
            decided=at(27, "11:20"),
            comment="You are close: only drawing out every member is open. Take your time; the rest is safe.",
        ),
    ),
)

SIYUAN_TEAMWORK = Journey(
    learner=SIYUAN,
    badge="teamwork",
    state=JourneyState.AWARDED,
    started=at(330, "12:00"),
    rounds=(
        Round(
            evidence=(
                text(
                    "roles",
                    "Dividing a translation of 200 pages",
                    """
                        Four translators, one handbook for a museum, ten weeks. The publisher wanted equal
                        page counts. I proposed to divide by room of the museum, so that each of us would
                        meet the same objects again, and to have one keeper of the word list. We wrote it on
                        a page with dates for each room. When two words were possible, the keeper chose
                        within a day and the rest of us did not argue again before the end of the month.
                    """,
                ),
                link(
                    "reliability",
                    "Change history of the word list",
                    "https://files.example.org/museum-handbook/word-list",
                ),
                text(
                    "reliability",
                    "Room four was late",
                    """
                        I finished seven rooms on their dates. Room four had poems on the walls which nobody
                        had told us of. Six days before the date I wrote to the team and the publisher: the
                        prose will be on time, the poems need eight days more or a poet. They gave us the
                        eight days.
                    """,
                ),
                text(
                    "inclusion",
                    "The youngest reads first",
                    """
                        Xiaoyu was in her first job and always agreed with the last speaker. I asked that at
                        our weekly reading she read her choice first, before any of us had given a view. The
                        first two times she looked at me afterwards. The third time she defended "vessel"
                        against all three of us, with the museum's own catalogue in her hand, and she was
                        right. We corrected 41 places.
                    """,
                ),
                text(
                    "reflection",
                    "Two readers of my work",
                    """
                        I asked Xiaoyu and Mr. Deng. Mr. Deng finds that I decide too late: with the
                        lighting captions I collected opinions for five days over a matter of taste. I
                        agree; I was keeper of the list and hid behind the vote. Xiaoyu said the opposite
                        about the poems: that I had written to the publisher before asking the two who love
                        poetry. I see that I am slow in small things and quick in large ones, where I am
                        nervous.

                        Next month I lead the audio guide. For each question I will say at once whether it
                        is taste, in which case I choose the same day, or substance, in which case I ask two
                        people first, by name.
                    """,
                ),
            ),
            submitted=at(287, "09:09"),
            assessor=ASSESSOR_ROSALIND,
            taken=at(284, "15:40"),
            marks=(
                mark(
                    "roles",
                    "Proficient",
                    "Dividing by room and not by page is a real idea, and you give the reason.",
                ),
                mark(
                    "reliability",
                    "Proficient",
                    "Six days' notice with two ways out. The history confirms seven rooms on time.",
                ),
                mark(
                    "inclusion",
                    "Proficient",
                    """
                        An act made for one person, and we see what it brought: 41 corrections. Did the
                        habit outlive the project?
                    """,
                ),
                mark(
                    "reflection",
                    "Proficient",
                    """
                        “Slow in small things, quick in large ones” is a sharp finding, and the rule for the
                        audio guide can be tested.
                    """,
                ),
            ),
            decided=at(284, "16:25"),
            comment="All four sub-competencies are met.",
        ),
    ),
)

SIYUAN_STRESS = Journey(
    learner=SIYUAN,
    badge="stress-management",
    state=JourneyState.DRAFT,
    started=at(6, "22:41"),
    rounds=(
        Round(
            evidence=(
                text(
                    "analysing",
                    "First thoughts",
                    """
                        The worst days are not those with the most pages but those on which I wait for an
                        answer. I want to check this against the dates of the mails.
                    """,
                ),
            ),
        ),
    ),
)

MARCUS_CONFLICT = Journey(
    learner=MARCUS,
    badge="conflict-resolution",
    state=JourneyState.REVOKED,
    started=at(241, "13:33"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "mapping",
                    "The allotment fence",
                    """
                        Two plot holders of our garden club, K. and B., quarrelled over a fence that stood
                        forty centimetres on the wrong side. K. demanded that it be moved before planting.
                        Behind it: she pays for the strip. B. demanded that it stay. Behind it: his father
                        set the posts. I assumed that both knew the old plan. I asked, and neither had ever
                        seen it, which changed my whole drawing.
                    """,
                ),
                text(
                    "listening",
                    "At the water tap",
                    """
                        B. said, "She wants to wipe out what my father made." I said, "So the posts are what
                        matters, more than the strip." He said, "The strip I do not need at all." I repeated
                        it: "You could do without the ground, but not without the posts." "That's it," he
                        said, and put down the can. K. had said to me before, "I feel like a fool paying for
                        it." I told her that I heard she wanted to be treated correctly more than she wanted
                        forty centimetres, and she nodded.
                    """,
                ),
                text(
                    "options",
                    "Four ways and the one they took",
                    """
                        Move the fence; pay the rent for the strip; swap it for the corner by the compost;
                        leave the posts as a rose arch and draw the line with stones. B. raised the arch. K.
                        chose it and added that the club writes both names on the plan. Stones by the end of
                        April, and if not, the committee lays them.
                    """,
                ),
                text(
                    "follow-up",
                    "In May",
                    """
                        I asked both at the plant sale. The stones lie, the roses are in. K. says that they
                        now share the tap without talking to me about it. I would look for the plan first
                        next time.
                    """,
                ),
            ),
            submitted=at(203, "18:20"),
            assessor=ASSESSOR_THADDEUS,
            taken=at(201, "08:50"),
            marks=(
                mark(
                    "mapping",
                    "Exemplary",
                    "You tested what you assumed, and it moved the map. That is the heart of this level.",
                ),
                mark("listening", "Proficient", "Summed up, confirmed, and only then on to solutions. Clear."),
                mark(
                    "options",
                    "Exemplary",
                    "The arch serves what neither demand did, with a fall-back for the stones.",
                ),
                mark("follow-up", "Proficient", "You asked both sides and drew one usable lesson."),
            ),
            decided=at(201, "09:41"),
            comment="A well-told case. All four are met.",
        ),
    ),
    revocation=Revocation(
        revoked=at(164, "11:30"),
        revoked_by=ADMINISTRATOR,
        kind="misconduct",
        reason=prose("""
            The evidence describes a mediation that was led by another member of the garden club, who has
            shown their notes and the dated messages. Mr. Whitfield confirmed in a meeting that he was
            present but did not conduct the conversations. He may hand in evidence of his own at any time.
        """),
    ),
)

GUADALUPE_STRESS = Journey(
    learner=GUADALUPE,
    badge="stress-management",
    state=JourneyState.IN_REVIEW,
    started=at(47, "05:58"),
    rounds=(
        Round(
            evidence=(
                file("noticing", "Log of the harvest weeks", "harvest-log.csv"),
                text(
                    "analysing",
                    "It was not the harvest",
                    """
                        I run the packing line of my family's orchard and study at night. I was certain the
                        picking weeks would be the hardest. In the log the hard days are 3, 9, 10 and 16,
                        and on each of them a buyer had changed an order after four in the afternoon. On
                        days 6 and 12 we packed more crates than on any other and I slept like a stone. So
                        it is late change and not much work.

                        Could it be the heat? Days 9 and 10 were the hottest, but 3 and 16 were cool. I
                        cannot change what buyers do, I can soften when I hear of it, and I must accept that
                        fruit does not wait.
                    """,
                ),
                text(
                    "trying",
                    "A telephone hour and a breathing count",
                    """
                        Telephone hour (days 11 to 17): buyers may call between two and three, and after
                        that my brother answers. Done on six of seven days; on day 16 he was at the dentist
                        and it was I who picked up. Two late changes came on other days, I heard of them in
                        the morning and the nights were good.

                        Four counts in, six counts out at the end of the line, each time the belt stops
                        (days 18 to 24). I did it on five days, perhaps ten times a day. My shoulders are
                        noted on one of these seven days and on one of the seven before, so I cannot say
                        that it helps. I will keep the hour. The breathing I will keep for the belt, because
                        it costs nothing.
                    """,
                ),
                text(
                    "planning",
                    "For the apple weeks",
                    """
                        Early signs: shoulders, and snapping at the radio. First steps: the telephone hour
                        begins the same day; my brother takes the buyers; one night without books. If I snap
                        at a person, or if the signs last four days, I call Dr. Paz at the health post
                        (Tuesdays and Fridays, number by the door), who knows me. I showed this to my
                        brother. He said four days is too long in apple weeks, and we wrote three.
                    """,
                ),
            ),
            submitted=at(9, "04:36"),
            assessor=ASSESSOR_INGRID,
            taken=at(3, "16:15"),
            marks=(
                mark(
                    "analysing",
                    "Exemplary",
                    """
                        You set out to prove one thing and the log taught you another; heat was weighed and
                        put aside with dates.
                    """,
                ),
            ),
        ),
    ),
)

JOURNEYS = (
    ZOE_TEAMWORK,
    ZOE_CONFLICT,
    ALEXANDROS_CONFLICT,
    TAMARA_STRESS,
    LAYLA_TEAMWORK,
    NOA_STRESS,
    ANANYA_TEAMWORK,
    SIYUAN_TEAMWORK,
    SIYUAN_STRESS,
    MARCUS_CONFLICT,
    GUADALUPE_STRESS,
)
