"""Social and diversity awareness: seeing differences, questioning assumptions, making room for others."""

from config.demo.calder_grove.tiers import Ask, Behaviour, Skill, TierText

SOCIAL_DIVERSITY = Skill(
    key="social-diversity-awareness",
    name="Social and diversity awareness",
    icon="globe",
    ground="#5a1f3c",
    ink="#ffd6b0",
    tags=("diversity", "inclusion", "intercultural"),
    behaviours=(
        Behaviour(
            "seeing",
            "Seeing differences and barriers",
            "Notices how background, belief, language, age or disability shape what people can take part in.",
        ),
        Behaviour(
            "questioning",
            "Questioning own assumptions",
            "Catches own generalisations and checks them with facts or with the people concerned.",
        ),
        Behaviour(
            "making-room",
            "Making room for others",
            "Changes words, customs or arrangements so that more people can take part as they are.",
        ),
    ),
    learner=TierText(
        description="""
            Shows that the holder can spot barriers in an ordinary setting, recognise an assumption as such,
            and propose a change that makes room without singling people out.
        """,
        task="""
            Look at the plan, menu and invitation of a team outing and answer three questions in 60 to 120
            words each.
        """,
        asks=(
            Ask(
                "For whom is this outing hard to join, and why? Name barriers of at least two kinds.",
                """
                    Says that everyone is invited, so there is no problem.

                    Names two barriers of different kinds (such as cost, food, stairs, date, language) and
                    whom each affects.

                    Also names a barrier that is not visible in the papers and how one might learn of it.
                """,
            ),
            Ask(
                """
                    “Amir won't come, he doesn't drink.” Which assumptions are in this sentence? What could
                    be asked instead?
                """,
                """
                    Defends or condemns the speaker.

                    Names at least two assumptions and a question to Amir that leaves the answer open.

                    Also tells of an assumption that one has made oneself or that was made about one, and
                    how it came to light.
                """,
            ),
            Ask(
                "Change the invitation in two places so that more people can say yes. Why there?",
                """
                Adds a sentence such as “all are welcome”.

                Makes two changes to the arrangement itself, each matched to a barrier.

                Also sees to it that nobody has to explain themselves in front of others to make use of it.
                """,
            ),
        ),
    ),
    academic=TierText(
        description="""
            Shows in a project with people of another background that the holder sees barriers, checks
            assumptions, and changes an arrangement together with those concerned.
        """,
        task="""
            Work for at least ten hours with a group whose background, belief, age, language or ability
            differs from yours. Hand in evidence and an account in three parts.
        """,
        asks=(
            Ask(
                """
                    Describe a barrier you came to know through this work, and how it looks from inside. Add
                    figures or a source.
                """,
                """
                    Describes the group in general terms, or as people to be helped.

                    Describes a barrier from outside; the people concerned do not speak, and there is no
                    source.

                    Describes a barrier through what people concerned said or did, with a source that shows
                    how far it reaches.

                    Shows how two barriers work together, or how a rule meant well becomes a barrier, with
                    evidence for both.
                """,
            ),
            Ask(
                "Which of your assumptions did not hold? Tell when you noticed it and what you did then.",
                """
                    Says to have had no prejudices, or reports those of others.

                    Names an assumption of own, but the insight is general (“people are people”).

                    Names an assumption, the moment in which it failed, what was checked, and what is now
                    thought, differences within the group included.

                    Also found the assumption at work in own study or job material and shows the corrected
                    passage.
                """,
            ),
            Ask(
                """
                    What arrangement did you change with the people concerned? Show before and after and
                    what they say.
                """,
                """
                    Plans something for the group without the group.

                    Asked the group for its opinion of a finished proposal; a small thing changed.

                    A change was chosen together with people concerned, carried out, and judged by them in
                    their own words.

                    The change has outlasted the project because somebody from the group or institution now
                    sees to it.
                """,
            ),
        ),
    ),
    employer=TierText(
        description="""
            Shows at work that the holder deals with customers and colleagues of all backgrounds with
            respect, checks assumptions, and helps to remove a barrier.
        """,
        task="""
            Hand in your supervisor's signed statement with one occasion for each part. Speak of people so
            that they would be comfortable reading it.
        """,
        asks=(
            Ask(
                "A barrier for customers or colleagues that you noticed in your workplace.",
                """
                    Notices barriers when a person complains.

                    Pointed out a barrier (form, counter, shift, language) unasked, with whom it affects.

                    Looked for barriers systematically, for example by going through the service as a
                    customer, and brought a short list.
                """,
            ),
            Ask(
                """
                    An occasion on which you caught yourself or the team in an assumption about a person.
                    What was said?
                """,
                """
                    Uses generalisations about groups, or stays silent when others do so in front of
                    customers.

                    Corrected own assumption by asking, or calmly put a question when a colleague made one,
                    as the supervisor reports.

                    The team now asks first in such cases, because the holder raised it in a way that people
                    could accept.
                """,
            ),
            Ask(
                """
                    Something in the daily routine that you changed so that somebody could take part or be
                    served as they are.
                """,
                """
                    Treats everyone the same, even where that shuts people out, until told otherwise.

                    Fitted one arrangement to a person's need in agreement with them and without drawing
                    attention to it.

                    The change is now offered to all, and the supervisor names others who have used it.
                """,
            ),
        ),
    ),
)
