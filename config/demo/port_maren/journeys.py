"""How far the learners of Port Maren University have come with the resilience badge."""

from config.demo.port_maren.people import (
    ARJUN,
    ASSESSOR_CORMAC,
    ASSESSOR_NKECHI,
    ELENI,
    LUKASZ,
    MARIA_FERNANDA,
    MISAKI,
    OLGA,
    SEOYEON,
    SIOBHAN,
    THANDIWE,
    YOUSUF,
)
from config.demo.types import Journey, JourneyState, Round
from config.demo.writing import at, file, mark, prose, text

SIOBHAN_JOURNEY = Journey(
    learner=SIOBHAN,
    badge="resilience",
    state=JourneyState.AWARDED,
    started=at(301, "17:20"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "The placement I did not get",
                    """
                        In October the hospital laboratory turned me down for a summer placement. The letter
                        was three lines long. I read it on the bus and by the time I got off I had an
                        explanation: my interview was bad because I am bad at talking about myself. I said
                        so to everyone for a week and they were kind, which made it firmer.

                        In module 2 I wrote the event alone. I applied on the last day. There were four
                        places. I was interviewed for twenty minutes, was asked about centrifuges, and could
                        not name the safety check. I got a letter. That is all that happened. The rest was
                        mine.

                        Then I wrote other explanations. One: the places had gone to people who applied
                        early. Two: they needed someone who had worked with that machine. Three: I talk
                        badly about myself. For the first there is the date. For the second there is the one
                        question I could not answer. For the third I looked for a fact and there is only my
                        red face, and the interviewer thanking me for a clear account of my project.

                        So I wrote to the laboratory and asked which of the three had weighed most. The
                        answer came after nine days: they take people in the order of application if the
                        technical check is passed, and two before me had passed. In my hands: the date, and
                        the centrifuge. Not in my hands: that there were four places.

                        In January my tutor did not answer my draft and I caught myself on the stairs
                        composing the same sentence, "it is how I put things". I stopped and asked at the
                        office. She was on leave.
                    """,
                ),
                file("growth", "Both score sheets", "resilience-measures-siobhan.csv"),
                file("growth", "The same as a picture", "resilience-before-after.png"),
                text(
                    "growth",
                    "What moved and what stayed",
                    """
                        Statement 2 (more than one explanation) went from 2 to 6, and I know why: each
                        evening of the practice weeks I wrote one annoying thing and two reasons. Statement
                        6 (asking before it is urgent) went from 2 to 5, because of the letter to the
                        laboratory and because I asked about the dates for the next round in week two and
                        not in the last one. Statement 9 (letting go) stayed at 3. I practised nothing for
                        it, and I still rewrite old notes.

                        I asked my flatmate Bríd to rate me too. She gave me a 3 for asking, against my 5.
                        "You ask the office," she said. "You do not ask me." That is true. My number was
                        about strangers. The measure cannot tell those two apart, and besides I knew on the
                        second occasion what a good answer looks like.
                    """,
                ),
                file("support", "My support map", "support-map.png"),
                text(
                    "support",
                    "Asking Bríd",
                    """
                        The gap on my map is on the listening side: I had three people for advice and nobody
                        for simply listening. After Bríd's remark I asked her, "Could I have twenty minutes
                        on Sunday evening to complain about the project, and would you not solve it? You,
                        because you don't study chemistry." She said yes, and then, "Can I have the same on
                        Wednesdays?" She has used hers four times, and I learned not to solve things, which
                        is hard. One Sunday she said no because of her match. I asked for Monday.
                    """,
                ),
                file("plan", "Resilience plan", "resilience-plan.pdf"),
            ),
            submitted=at(246, "20:02"),
            assessor=ASSESSOR_CORMAC,
            taken=at(243, "10:10"),
            marks=(
                mark(
                    "setback",
                    "Extending",
                    """
                        You isolated the event in five plain sentences, found the fact that decides, and
                        caught the old sentence on the stairs in January. Nothing to add.
                    """,
                ),
                mark(
                    "growth",
                    "Extending",
                    """
                        Statement 9 is as useful to me as the ones that rose. Bríd's 3 against your 5, and
                        what you make of it, is what the highest level means.
                    """,
                ),
                mark(
                    "support",
                    "Extending",
                    """
                        A request with what, when, why you, and even how. That it turned into Wednesdays for
                        her is the nicest outcome.
                    """,
                ),
                mark(
                    "plan",
                    "Established",
                    """
                        A friend could tell whether each step happened, and the date for changing route is
                        set. Once you have used it, write down what you had to correct.
                    """,
                ),
            ),
            decided=at(243, "11:24"),
            comment=prose("""
                All four are reached. I would be glad if you told the Wednesday group about your three
                explanations.
            """),
        ),
    ),
)

LUKASZ_JOURNEY = Journey(
    learner=LUKASZ,
    badge="resilience",
    state=JourneyState.AWARDED,
    started=at(224, "06:45"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "Failing mechanics for the second time",
                    """
                        I failed mechanics in January and again in August, with 38 points and then 39. After
                        the second time I told my parents that the lecturer wants to fail people. That was
                        my explanation, and all my friends who failed had it too.

                        The facts: 61 of 94 passed in August. I solved every exercise of the course, most of
                        them with the solution beside me. In the exam I left two of six questions empty both
                        times, and both times they were the two with text and no drawing. I worked nights in
                        the bakery until four days before.

                        Explanations: he wants to fail people (against it: two in three passed). I was tired
                        (for it: the bakery; against it: in January I did not work and had the same points).
                        I never practised making a drawing from a text (for it: the empty questions, twice
                        the same kind). The third fits best and I like it least, since it was in my hands
                        all the time. The bakery was only half in my hands; rent is rent.
                    """,
                ),
                file("growth", "Score sheets", "resilience-measures-lukasz.csv"),
                text(
                    "growth",
                    "Reading the sheets",
                    """
                        Statement 3, noticing that I avoid a task, went up from 2 to 5. In the practice
                        weeks I put a cross in the diary each time I opened the solution before I had a
                        drawing. First week 11 crosses, third week 4. Statement 4 went up from 3 to 5 for
                        the same reason. Statement 7, accepting help, did not move (2 and 2). I practised
                        alone on purpose, so it could not move. A limit: I filled in the second sheet on the
                        evening of a day that went well.
                    """,
                ),
                text(
                    "support",
                    "Whom I can ask",
                    """
                        Family: always there for me. Friends from the course: we help each other.
                        Girlfriend: supports me. Tutor: friendly. I know that I can ask any of them at any
                        time if something is wrong.
                    """,
                ),
                file("plan", "Plan for the third attempt", "mechanics-plan.pdf"),
            ),
            submitted=at(171, "23:58"),
            assessor=ASSESSOR_NKECHI,
            taken=at(169, "12:30"),
            marks=(
                mark(
                    "setback",
                    "Established",
                    """
                        You hold three explanations against numbers and keep the one you like least. What
                        would settle it between tired and untrained? One mock question after a night shift
                        might.
                    """,
                ),
                mark(
                    "growth",
                    "Established",
                    "Crosses in a diary are good evidence, and you name the good evening as a limit.",
                ),
                mark(
                    "support",
                    "Emerging",
                    """
                        I believe you that they are there, yet I cannot see who helps with what, nor where
                        the gap is. Your sheet says 2 for accepting help, twice: that may be the gap. Please
                        draw the map with kinds of help, and make one real request with a what and a when. A
                        “no” is as good as a “yes” for this.
                    """,
                ),
                mark(
                    "plan",
                    "Established",
                    """
                        Two routes, with the third of May as the day on which you change. The early signs
                        can be seen by a friend.
                    """,
                ),
            ),
            decided=at(169, "13:41"),
            comment="Strong work in three. Only the support map comes back to you.",
        ),
        Round(
            evidence=(
                file("support", "Support map, second drawing", "support-map-lukasz.png"),
                text(
                    "support",
                    "Asking Magda to watch me draw",
                    """
                        My map now has three rings: practical, listening, advice. Practical is full.
                        Listening is my sister. In advice there is a hole, since I know nobody who would
                        look at how I work, only people who tell me what the answer is.

                        I wrote to Magda, who passed in August: "Could you sit beside me for half an hour on
                        Thursday at five and watch while I turn one text into a drawing? Don't tell me the
                        answer. Tell me where I stop. I ask you because you draw everything." She answered:
                        "Thursday no, Friday yes, and you bring doughnuts."

                        On Friday she said that I begin with numbers. I write every number from the text on
                        the sheet, and then there is no room for the picture. It took her ten minutes to see
                        it, and I had not seen it in a year. We do it every Friday now. To close the hole
                        for other subjects I put my name down for the tutorial room on Mondays.
                    """,
                ),
            ),
            submitted=at(149, "19:17"),
            assessor=ASSESSOR_NKECHI,
            taken=at(147, "09:05"),
            marks=(
                mark(
                    "support",
                    "Established",
                    """
                        Now I see the hole and how you are closing it. Your request is precise enough that
                        Magda could say no to a day and yes to the thing. Next: what could you offer her
                        besides doughnuts?
                    """,
                ),
            ),
            decided=at(147, "09:26"),
            comment="All four are reached. Good luck with the third attempt; the drawing comes first.",
        ),
    ),
)

ELENI_JOURNEY = Journey(
    learner=ELENI,
    badge="resilience",
    state=JourneyState.IN_REVIEW,
    started=at(66, "11:11"),
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "The café that closed after seven months",
                    """
                        Before I came to the university I opened a café with my cousin. It closed after
                        seven months. For two years I told it like this: my cousin did not pull her weight.
                        She told it like this: I wanted everything my way. We did not speak.

                        For this badge I took out the accounts. We never had a month with fewer than forty
                        customers a day, and we never had one in which that paid the rent. The rent was 31
                        per cent of what came in. A friend who runs a bar says that over 15 one should not
                        sign. Nobody had pulled too little weight; two people could have worked day and
                        night.

                        So there are three explanations. Cousin: against it, the hours in the book, hers are
                        more than mine. Me: for it, I chose the place for its light, against her advice. The
                        rent: for it, the percentage. What was in my hands was the signature. What was not:
                        that the street was closed to traffic in the fourth month.

                        I sent the sheet to my cousin with one line: "It was the rent, and I chose it." She
                        called the same evening.
                    """,
                ),
                file("growth", "First and second measure", "resilience-measures-eleni.csv"),
                text(
                    "growth",
                    "Two up, one down",
                    """
                        Up: statement 1 (from 3 to 6), through the accounts, and statement 8 (from 4 to 6),
                        because I moved my thesis to the second choice when the first archive stayed shut.
                        Down: statement 12, from 6 to 4. I think the first 6 was bravado. After reading the
                        accounts I know how little I influenced, and this 4 is a better number. What the
                        sheet cannot show is how long something lasts.
                    """,
                ),
                text(
                    "support",
                    "A message to my cousin",
                    """
                        Practical help: my uncle, the student office. Listening: Chara. Advice on money:
                        nobody, which is the gap that cost us the café. I asked the start-up desk: "May I
                        show you one contract on Tuesday for fifteen minutes before I sign it? I do not need
                        a yes or no, I need to know which number to look at." They looked at it. I did not
                        sign.
                    """,
                ),
                text(
                    "plan",
                    "Plan",
                    """
                        Goal: hand in the thesis by 30 June. Route one: the harbour archive, if it opens by
                        1 March. Route two: the printed registers in the library, begun on 2 March whatever
                        happens. Early signs: I polish the first page; I stop telling Chara how far I am.
                        Practices from my diary: accounts on Friday (what happened, in numbers, ten lines),
                        and asking before signing. If I have fewer than twenty pages on 1 May, I drop
                        chapter four and tell my supervisor the same day.
                    """,
                ),
            ),
            submitted=at(6, "13:13"),
            assessor=ASSESSOR_CORMAC,
            taken=at(2, "10:45"),
            marks=(
                mark(
                    "setback",
                    "Extending",
                    """
                        You let the accounts speak against your own story, and then you sent them to the
                        person it concerned.
                    """,
                ),
                mark(
                    "growth",
                    "Established",
                    """
                        I agree that the 4 is the better number. To go further, ask your cousin or Chara how
                        they would have rated you.
                    """,
                ),
            ),
        ),
    ),
)

OLGA_JOURNEY = Journey(
    learner=OLGA,
    badge="resilience",
    state=JourneyState.SUBMITTED,
    started=at(58, "09:40"),
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "My diploma was not recognised",
                    """
                        I was a pharmacist for eleven years. In the new country the office wrote that my
                        diploma is "not substantially equivalent". My first explanation was one word long:
                        foreign. The second came from a neighbour who had gone through the same: the list of
                        hours of my course has no column for practice, so it looks as if there was none. I
                        read the letter again with a dictionary. On the second page it says that a missing
                        document may be sent within three months. My first explanation had kept me from
                        turning the page.

                        The document exists; it lies with my former head of department. To send it was in my
                        hands. How long the office takes is not.
                    """,
                ),
                file("growth", "Measures one and two", "resilience-measures-olga.csv"),
                text(
                    "growth",
                    "Difference",
                    """
                        Statement 2 from 3 to 5: I practised with letters from offices, each time two
                        readings. Statement 5 from 2 to 5: I now know who in the town can explain a form.
                        Statement 10, a habit that gives strength, stays at 6; I swim on Saturdays here as I
                        did there. I rate myself in a foreign language, so a 5 may mean something else than
                        for others.
                    """,
                ),
                text(
                    "support",
                    "A request to my old head of department",
                    """
                        My map has two countries, and the gap is between them: nobody who knows both
                        systems. I wrote: "Dear Vera Pavlovna, could you by the 20th confirm my 600 hours of
                        practice on paper with the seal? You are the only one who signed the journals." She
                        did it in four days. To close the gap I joined the Thursday table of foreign health
                        workers, and I translate prescriptions there for a colleague from Georgia.
                    """,
                ),
                text(
                    "plan",
                    "Two routes into the pharmacy",
                    """
                        Goal: to stand behind a counter again by the autumn of next year. Route A:
                        recognition with the missing document. Route B: the one-year course for assistants,
                        application by 15 May, place paid by the job centre. Signs: I stop opening letters;
                        I say "at home it was" more than once a day. Practices: two readings; swimming; the
                        Thursday table. If there is no decision by 10 May, I apply for B and keep A open.
                    """,
                ),
            ),
            submitted=at(1, "08:32"),
        ),
    ),
)

YOUSUF_JOURNEY = Journey(
    learner=YOUSUF,
    badge="resilience",
    state=JourneyState.RETURNED,
    started=at(95, "22:05"),
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "Losing the captaincy",
                    """
                        In the third week of the season the trainer gave the captain's band to somebody
                        else, without a word before the game. My first thought: he does not trust me since I
                        missed the Tuesday. The facts: I missed two Tuesdays because of the laboratory. The
                        new captain plays in the middle, I play on the wing. We had lost three games, and in
                        all three I had argued with the referee.

                        Other explanations are that he wants the captain near the referee, or that he wants
                        a calmer one. I asked him. He said, "Both, and I should have told you." What was
                        mine: the arguing. What was not: where I play.
                    """,
                ),
                text(
                    "growth",
                    "My result",
                    """
                        My total before was 49 and afterwards it was 61, so I have improved by 12 points,
                        which is nearly 25 per cent. I am very satisfied with this result and I feel much
                        more resilient than before.
                    """,
                ),
                text(
                    "support",
                    "What I asked of the new captain",
                    """
                        For training I have the team, for advice my uncle, for listening I had only the
                        people whom I was angry with, which is the gap. I asked Declan: "When I go towards
                        the referee on Saturday, will you say my name once? You, because you stand closest."
                        He did it twice. On Saturday I was not booked. For listening I now ring my brother
                        on Sundays, and he asked me to do the same for him before his exams.
                    """,
                ),
                text(
                    "plan",
                    "Plan",
                    """
                        I will stay calm in every game. I will train harder than everyone else and never
                        give up. I will always think positively and not let other people get to me. If
                        something goes wrong I will look ahead.
                    """,
                ),
            ),
            submitted=at(24, "21:21"),
            assessor=ASSESSOR_NKECHI,
            taken=at(20, "15:00"),
            marks=(
                mark(
                    "setback",
                    "Extending",
                    """
                        You asked the one person who could decide between your explanations. His answer is
                        worth the whole account.
                    """,
                ),
                mark(
                    "growth",
                    "Emerging",
                    """
                        Two totals and their difference do not yet tell me what you did. Please add both
                        score sheets, choose two statements that moved and one that did not, and say for
                        each what happened in the practice weeks. What might twelve self-rated points not
                        show?
                    """,
                ),
                mark(
                    "support",
                    "Extending",
                    """
                        “Say my name once” is the most precise request I have read this term, and your
                        brother's Sunday goes both ways.
                    """,
                ),
                mark(
                    "plan",
                    "Emerging",
                    """
                        Compare “I will stay calm” with what you asked of Declan: there, one could see
                        whether it happened. Write the plan in that manner: a goal with a date, two routes,
                        the signs you notice first, two practices from your diary, and the day on which you
                        change route.
                    """,
                ),
            ),
            decided=at(20, "16:08"),
            comment=prose("""
                Half of it is excellent. Growth and plan come back to you; the Wednesday group is a good
                place to try out the plan.
            """),
        ),
    ),
)

MISAKI_JOURNEY = Journey(
    learner=MISAKI,
    badge="resilience",
    state=JourneyState.AWARDED,
    started=at(182, "14:00"),
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "The concert that I stopped in the middle",
                    """
                        In May I played the second sonata in the hall, and after the slow movement I
                        stopped, bowed and left. For weeks my explanation was that I am not a person for the
                        stage. My teacher's was that I had practised too little.

                        What happened: the slow movement went well. Somebody came in late, the door closed
                        loudly. I looked up and saw the examiner write. I could not remember how the third
                        movement begins. It begins with an upbeat in the left hand.

                        For "not for the stage" speaks that I left. Against it speak nine concerts that I
                        finished. For "too little practice" speaks nothing in my diary, I had played it
                        forty times, but always from the first note to the last. A third explanation is that
                        I have only one way in. I tested it: I asked my friend to clap at any place and then
                        began from there. In the third movement I could begin at two places of twelve. So
                        that was it.

                        In October a child cried in the middle of my pupil's recital, and he stopped and
                        looked at me. I said, "From letter C." He could.
                    """,
                ),
                file("growth", "Score sheets", "resilience-measures-misaki.csv"),
                text(
                    "growth",
                    "What the practice weeks did",
                    """
                        Statement 4 (coming back to a task) rose from 2 to 6. I practised "twelve doors":
                        each day begin at twelve places in random order. Statement 11 rose from 3 to 6; I
                        can name what I learned, and I teach it. Statement 6, asking before it is urgent,
                        stayed at 2, since I practised only alone. My teacher, whom I asked, says that I am
                        freer but that I still apologise before I play. I had not noticed it, so I believe
                        her more than my 6.
                    """,
                ),
                text(
                    "support",
                    "Map and request",
                    """
                        Advice: my teacher. Practical: the caretaker of the hall. Listening: my friend Emi.
                        Gap: nobody who knows stage fright from inside. I wrote to a violinist two years
                        above me: "May I ask you for thirty minutes next week about what you do in the ten
                        minutes before you go on? I heard that you once stopped, too." She was surprised
                        that somebody knew, and then talked for two hours. I turned pages for her in
                        November.
                    """,
                ),
                text(
                    "plan",
                    "Plan until the final recital",
                    """
                        Goal: to play the final recital on 12 June from beginning to end, or to stop and go
                        on. Route one: the sonata, from memory. Route two: the same with the score on the
                        stand. Signs: I only practise beginnings; I say sorry before I play. Practices:
                        twelve doors daily, one small concert every two weeks with a person who makes a
                        noise. If on 15 May fewer than ten of twelve doors open, the score goes on the
                        stand. In November, at the small concert, only seven opened. I used the score, and
                        it was not a shame. I moved the date of the decision one week forward.
                    """,
                ),
            ),
            submitted=at(119, "10:55"),
            assessor=ASSESSOR_CORMAC,
            taken=at(117, "14:30"),
            marks=(
                mark(
                    "setback",
                    "Extending",
                    """
                        You devised an experiment (the clapping) and it decided the question. Lovely account
                        of letter C.
                    """,
                ),
                mark("growth", "Extending", "You trust your teacher's ear above your own 6 and say why."),
                mark("support", "Extending", "An uncommon gap, exactly named, and a page-turner in return."),
                mark(
                    "plan",
                    "Extending",
                    "Used once, seven doors of twelve, corrected afterwards: this is a living plan.",
                ),
            ),
            decided=at(117, "15:12"),
            comment="All four at the highest level, which is rare. Thank you.",
        ),
    ),
)

SEOYEON_JOURNEY = Journey(
    learner=SEOYEON,
    badge="resilience",
    state=JourneyState.DRAFT,
    started=at(19, "23:30"),
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "The group project (draft)",
                    """
                        Our group was given a fail because the code could not be run. I was responsible for
                        putting the parts together. First explanation: the others sent their parts too late.
                        Facts: two parts arrived on Friday, one on Sunday at eleven, hand-in was at
                        midnight. I had not tried to put Friday's parts together before Sunday, because
                    """,
                ),
                file("growth", "First measure", "resilience-measure-first-seoyeon.csv"),
            ),
        ),
    ),
)

THANDIWE_JOURNEY = Journey(
    learner=THANDIWE,
    badge="resilience",
    state=JourneyState.AWARDED,
    started=at(140, "16:16"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "The grant we lost",
                    """
                        I write applications for a youth choir. In spring the town refused the one that pays
                        for our hall. I thought at once that the new officer does not like choirs. The
                        refusal said "impact not shown". I had put in eight letters from parents and no
                        figures.

                        First explanation, the officer: I looked up her list, and she funded two choirs.
                        Second, the figures: both of those gave attendance by month. Third, money: the whole
                        pot was a third smaller, that was in the paper. Mine was the figures; not mine was
                        the pot. I asked for ten minutes, and she said, "I liked the letters. I could not
                        defend them in the committee." When the bus company refused us in August, I rang
                        before I was angry.
                    """,
                ),
                file("growth", "Measures", "resilience-measures-thandiwe.csv"),
                text(
                    "growth",
                    "Reading them",
                    """
                        Statement 8 from 3 to 6: we moved rehearsals to the school when the hall was gone,
                        and I decided it in two days. Statement 3 from 4 to 6: I kept a list of calls that I
                        put off. Statement 9 did not move (2): I still have not closed the second choir,
                        which has four singers. On a bad day I would give myself lower numbers throughout,
                        so one sheet is a photograph and no film.
                    """,
                ),
                text(
                    "support",
                    "A treasurer for one evening",
                    """
                        Our board gives practical help, my aunt listens. Nobody on my map can count. I asked
                        Mr. Naidoo from the bowls club: "Would you look at our attendance book on Monday
                        from six to eight and tell me which three numbers a committee wants to see? You do
                        the figures for bowls." He said no, his wife was ill. I took soup round and did not
                        ask again. In June he came by himself: "Where is that book?" I learned that a no can
                        be a not now.
                    """,
                ),
                text(
                    "plan",
                    "The choir's year and mine",
                    """
                        Goal: rent for twelve months by 1 December. Route one: the town again, with three
                        numbers. Route two: half from a concert series, half from the school for singing
                        with its second classes. Signs: I put off two calls in one day; I rewrite letters
                        that were finished. Practices: call list at nine, a walk home by the harbour. If the
                        town has not confirmed by 15 September, route two begins that week.
                    """,
                ),
            ),
            submitted=at(71, "12:44"),
            assessor=ASSESSOR_NKECHI,
            taken=at(69, "09:20"),
            marks=(
                mark(
                    "setback",
                    "Extending",
                    """
                        You asked the officer for the deciding fact, and in August you rang first. That is
                        learning.
                    """,
                ),
                mark(
                    "growth",
                    "Established",
                    "“A photograph and no film” is well said. The second choir waits for your next measure.",
                ),
                mark("support", "Extending", "A declined request that you let rest, and what grew from it."),
                mark(
                    "plan",
                    "Established",
                    """
                        Numbers, dates, a visible turning point. Come and tell us in September which route
                        it was.
                    """,
                ),
            ),
            decided=at(69, "10:30"),
            comment="All four are reached. Congratulations, and our regards to the choir.",
        ),
    ),
)

MARIA_FERNANDA_JOURNEY = Journey(
    learner=MARIA_FERNANDA,
    badge="resilience",
    state=JourneyState.AWARDED,
    started=at(98, "08:08"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "A broken wrist in the exam term",
                    """
                        I fell from my bicycle in the second week of the exam term and broke the wrist I
                        write with. My first explanation was bad luck and nothing more, and from that I
                        concluded that the term was lost.

                        The event: a wet tram rail, seven weeks of plaster, four exams with pen and paper.
                        Bad luck explains the rail. It does not explain a lost term. Second explanation: the
                        rules for written exams allow no other form. I had never read them. Third: I do not
                        want to be an exception. For the second I went to the office; the rules give three
                        other forms. For the third speaks that I had told nobody for eight days.

                        In my hands: to ask. Not in my hands: the wrist, and that one of the lecturers
                        insisted on paper. I sat three orally.
                    """,
                ),
                file("growth", "Measures before and after", "resilience-measures-fernanda.csv"),
                text(
                    "growth",
                    "Growth",
                    """
                        Statement 7, accepting an offer, rose from 1 to 5. Each day of the practice weeks I
                        let one person do one thing for me, and wrote down what: bags, bread, buttons.
                        Statement 10 rose from 3 to 5, I walked to every lecture. Statement 3 stayed at 4.
                        The numbers do not show that I had no choice: with two hands I might have carried
                        the bags myself.
                    """,
                ),
                text(
                    "support",
                    "Asking for a scribe",
                    """
                        My map was full of people far away. The gap was within walking distance. I asked in
                        the first row of the lecture: "Could one of you send me a photo of your notes on
                        Mondays and Thursdays until the 20th? I will type them and send them to everyone who
                        would like them." Three did. Forty people use the typed notes now.
                    """,
                ),
                text(
                    "plan",
                    "Plan",
                    """
                        Goal: the fourth exam in September. Route one: on paper, if the doctor agrees by 20
                        August. Route two: orally with the second examiner, application by the 25th. Signs:
                        I say "it is nothing"; I carry things on my left shoulder. Practices: one accepted
                        offer a day; walking. On 20 August the doctor did not agree, and I applied for route
                        two the same afternoon. The sign "it is nothing" had come up twice before, so I
                        moved it to the top.
                    """,
                ),
            ),
            submitted=at(44, "17:09"),
            assessor=ASSESSOR_CORMAC,
            taken=at(41, "11:11"),
            marks=(
                mark(
                    "setback",
                    "Established",
                    """
                        Bad luck explains the rail and not the term: a clear separation, with the third
                        explanation bravely named.
                    """,
                ),
                mark(
                    "growth",
                    "Established",
                    "Bags, bread, buttons. And you see that necessity did part of the work.",
                ),
                mark("support", "Extending", "What began as a request became a service for forty people."),
                mark(
                    "plan",
                    "Extending",
                    "The route changed on its date, and the plan was corrected afterwards.",
                ),
            ),
            decided=at(41, "12:02"),
            comment="All four are reached. May the wrist heal well.",
        ),
    ),
)

ARJUN_JOURNEY = Journey(
    learner=ARJUN,
    badge="resilience",
    state=JourneyState.DRAFT,
    started=at(3, "19:55"),
    rounds=(
        Round(
            evidence=(
                text(
                    "setback",
                    "Notes",
                    "Driving test? Or the transfer from Pune: eleven months of waiting. Decide by Sunday.",
                ),
            )
        ),
    ),
)

JOURNEYS = (
    SIOBHAN_JOURNEY,
    LUKASZ_JOURNEY,
    ELENI_JOURNEY,
    OLGA_JOURNEY,
    YOUSUF_JOURNEY,
    MISAKI_JOURNEY,
    SEOYEON_JOURNEY,
    THANDIWE_JOURNEY,
    MARIA_FERNANDA_JOURNEY,
    ARJUN_JOURNEY,
)
