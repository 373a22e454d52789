"""How far the learners of the Calder Grove colleges have come with the 21st-century skills."""

from config.demo.calder_grove.people import (
    ASSESSOR_BEATRIX,
    ASSESSOR_ISMAEL,
    ASSESSOR_LORNA,
    CHAU,
    DESIREE,
    DMITRI,
    JUNHO,
    KENTA,
    MEIHUA,
    MICHAL,
    SARA,
    VASILIKI,
    XOCHITL,
)
from config.demo.types import Journey, JourneyState, Round
from config.demo.writing import at, file, link, mark, text

MEIHUA_LEARNER = Journey(
    learner=MEIHUA,
    badge="digital-fluency-learner",
    state=JourneyState.AWARDED,
    started=at(344, "18:25"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "tools",
                    "Twelve people, one day",
                    """
                        E-mail: everyone has it, but twelve answers come in twelve forms and somebody must
                        count. A shared table: all see it at once, but two people write in the same row and
                        one person deletes a column, as happened in our class. A poll: it counts by itself,
                        but it cannot hold "only if I find a sitter". For one day and twelve people I take
                        the poll with a free line. For our caretaker, who has no account, I would ring and
                        tick for him.
                    """,
                ),
                text(
                    "judging",
                    "The flooded school",
                    """
                        First look at the picture itself: there are leaves on the trees and it is January.
                        Then search for the picture and sort by oldest. Then the school's own page. Then
                        ring the school. To the sender I write: "I have not found it anywhere else yet. I am
                        asking the school. Please don't pass it on until noon."
                    """,
                ),
                text(
                    "safety",
                    "Three risks on the desk",
                    """
                        The note with the password under the keyboard: use a password manager and change it
                        today. The open list of customers while the chair is empty: lock the screen. The
                        found USB stick in the plant pot: do not plug it in, give it to whoever looks after
                        the computers. The stick is the worst because it reaches everybody, the list harms
                        customers, the note harms one account.
                    """,
                ),
            ),
            submitted=at(340, "20:20"),
            assessor=ASSESSOR_BEATRIX,
            taken=at(336, "09:00"),
            marks=(
                mark(
                    "tools",
                    "Applies",
                    "Three tools weighed for this very task, and you thought of the caretaker.",
                ),
                mark(
                    "judging",
                    "Applies",
                    "Leaves in January! Your reply to the sender is kind and stops the spreading.",
                ),
                mark("safety", "Applies", "Seen, answered and ranked by whom it hurts."),
            ),
            decided=at(336, "09:22"),
            comment="Well observed. The Academic tier would suit you.",
        ),
    ),
)

MEIHUA_ACADEMIC = Journey(
    learner=MEIHUA,
    badge="digital-fluency-academic",
    state=JourneyState.AWARDED,
    started=at(270, "16:02"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "tools",
                    "A map of benches, and how I got unstuck",
                    """
                        For Geography 12 I made a map of all public benches within ten minutes of our
                        campus, for people who need to rest on the way. I could have drawn it in the slide
                        program I know. I compared that with a map program: the slides are quicker for one
                        picture, but each new bench means drawing again. With the map program the benches
                        are rows in a table. I expected the table to grow, so I took the map program, though
                        I had never used it.

                        It grew to 152 rows. On the second day all benches lay in the sea off Africa. The
                        error message said nothing. I searched for "all points at zero zero" and found that
                        my spreadsheet writes a decimal comma. I replaced the commas with points, and then
                        31 benches were still in the sea: those in which I had typed a blank after the
                        number. The picture shows the table before and after.

                        Since I knew that I would forget it, I wrote the cleaning as a small script of nine
                        lines. My classmate Oscar has used it for his map of water taps. He found a fault in
                        it: it broke when a row was empty. We mended it together.
                    """,
                ),
                link("tools", "The map", "https://maps.example.org/caldergrove/benches"),
                file("judging", "Benches counted and benches on the city's list", "bench-survey.csv"),
                text(
                    "judging",
                    "The city's list and my feet",
                    """
                        My sources are the city's open list of street furniture (dated two years ago,
                        licence: use with name) and my own walks on four Saturdays. I tested two things.
                        First the number: the list has 158 benches in my area. I walked to each of them. 143
                        were there, 15 were not, and I found 9 that were not on the list. So the list is
                        right in nine of ten cases, and I write that on the map.

                        Second the statement "all benches have a back rest", which is in the city's report.
                        I counted 61 without one. I then looked at how the report counts: it counts types
                        and not benches. I sent the table to the office with both figures. They answered
                        after two weeks and corrected the sentence. I dropped a photograph of a bench that I
                        had found on the web because there was no licence.
                    """,
                ),
                text(
                    "safety",
                    "Files that others can go on with",
                    """
                        I needed no personal data at all, but on 12 photographs there were faces and on 2
                        the number of a car. I cut them out, and I removed the place and time hidden in the
                        files because my own walk home could be seen from them. The folder can be changed by
                        Oscar and me, and read by everyone. Names are like 2-07_bench_oak-street.jpg, the
                        read-me explains the columns on half a page. On the last day I deleted my copy and
                        built the map again from the backup; it took eight minutes.

                        A blind student told me that the map says "marker, marker, marker" to her. I had not
                        thought of that. There is now a list by street with distances, and she tested it.
                    """,
                ),
            ),
            submitted=at(219, "22:05"),
            assessor=ASSESSOR_ISMAEL,
            taken=at(216, "10:30"),
            marks=(
                mark(
                    "tools",
                    "Leading",
                    """
                        The comma, the blank, the script, and Oscar who uses it: there is nothing I would
                        have to take on trust.
                    """,
                ),
                mark(
                    "judging",
                    "Leading",
                    """
                        You walked to 158 benches, and the city corrected its report. Exemplary, also in
                        giving the date and licence.
                    """,
                ),
                mark(
                    "safety",
                    "Leading",
                    """
                        Hidden place and time in the pictures: few think of that. The list by street helps
                        more people than the one who asked.
                    """,
                ),
            ),
            decided=at(216, "11:45"),
            comment="One of the best pieces of this year. May we show the map on our open day?",
        ),
    ),
)

MEIHUA_EMPLOYER = Journey(
    learner=MEIHUA,
    badge="digital-fluency-employer",
    state=JourneyState.SUBMITTED,
    started=at(33, "17:17"),
    rounds=(
        Round(
            evidence=(
                file(
                    "tools",
                    "Statement of my supervisor in the parts shop",
                    "supervisor-statement-parts-shop.pdf",
                ),
                text(
                    "tools",
                    "The stock system",
                    """
                        I learned the stock system of the bicycle parts shop in six shifts. Without help I
                        can book goods in and out, look up orders and print labels. I still look up returns
                        to foreign suppliers. I wrote a card for the till on how to split a set into single
                        parts, because each of us did it differently.
                    """,
                ),
                text(
                    "judging",
                    "Minus forty chains",
                    """
                        On a Friday the system said that we had minus forty chains. I counted: there were
                        sixty. I looked at the bookings and saw that a delivery had been booked as a sale. I
                        showed it to Mr. Ekström before the order list went out, or we would have ordered a
                        hundred. Since then the list shows negative numbers in red first.
                    """,
                ),
                text(
                    "safety",
                    "The invoice that was none",
                    """
                        A mail from a supplier had a new account number and was in a hurry. I did not answer
                        it and did not click; I rang the number on the old invoice. They knew nothing of it.
                        I printed the mail for Mr. Ekström. The shop's common password is now five
                        passwords.
                    """,
                ),
            ),
            submitted=at(3, "19:40"),
        ),
    ),
)

JUNHO_LEARNER = Journey(
    learner=JUNHO,
    badge="collaboration-learner",
    state=JourneyState.AWARDED,
    started=at(205, "09:50"),
    rounds=(
        Round(
            evidence=(
                text(
                    "sharing-out",
                    "Who has the permit?",
                    """
                        Ana has the stalls, Ben the music, Lou the posters. Ana says "we still have the
                        permit", and Ben nods. Each believes that the other has it, and on the film's second
                        page of the calendar one sees that it needs three weeks. One could say: "Ana, will
                        you ring the town hall by Thursday and tell us here what they said?"
                    """,
                ),
                text(
                    "building-on",
                    "The slow race",
                    """
                        Taken further: Lou says "a bicycle race", Ana says "a slow one, then the little ones
                        can win". The idea becomes possible in a small street. Blocked: "We tried music and
                        it was a disaster." Better: "Last year it was too loud for number twelve. How could
                        it be music that number twelve likes?"
                    """,
                ),
                text(
                    "speaking-up",
                    "A message to Ben",
                    """
                        "Hi Ben, on Sunday I need the names of the bands for the poster, and I have heard
                        nothing since Wednesday. Is something in the way? I can ring two of the bands if you
                        send me the numbers, or we swap and you take the chairs. If it is too much at the
                        moment, say so, we will find a way."
                    """,
                ),
            ),
            submitted=at(203, "21:13"),
            assessor=ASSESSOR_LORNA,
            taken=at(198, "13:00"),
            marks=(
                mark(
                    "sharing-out",
                    "Applies",
                    """
                        You found the task that two people hold, saw the three weeks, and your sentence has
                        a name and a day.
                    """,
                ),
                mark("building-on", "Applies", "The objection stays and the idea can breathe."),
                mark("speaking-up", "Applies", "Clear, private, with a swap and a way out for him."),
            ),
            decided=at(198, "13:18"),
            comment="I would like to be in a team with you. On to the Academic tier.",
        ),
    ),
)

JUNHO_ACADEMIC = Journey(
    learner=JUNHO,
    badge="collaboration-academic",
    state=JourneyState.IN_REVIEW,
    started=at(61, "15:45"),
    rounds=(
        Round(
            evidence=(
                file("sharing-out", "Plan and board of the school garden project", "garden-plan.pdf"),
                text(
                    "sharing-out",
                    "My tasks on the board",
                    """
                        I had the soil test, the order of the boards and the watering plan. Soil test:
                        promised for week two, done in week two. Boards: promised for the 14th. On the 9th
                        the timber yard told me that larch would take three weeks. That evening I put the
                        card on red and wrote: "Larch not before the 30th, spruce on Monday but lasts half
                        as long. I need a decision by Thursday." We took spruce for two beds and larch for
                        the rest.

                        In week four I saw that Hoa had nine cards and Felix had one. I asked Hoa if it was
                        right so. She said Felix is never there when cards are given out, because he has
                        training. We moved the giving-out to the chat, and he took four.
                    """,
                ),
                text(
                    "building-on",
                    "The bed on legs",
                    """
                        The part of the garden that visitors photograph is the bed on legs, at which one can
                        garden sitting. The idea is Felix's: his grandmother cannot kneel. I asked him how
                        high her table is and drew it at 72 centimetres. Then I asked the carer at the
                        school, and she said that wheelchairs need it open underneath to 60 centimetres'
                        depth. So I gave up my crossbeam, which I was proud of. Without it the bed shook,
                        and Hoa found that a diagonal in each corner does the same. On the sign by the bed
                        there are our three names, Felix first.
                    """,
                ),
                text(
                    "speaking-up",
                    "A word with Felix, and one from Hoa",
                    """
                        Felix came late three times and the concrete for the posts cannot wait. I took him
                        aside at the tap: "On three mornings we began at half past eight without you. Then
                        Hoa lifts the sacks with me and her back hurts. Could you be the one to bring the
                        sacks at nine, and we begin with measuring?" He said that his bus had been changed,
                        and nobody had asked. Nine works.

                        Then Hoa told me something. She said that I say "just quickly" for my own wishes and
                        it is never quick. I counted for a week: eleven times. I now write such wishes as
                        cards like everyone else.
                    """,
                ),
            ),
            submitted=at(8, "18:58"),
            assessor=ASSESSOR_BEATRIX,
            taken=at(1, "11:25"),
            marks=(
                mark(
                    "sharing-out",
                    "Leading",
                    """
                        The red card came five days early with two options. And you asked Hoa before you
                        concluded that her load was unfair.
                    """,
                ),
            ),
        ),
    ),
)

KENTA_LEARNER = Journey(
    learner=KENTA,
    badge="analysis-learner",
    state=JourneyState.AWARDED,
    started=at(160, "07:30"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "framing",
                    "Who waits?",
                    """
                        On Mondays and Tuesdays between twelve and one, people who only return books wait 14
                        minutes on average behind people who ask for advice. More than five minutes makes
                        them late for class.
                    """,
                ),
                text(
                    "weighing",
                    "Facts and guesses",
                    """
                        Facts: the 14 minutes (table, row 3) and the two open desks (row 1). Guesses:
                        "students come at noon because they are lazy" (no row), and "a third desk would
                        halve the time" (nobody has tried). The second matters most because it costs money.
                        One could open a third desk for two Mondays and count.
                    """,
                ),
                text(
                    "testing",
                    "A box for returns",
                    """
                        Put a box for returns by the door for one week. Count the people in the queue at
                        12:15 and at 12:45, the week before and that week. If the queue is not shorter by at
                        least a third, take the box away.
                    """,
                ),
            ),
            submitted=at(158, "08:04"),
            assessor=ASSESSOR_ISMAEL,
            taken=at(155, "16:20"),
            marks=(
                mark(
                    "framing",
                    "Recognises",
                    """
                        Who, when and how much, in two sentences. Who might see the problem otherwise? The
                        advice desk, perhaps.
                    """,
                ),
                mark("weighing", "Applies", "All four right, and you chose the guess that costs money."),
                mark(
                    "testing",
                    "Applies",
                    "A count at two times and a point at which the box goes. That is a test.",
                ),
            ),
            decided=at(155, "16:31"),
            comment="Short and clear, all three are met.",
        ),
    ),
)

CHAU_LEARNER = Journey(
    learner=CHAU,
    badge="entrepreneurial-mindset-learner",
    state=JourneyState.AWARDED,
    started=at(240, "13:10"),
    rounds=(
        Round(
            evidence=(
                text(
                    "opportunity",
                    "The bus stop at the hospital",
                    """
                        The visitors at the bus stop of the hospital wait up to 40 minutes in the evening,
                        as the timetable ends at seven and the visiting hour at half past. I would ask: "How
                        did you get home last time?" and not "Would you like a bus?" Today they ring
                        relatives or share a taxi, that costs about nine dollars, and many leave earlier
                        than they want to.
                    """,
                ),
                text(
                    "starting",
                    "My shoebox",
                    """
                        A sheet at the porter's desk with two columns: "I drive at 7:30 to…" and "I need to
                        get to…". It takes an evening and a pen. I would win the porter, who is asked for
                        taxis twenty times a night and would have his peace.
                    """,
                ),
                text(
                    "risk",
                    "The laundry",
                    """
                        She lost her savings and learned that people want the ironing and not the washing. I
                        would have stopped after the third month, when the washing had its third loss. She
                        could have learned it by ironing in her own kitchen for two weeks.
                    """,
                ),
            ),
            submitted=at(239, "22:50"),
            assessor=ASSESSOR_LORNA,
            taken=at(233, "10:05"),
            marks=(
                mark(
                    "opportunity",
                    "Applies",
                    """
                        “How did you get home last time?” is the right question, and nine dollars is an
                        answer one can work with.
                    """,
                ),
                mark("starting", "Applies", "A pen, an evening, and something in it for the porter."),
                mark("risk", "Applies", "The two weeks in the kitchen say it all."),
            ),
            decided=at(233, "10:19"),
            comment="All three are met at the highest level of this tier.",
        ),
    ),
)

CHAU_ACADEMIC = Journey(
    learner=CHAU,
    badge="entrepreneurial-mindset-academic",
    state=JourneyState.AWARDED,
    started=at(172, "12:12"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "opportunity",
                    "From sharing rides to a warm corner",
                    """
                        I talked with eleven visitors at the hospital, on three evenings, and asked them
                        what they did last time. I had expected that they wanted rides. Four took a taxi,
                        three were fetched, two walked. But eight of the eleven told me something I had not
                        asked: after the visit they do not want to go at once. They sit in the entrance
                        between the doors, where it is cold, and collect themselves, and there is nothing
                        warm to drink after six because the kiosk closes.

                        One woman said, "I can't drive when I come out of there. I need ten minutes and
                        nobody asks me anything." A man said that he buys coffee at the petrol station and
                        drinks it in the car.

                        So the need was not the bus. Before, my offer was a list of rides at the porter's.
                        After the first evening it was a tea table in the entrance from six to eight. After
                        the third evening I changed it again: no helper stands behind the table, because
                        they do not want to be asked anything. There is a thermos, cups, a tin for coins,
                        and a sign: "Sit as long as you like."
                    """,
                ),
                text(
                    "starting",
                    "The first real version",
                    """
                        On the ninth day the table stood there. The table was the porter's, the thermos my
                        aunt's, the tea cost me six dollars. The hospital's head of service had to agree; I
                        showed her the notes and asked for two weeks. She wanted somebody to be responsible
                        for hot water. I asked Mr. Quach, who sells tea at the market, to lend a thermos
                        that cannot tip over, and offered to put his name on the tin. In the third week a
                        visitor brought biscuits. On the tin it now says how one can take over an evening,
                        and five families have.
                    """,
                ),
                file("risk", "Hours, money and cups in four weeks", "tea-table.csv"),
                text(
                    "risk",
                    "What could be lost",
                    """
                        Beforehand I had set: forty dollars and three hours a week at most, and if fewer
                        than five cups a night were drunk in the second week, I would stop. It was 19. The
                        tin held more than the tea cost in three of four weeks, yet when I count my hours it
                        pays two dollars an hour, so it is no business. I decided to go on without profit
                        and to hand it over, and I gave up my plan for a second hospital, though I liked it,
                        since I would have needed six hours a week and my limit was three.
                    """,
                ),
            ),
            submitted=at(121, "23:33"),
            assessor=ASSESSOR_ISMAEL,
            taken=at(118, "09:45"),
            marks=(
                mark(
                    "opportunity",
                    "Leading",
                    "You heard the answer to a question you had not asked and let go of your own idea twice.",
                ),
                mark(
                    "starting",
                    "Leading",
                    """
                        Nine days, six dollars, and five families who carry it on. The name on the tin was a
                        fair exchange.
                    """,
                ),
                mark(
                    "risk",
                    "Leading",
                    """
                        Limits set beforehand and kept against your own wish. Two dollars an hour is an
                        honest figure.
                    """,
                ),
            ),
            decided=at(118, "10:50"),
            comment="This is what we hoped the tier could be. Congratulations.",
        ),
    ),
)

DMITRI_LEARNER = Journey(
    learner=DMITRI,
    badge="resilience-learner",
    state=JourneyState.RETURNED,
    started=at(40, "06:20"),
    rounds=(
        Round(
            evidence=(
                text(
                    "recovering",
                    "The welder",
                    """
                        In the evening he planed a board in the cellar until his hands were tired, that
                        calmed him. In the morning he looked at the broken seam with a lens, that brought
                        him back. For me it is splitting wood. What does not help me is to talk about it on
                        the same day.
                    """,
                ),
                text(
                    "learning",
                    "The nurse",
                    """
                        It was clearly the night shift's fault, since they did not write it down. The nurse
                        should complain about it so that it does not happen again.
                    """,
                ),
                text(
                    "preparing",
                    "Plan for a flat battery",
                    """
                        My exam ride to the test hall is 40 kilometres and my car is old. Obstacle: it does
                        not start. Second way: Igor drives, he knows already. Sign: if it has not started
                        after three tries by seven, I call him.
                    """,
                ),
            ),
            submitted=at(37, "05:55"),
            assessor=ASSESSOR_LORNA,
            taken=at(32, "14:45"),
            marks=(
                mark(
                    "recovering",
                    "Applies",
                    "Two details from his story and one of your own, with what does not help. Well heard.",
                ),
                mark(
                    "learning",
                    "Repeats",
                    """
                        You look for who was at fault. Please listen to minutes 6 to 9 once more: the nurse
                        and the ward give two explanations. What could be changed if hers is right, and what
                        if the ward's is?
                    """,
                ),
                mark("preparing", "Applies", "“After three tries by seven” could not be clearer."),
            ),
            decided=at(32, "15:02"),
            comment="Two of three are met. Only the middle question comes back to you.",
        ),
    ),
)

MICHAL_LEARNER = Journey(
    learner=MICHAL,
    badge="social-diversity-awareness-learner",
    state=JourneyState.AWARDED,
    started=at(131, "10:40"),
    published=True,
    rounds=(
        Round(
            evidence=(
                text(
                    "seeing",
                    "The outing",
                    """
                        It is on a Saturday, which shuts out whoever keeps the Sabbath. It costs 45 dollars
                        beforehand. The boat has steps. The menu has one dish without meat, and it has bacon
                        in the sauce. What one cannot see: whether somebody is afraid of water, or cares for
                        a parent at weekends. One learns of it if the form asks "What would you need in
                        order to come?" and goes to one person only.
                    """,
                ),
                text(
                    "questioning",
                    "Amir",
                    """
                        Assumptions: he does not drink; everyone who does not drink stays away; he has been
                        asked. One could ask: "Amir, we are going out on the boat in May. Would you like to
                        come, and is there anything we should think of?" With me they always think that I
                        cannot eat anything. I found out because nobody had told me of the farewell dinner.
                    """,
                ),
                text(
                    "making-room",
                    "Two changes",
                    """
                        Thursday afternoon instead of Saturday, for the Sabbath and for those who care for
                        others. And the firm pays, with dishes to be ticked on a form, so that no one must
                        explain at the table why they do not eat something.
                    """,
                ),
            ),
            submitted=at(129, "16:36"),
            assessor=ASSESSOR_BEATRIX,
            taken=at(124, "12:00"),
            marks=(
                mark(
                    "seeing",
                    "Applies",
                    "Four kinds of barrier, and a way to learn of those that do not show.",
                ),
                mark(
                    "questioning",
                    "Applies",
                    "The third assumption, that he has been asked at all, is the one most people miss.",
                ),
                mark("making-room", "Applies", "Matched to barriers, and nobody has to explain themselves."),
            ),
            decided=at(124, "12:14"),
            comment="All three are met. Thank you for the example of your own.",
        ),
    ),
)

MICHAL_ACADEMIC = Journey(
    learner=MICHAL,
    badge="social-diversity-awareness-academic",
    state=JourneyState.SUBMITTED,
    started=at(50, "11:30"),
    rounds=(
        Round(
            evidence=(
                text(
                    "seeing",
                    "The form in the health centre",
                    """
                        For Sociology 20 I spent fourteen hours in the waiting room of a health centre where
                        many seasonal workers come. The barrier I came to know is a form of three pages. It
                        exists in Spanish. But Doña Elvia told me, "I speak Spanish, I do not read it. At
                        home we speak Mixtec." She holds the form for an hour as if she were reading, and
                        then goes home. I saw this on four afternoons with six people. The receptionist
                        believed that they were tired of waiting.

                        The county's survey says that about 30 per cent of the farm workers in this valley
                        speak an indigenous language at home; the centre keeps a record of "Spanish" for all
                        of them. So the Spanish form, which was meant well, makes them invisible: on paper
                        the language question is solved.
                    """,
                ),
                text(
                    "questioning",
                    "What I thought I knew",
                    """
                        I assumed that all who come from Mexico speak Spanish, and I had even learned some
                        for the project. I noticed it when Don Chucho's daughter answered me and then turned
                        to him and spoke something of which I did not understand a single word. I looked it
                        up at night and asked her the next day. She laughed and said that there are dozens
                        of Mixtec languages and that her neighbour from two villages away must speak Spanish
                        with her. So my new sentence, "they speak Mixtec", was already wrong again. In my
                        essay for the spring term I had written "the Spanish-speaking workforce" five times;
                        I corrected it to what the source really says.
                    """,
                ),
                text(
                    "making-room",
                    "Three pictures and a voice",
                    """
                        I asked Doña Elvia, the daughter and the receptionist what would help. I had thought
                        of a translated form. The daughter said, "Who should read it?" They chose this: the
                        first page in pictures, a phone with the questions spoken by the daughter, and the
                        receptionist asks everyone, not only some, "Do you prefer to read or to listen?" In
                        two weeks 17 people listened; three of them were old men from Ohio who had forgotten
                        their glasses. Doña Elvia said, "Now I go in."
                    """,
                ),
                link(
                    "making-room",
                    "The first page in pictures",
                    "https://files.example.org/health-centre/first-page",
                ),
            ),
            submitted=at(5, "14:19"),
        ),
    ),
)

SARA_LEARNER = Journey(
    learner=SARA,
    badge="communication-learner",
    state=JourneyState.SUBMITTED,
    started=at(7, "20:30"),
    rounds=(
        Round(
            evidence=(
                text(
                    "fitting",
                    "The notice",
                    """
                        "Car park B is closed until Friday. Please use C: turn left at the fire station, two
                        minutes." Why it is closed is of no interest to people in a hurry. The staff at the
                        telephone need the reason too, and what to tell people with a disabled badge.
                    """,
                ),
                text(
                    "listening",
                    "At the desk",
                    """
                        He listens when he says, "So the fee was taken twice?" He only waits when she says
                        that she must travel on Monday and he answers with the opening hours. He could have
                        asked, "What has to be settled before Monday?"
                    """,
                ),
                text(
                    "checking",
                    "She says OK",
                    """
                        He could say, "I have told you a lot at once. Which of the two ways will you take,
                        so that I can note it down?" Then she says it in her own words, and it looks as if
                        it were for his notes.
                    """,
                ),
            ),
            submitted=at(4, "21:02"),
        ),
    ),
)

DESIREE_LEARNER = Journey(
    learner=DESIREE,
    badge="empathy-learner",
    state=JourneyState.AWARDED,
    started=at(290, "08:15"),
    rounds=(
        Round(
            evidence=(
                text(
                    "perceiving",
                    "The older man",
                    """
                        He may be afraid: he reads the same page and looks at the door at each sound. It
                        could also be that he waits for somebody who is late. I would ask, "Are you waiting
                        for someone, or is it your turn soon?"
                    """,
                ),
                text(
                    "perspective",
                    "The receptionist at home",
                    """
                        "From eight on the telephone did not stop. There was an old gentleman who looked at
                        me all the time, I think he was annoyed about the wait. I wanted to say something
                        nice to him but then the printer jammed. A young woman was crying, I believe, or had
                        a cold. At six I noticed I had not drunk anything."
                    """,
                ),
                text(
                    "responding",
                    "In the corner",
                    """
                        She could move her bag so that the place beside her is free, and put the magazine
                        there. Too much would be to ask what he has. If he takes the other chair, he wants
                        to be left alone.
                    """,
                ),
            ),
            submitted=at(288, "07:48"),
            assessor=ASSESSOR_BEATRIX,
            taken=at(281, "15:15"),
            marks=(
                mark("perceiving", "Applies", "A guess with two signs, another reading, and an open question."),
                mark(
                    "perspective",
                    "Applies",
                    "She guesses wrongly about the gentleman, which is just what she would do.",
                ),
                mark(
                    "responding",
                    "Recognises",
                    """
                        The bag is a fine, quiet offer, and you name the sign that it is not wanted. Why
                        does it fit this man?
                    """,
                ),
            ),
            decided=at(281, "15:29"),
            comment="All three are met. The monologue made me smile.",
        ),
    ),
)

DESIREE_EMPLOYER = Journey(
    learner=DESIREE,
    badge="collaboration-employer",
    state=JourneyState.AWARDED,
    started=at(112, "17:40"),
    published=True,
    rounds=(
        Round(
            evidence=(
                file("sharing-out", "Statement of the head baker", "supervisor-statement-bakery.pdf"),
                text(
                    "sharing-out",
                    "The board by the oven",
                    """
                        We are two shifts and share the sourdough. When I go at one o'clock I write on the
                        board when it was fed, how warm the room is, and what is missing. The afternoon does
                        not need to ring me any more. On the day the starter was weak I wrote it in red and
                        stayed ten minutes.
                    """,
                ),
                text(
                    "building-on",
                    "Ramón's trays",
                    """
                        Ramón washes up and said that the trays come to him with the paper burned on,
                        because we pull them out too late. I asked him to show me which. It was only the
                        ones with cheese. I tried two layers of paper for a week and told Mrs. Abara that it
                        was Ramón's idea. He now has forty minutes less on Saturdays, and she asked him what
                        else he has noticed.
                    """,
                ),
                text(
                    "speaking-up",
                    "The music",
                    """
                        A colleague turned up the music and I did not hear the timer; twelve loaves were
                        burnt. I said to her in the break, "With the music I don't hear the timer. Can we
                        put the timer on the shelf on your side, and you call me?" She did not like it at
                        first. We told Mrs. Abara together that we had moved the timer. Nothing has burnt
                        since.
                    """,
                ),
                file("speaking-up", "Lines from the afternoon shift", "afternoon-shift-note.txt"),
            ),
            submitted=at(64, "15:27"),
            assessor=ASSESSOR_LORNA,
            taken=at(60, "10:15"),
            marks=(
                mark(
                    "sharing-out",
                    "Sets an example",
                    """
                        The afternoon shift and the head baker both name the board; and the red line saved a
                        day's bread. I called Mrs. Abara, who confirmed it.
                    """,
                ),
                mark(
                    "building-on",
                    "Dependable",
                    """
                        Asked, tried, and gave Ramón the credit, which opened a door for him. If both shifts
                        now do it, tell us.
                    """,
                ),
                mark(
                    "speaking-up",
                    "Dependable",
                    "Directly, calmly, with a proposal; the head baker heard of it as solved.",
                ),
            ),
            decided=at(60, "11:40"),
            comment="Three sound occasions, all confirmed by telephone. Congratulations.",
        ),
    ),
)

XOCHITL_LEARNER = Journey(
    learner=XOCHITL,
    badge="adaptability-learner",
    state=JourneyState.AWARDED,
    started=at(87, "19:29"),
    rounds=(
        Round(
            evidence=(
                text(
                    "noticing-change",
                    "The empty yard",
                    """
                        In the second film the yard is empty at 5:40, and the cook looks out twice. On every
                        other day the crates are there at half past five. That was the moment, and not the
                        call at seven. I know it from my own choir: the hall was dark at six, and I thought
                        that I was early.
                    """,
                ),
                text(
                    "new-way",
                    "Breakfast without the delivery",
                    """
                        One: eggs and rice from the evening kitchen, costs the rice for lunch. Two: fetch
                        bread from the shop at six, costs more, and one person is away for half an hour. I
                        would try the rice first, and if more than five guests send it back, somebody goes
                        for bread.
                    """,
                ),
                text(
                    "steady",
                    "Until noon",
                    """
                        Now: set the tables, cook the coffee, write a small menu, ring the guests of the
                        party at one. Wait: the cake, the new order, the price list. To the guests: "Our
                        delivery is late. Today there is rice with eggs and as much coffee as you like; at
                        noon we know more."
                    """,
                ),
            ),
            submitted=at(86, "07:07"),
            assessor=ASSESSOR_ISMAEL,
            taken=at(80, "14:00"),
            marks=(
                mark(
                    "noticing-change",
                    "Applies",
                    "5:40 it is. The dark hall is a sign most people would explain away too.",
                ),
                mark("new-way", "Applies", "Two ways with their cost, and a number at which you change."),
                mark("steady", "Applies", "A sentence I would accept as a guest."),
            ),
            decided=at(80, "14:12"),
            comment="All three are met.",
        ),
    ),
)

XOCHITL_ACADEMIC = Journey(
    learner=XOCHITL,
    badge="adaptability-academic",
    state=JourneyState.DRAFT,
    started=at(15, "22:22"),
    rounds=(
        Round(
            evidence=(
                text(
                    "noticing-change",
                    "Which project?",
                    """
                        The oral history of the cannery. Mrs. Dávila, our main witness, moved away in week
                        two. I have the message in which she says that her son has "almost found a house". I
                        had read it as small talk. I still need the date of
                    """,
                ),
                file("new-way", "First plan of the project", "oral-history-plan.txt"),
            ),
        ),
    ),
)

VASILIKI_LEARNER = Journey(
    learner=VASILIKI,
    badge="self-awareness-learner",
    state=JourneyState.DRAFT,
    started=at(2, "18:01"),
    rounds=(
        Round(
            evidence=(
                text(
                    "strengths",
                    "First question",
                    """
                        Strength: I stay until the end. In October, when the flea market was over and it
                        rained, I was the last to fold the tables. Limit: I say yes before I
                    """,
                ),
            ),
        ),
    ),
)

JOURNEYS = (
    MEIHUA_LEARNER,
    MEIHUA_ACADEMIC,
    MEIHUA_EMPLOYER,
    JUNHO_LEARNER,
    JUNHO_ACADEMIC,
    KENTA_LEARNER,
    CHAU_LEARNER,
    CHAU_ACADEMIC,
    DMITRI_LEARNER,
    MICHAL_LEARNER,
    MICHAL_ACADEMIC,
    SARA_LEARNER,
    DESIREE_LEARNER,
    DESIREE_EMPLOYER,
    XOCHITL_LEARNER,
    XOCHITL_ACADEMIC,
    VASILIKI_LEARNER,
)
