"""The three tiers of each of the ten skills, and how a skill's texts become its three badges."""

from dataclasses import dataclass
from typing import Literal

from config.demo.types import Badge, EvidenceKind, Icon, IconKey, Rubric
from config.demo.writing import FILE, LINK, TEXT, criterion, prose

TierName = Literal["Learner", "Academic", "Employer-verified"]


@dataclass(frozen=True)
class Behaviour:
    """A sub-competency that all three tiers of a skill look at."""

    key: str
    name: str
    description: str


@dataclass(frozen=True)
class Ask:
    """
    What one tier asks for a behaviour: the prompt, and one descriptor paragraph for each level, low to
    high.
    """

    prompt: str
    levels: str


@dataclass(frozen=True)
class TierText:
    """One tier of a skill: the badge's description, what is handed in, and an `Ask` for each behaviour."""

    description: str
    task: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class TierFrame:
    """What is the same in a tier whatever the skill."""

    name: TierName
    levels: tuple[str, ...]
    required: str
    kinds: tuple[EvidenceKind, ...]
    workload_hours: int
    validity_months: int | None
    eqf_level: int | None
    judging: str
    rubric_description: str


LEARNER = TierFrame(
    name="Learner",
    levels=("Repeats", "Recognises", "Applies"),
    required="Recognises",
    kinds=(TEXT,),
    workload_hours=4,
    validity_months=None,
    eqf_level=None,
    judging=prose("""
        ## How it is judged

        A reader answers within ten days. Each of the three parts must reach **Recognises**. You may answer
        in plain words; spelling is not judged.
    """),
    rubric_description="""
        Judges whether the skill is understood and recognised in everyday scenes. Own practice is welcome,
        not required.
    """,
)

ACADEMIC = TierFrame(
    name="Academic",
    levels=("Starting", "Growing", "Capable", "Leading"),
    required="Capable",
    kinds=(TEXT, FILE, LINK),
    workload_hours=15,
    validity_months=None,
    eqf_level=4,
    judging=prose("""
        ## How it is judged

        An instructor of one of our colleges who did not teach you reads the work. All three parts must
        reach **Capable**. Parts that do not reach it come back with a comment, and only those are handed in
        again.
    """),
    rubric_description="""
        Judges what the learner did in a course or project, from work products and an account that can be
        compared with them.
    """,
)

EMPLOYER = TierFrame(
    name="Employer-verified",
    levels=("With direction", "Dependable", "Sets an example"),
    required="Dependable",
    kinds=(TEXT, FILE),
    workload_hours=40,
    validity_months=36,
    eqf_level=None,
    judging=prose("""
        ## How it is judged

        You have worked for at least **40 hours** in a job, an internship or an organised volunteer post. A
        supervisor who saw you at work signs a statement with examples; our assessor may call them. All
        three parts must reach **Dependable**.
    """),
    rubric_description="""
        Judges behaviour at work as a supervisor saw it. A statement without an occasion cannot reach
        Dependable.
    """,
)


@dataclass(frozen=True)
class Skill:
    """One of the ten skills with everything that its three badges say."""

    key: str
    name: str
    icon: IconKey
    ground: str
    ink: str
    tags: tuple[str, ...]
    behaviours: tuple[Behaviour, Behaviour, Behaviour]
    learner: TierText
    academic: TierText
    employer: TierText

    def badges(self) -> tuple[Badge, ...]:
        """Return the Learner, Academic and Employer-verified badges, in this order."""
        return (
            self._badge(LEARNER, self.learner),
            self._badge(ACADEMIC, self.academic),
            self._badge(EMPLOYER, self.employer),
        )

    def _badge(self, frame: TierFrame, tier: TierText) -> Badge:
        return Badge(
            key=f"{self.key}-{frame.name.split('-', maxsplit=1)[0].lower()}",
            name=f"{self.name}: {frame.name}",
            description=prose(tier.description),
            criteria_narrative=f"## What you hand in\n\n{prose(tier.task)}\n\n{frame.judging}",
            workload_hours=frame.workload_hours,
            validity_months=frame.validity_months,
            eqf_level=frame.eqf_level,
            tags=(*self.tags, "21st-century skills", frame.name.lower()),
            language="en-US",
            icon=Icon(key=self.icon, ground=self.ground, ink=self.ink),
            tier=frame.name,
            rubric=Rubric(
                name=f"{self.name}, {frame.name} tier",
                description=prose(frame.rubric_description),
                criteria=tuple(
                    criterion(
                        behaviour.key,
                        behaviour.name,
                        weight=weight,
                        description=behaviour.description,
                        prompt=ask.prompt,
                        kinds=frame.kinds,
                        names=frame.levels,
                        required=frame.required,
                        levels=ask.levels,
                    )
                    for behaviour, ask, weight in zip(self.behaviours, tier.asks, (35, 35, 30), strict=True)
                ),
            ),
        )
