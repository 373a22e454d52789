"""Entrepreneurial mindset: seeing needs, starting with what is there, learning from small ventures."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

ENTREPRENEURIAL_MINDSET = Skill(
    key="entrepreneurial-mindset",
    name="Entrepreneurial mindset",
    icon="rocket",
    ground="#8a4b08",
    ink="#fff1cf",
    tags=("entrepreneurship", "initiative"),
    behaviours=(
        Behaviour(
            "opportunity",
            "Seeing a need worth meeting",
            "Notices what people lack or put up with, and checks it with them.",
        ),
        Behaviour(
            "starting",
            "Starting with what is there",
            "Takes a first step with the means at hand and wins others for it.",
        ),
        Behaviour(
            "risk",
            "Weighing risk and learning",
            "Limits what can be lost, looks at results soberly, and goes on, changes or stops.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can find a need behind a complaint, think of a first step with little
            money, and say what might be lost and learned.
        """,
        task="""
            Read the three one-page stories (a laundry, a school bus, a seed library) and answer three
            questions in 60 to 120 words each.
        """,
        asks=(
            Ask(
                """
                    Choose a place you know. What do people there put up with? How could you find out
                    whether it bothers them enough?
                """,
                """
                    Names a product or a business idea and no need.

                    Names something people put up with, who they are, and one question that does not suggest
                    the answer.

                    Also says what people do about it today and what that costs them in time, money or
                    temper.
                """,
            ),
            Ask(
                """
                    The seed library began with a shoebox. What would your shoebox be, within one week and
                    without borrowing?
                """,
                """
                Begins with a loan, an app, or a permit.

                Names a first step that fits into a week and uses things, rooms or people at hand.

                Also names one person to be won for it and what that person would have from it.
                """,
            ),
            Ask(
                "What did the laundry owner lose and what did she learn? When would you have stopped?",
                """
                Says that one must never give up, or that she should not have tried.

                Names a loss and a thing learned from the story, and a point at which to stop.

                Also says how the same thing could have been learned with a smaller loss.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows with a small venture of their own that the holder checked a need with real people, began
            with means at hand, limited the risk, and learned from the figures.
        """,
        task="""
            Carry out a venture of at least three weeks, with or without profit, that serves people outside
            your class. Hand in the evidence and an account in three parts.
        """,
        asks=(
            Ask(
                """
                    Whose need is it? Hand in notes of talks with at least five people and what you changed
                    after them.
                """,
                """
                    The need is assumed, or asked of friends with “would you like…?”.

                    Five people were asked about the idea, not about what they do today; nothing changed
                    after it.

                    Notes show what at least five people do today and what bothers them, and the offer was
                    changed because of it.

                    Found that the first group did not have the need, turned to another or to another need,
                    and shows why.
                """,
            ),
            Ask(
                "What was the smallest real version, who helped, and what did you offer them for it?",
                """
                    There is a plan or poster, but nobody outside the class has received anything.

                    Something was delivered, but with means that came from the teacher or family without any
                    exchange.

                    A first real version reached users within two weeks with means at hand, and one helper
                    was won with something in return.

                    Users or helpers brought further users or means; the account shows how this was made
                    easy for them.
                """,
            ),
            Ask(
                """
                    Hand in your figures (hours, money, users). What could be lost at most, what happened,
                    what did you decide?
                """,
                """
                    Figures are missing or only income is given.

                    Costs and income are there, but own hours are left out and the decision does not follow
                    from them.

                    The greatest loss was set beforehand, all figures with hours are there, and a decision
                    to go on, change or stop follows from them.

                    Stopped or changed the venture against own liking because of a figure set beforehand,
                    and says what it would now try.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder sees chances to serve better, gets small improvements going with
            the means of the workplace, and handles risk with sense.
        """,
        task="""
            Hand in your supervisor's signed statement on one improvement you started, with figures before
            and after where there are any.
        """,
        asks=(
            Ask(
                """
                    What need of customers or colleagues did you notice, and how did you check that it was
                    more than one opinion?
                """,
                """
                    Brings ideas about own work only, or passes on complaints.

                    Noticed a need, asked or counted, and put it to the supervisor in a few clear sentences.

                    The need had been overlooked for long, and the supervisor says what it was worth to the
                    business.
                """,
            ),
            Ask(
                "What did you start with, who joined, who had to agree?",
                """
                    Waits for time, money or a mandate, or starts without asking those who answer for it.

                    Got the agreement needed and began small beside the usual work; at least one colleague
                    joined.

                    The improvement has been running for a month without the holder's pushing, or was taken
                    up elsewhere.
                """,
            ),
            Ask(
                "What could have gone wrong, how did you limit it, and what did the result show?",
                """
                    Sees no risk, or was stopped by the supervisor for its sake.

                    Named the chief risk beforehand, limited it (one shelf, one shift, one week) and
                    reported the result, whichever way it went.

                    Reported a failure so that the team profits from it, and the supervisor would entrust
                    the holder with a budget.
                """,
            ),
        ),
    ),
)
