"""The shapes of the demo programmes: plain frozen data that a loader turns into rows.

Nothing here imports Django. Times are told as days before the loading day (`Moment`), so that the demo looks
lived in whenever it is loaded. Names of things that a standard knows are the standard's (Open Badges 3.0).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal


class EvidenceKind(StrEnum):
    """What a learner may hand in for a criterion."""

    TEXT = "text"
    FILE = "file"
    LINK = "link"


class Role(StrEnum):
    """What a person does in an institution."""

    ADMINISTRATOR = "administrator"
    ASSESSOR = "assessor"
    REGISTRAR = "registrar"
    LEARNER = "learner"


class JourneyState(StrEnum):
    """How far a learner has come with a badge."""

    DRAFT = "draft"  # evidence is being written
    SUBMITTED = "submitted"  # waits in the queue
    IN_REVIEW = "in_review"  # an assessor has taken it and may have marked a part
    RETURNED = "returned"  # the unmet criteria wait for new evidence
    AWARDED = "awarded"
    REVOKED = "revoked"  # was awarded, then taken back with a reason


IconKey = Literal[
    "breath",
    "bridge",
    "circuit",
    "compass",
    "globe",
    "hands",
    "heart",
    "mirror",
    "people",
    "puzzle",
    "rocket",
    "sapling",
    "speech",
]


@dataclass(frozen=True)
class Icon:
    """What the generated badge image is drawn from: a motif and two colours as `#rrggbb`."""

    key: IconKey
    ground: str
    ink: str


@dataclass(frozen=True)
class Level:
    """A rubric criterion level: name, observable descriptor, points (higher is further)."""

    name: str
    descriptor: str
    points: int


@dataclass(frozen=True)
class Criterion:
    """A sub-competency. `levels` run from low to high; `required_level` is the name of one of them."""

    key: str
    name: str
    description: str
    evidence_prompt: str
    evidence_kinds: tuple[EvidenceKind, ...]
    weight: int  # per cent; the weights of a rubric add up to 100
    required_level: str
    levels: tuple[Level, ...]

    def level(self, name: str) -> Level:
        """Return the level called `name`; KeyError when this criterion has none."""
        for level in self.levels:
            if level.name == name:
                return level
        raise KeyError(f"The criterion “{self.name}” has no level “{name}”.")

    def is_met_at(self, name: str) -> bool:
        """Tell whether the level called `name` is the required one or above it."""
        return self.level(name).points >= self.level(self.required_level).points


@dataclass(frozen=True)
class Rubric:
    """How a badge is judged. All demo rubrics pass when every criterion reaches its required level."""

    name: str
    description: str
    criteria: tuple[Criterion, ...]

    def criterion(self, key: str) -> Criterion:
        """Return the criterion with this key; KeyError when there is none."""
        for criterion in self.criteria:
            if criterion.key == key:
                return criterion
        raise KeyError(f"The rubric “{self.name}” has no criterion “{key}”.")


@dataclass(frozen=True)
class Step:
    """One ordered part of the way to a badge. Only `tracked` steps leave something an assessor looks at."""

    position: int
    name: str
    description: str
    hours: float
    tracked: bool


@dataclass(frozen=True)
class Measure:
    """A questionnaire answered before and after; every statement is rated from 1 to `scale_maximum`."""

    name: str
    instructions: str
    scale_maximum: int
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Badge:
    """A badge as an administrator would write it. `description` has at most 300 characters; the narrative is
    Markdown. `steps` and `measure` are told to learners as part of the narrative's programme."""

    key: str
    name: str
    description: str
    criteria_narrative: str
    workload_hours: int
    validity_months: int | None
    eqf_level: int | None
    tags: tuple[str, ...]
    language: str  # BCP 47
    icon: Icon
    rubric: Rubric
    tier: str | None = None
    steps: tuple[Step, ...] = ()
    measure: Measure | None = None


@dataclass(frozen=True)
class Person:
    """Somebody with an account; `email` is the key by which journeys name them."""

    email: str
    name: str
    roles: tuple[Role, ...]
    language: str = "en"


@dataclass(frozen=True)
class Moment:
    """A time of day some whole days before the day on which the demo is loaded."""

    days_ago: int
    hour: int
    minute: int

    def before(self, loaded_at: datetime) -> datetime:
        """Return this moment counted back from `loaded_at` (aware), in the time zone of `loaded_at`."""
        day = loaded_at - timedelta(days=self.days_ago)
        return day.replace(hour=self.hour, minute=self.minute, second=0, microsecond=0)


@dataclass(frozen=True)
class EvidenceItem:
    """One piece of evidence for one criterion: `text` (Markdown), `file` (a name in `documents`) or `url`."""

    criterion: str
    kind: EvidenceKind
    title: str
    text: str = ""
    file: str = ""
    url: str = ""


@dataclass(frozen=True)
class MarkItem:
    """An assessor's judgement of one criterion: the name of the level reached and the comment."""

    criterion: str
    level: str
    comment: str


@dataclass(frozen=True)
class Round:
    """One turn of handing in and judging. A later round holds only what the one before left unmet."""

    evidence: tuple[EvidenceItem, ...]
    submitted: Moment | None = None
    assessor: str | None = None
    taken: Moment | None = None
    marks: tuple[MarkItem, ...] = ()
    decided: Moment | None = None
    comment: str = ""


@dataclass(frozen=True)
class Revocation:
    """Why, when and by whom a credential was taken back."""

    revoked: Moment
    revoked_by: str
    kind: Literal["error", "misconduct", "superseded", "request"]  # what the public is told
    reason: str  # what the institution keeps


@dataclass(frozen=True)
class Journey:
    """A learner's way through one badge. An award is made at the last round's `decided`."""

    learner: str
    badge: str
    state: JourneyState
    started: Moment
    rounds: tuple[Round, ...]
    published: bool = False  # the learner made the credential's page public
    revocation: Revocation | None = None


@dataclass(frozen=True)
class Institution:
    """An invented institution with everything it offers and everybody in it."""

    key: str
    name: str
    place: str
    url: str
    email: str
    colour: str
    language: str
    time_zone: str
    description: str
    signatory_name: str  # on certificates
    signatory_title: str
    badges: tuple[Badge, ...]
    people: tuple[Person, ...]
    journeys: tuple[Journey, ...]

    def badge(self, key: str) -> Badge:
        """Return the badge with this key; KeyError when there is none."""
        for badge in self.badges:
            if badge.key == key:
                return badge
        raise KeyError(f"{self.name} has no badge “{key}”.")

    def person(self, email: str) -> Person:
        """Return the person with this e-mail address; KeyError when there is none."""
        for person in self.people:
            if person.email == email:
                return person
        raise KeyError(f"{self.name} has nobody with the address {email}.")
