"""Writing rubrics: draft, lint, publish, next version."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from issuers.domain.audit import record
from issuers.exceptions import Conflict, DomainError, Problem
from issuers.models import Issuer, User
from rubrics.enums import PassRule, RubricState
from rubrics.models import Rubric, RubricCriterion, RubricCriterionLevel


@dataclass(frozen=True)
class LevelDraft:
    """One level, lowest first in its list."""

    name: str
    description: str
    points: int = 0


@dataclass(frozen=True)
class CriterionDraft:
    """One sub-competency; `required_level` counts from 1, the lowest."""

    name: str
    levels: list[LevelDraft]
    required_level: int
    description: str = ""
    weight: int = 1
    is_core: bool = True
    evidence_prompt: str = ""
    evidence_kinds: list[str] = field(default_factory=list)


@transaction.atomic
def create_rubric(
    issuer: Issuer, *, title: str, criteria: list[CriterionDraft], acting_user: User | None, **details: Any
) -> Rubric:
    """Make a draft rubric with its whole grid; `details` are other fields of Rubric. Effects: rows, audit entry."""
    rubric = Rubric(issuer=issuer, title=title, **details)
    rubric.full_clean(exclude=["issuer"])
    rubric.save()
    for position, criterion in enumerate(criteria):
        _add_criterion(rubric, position, criterion)
    record(issuer, "rubrics.create_rubric", actor=acting_user, about=rubric, data={"title": title})
    return rubric


@transaction.atomic
def replace_grid(
    rubric: Rubric,
    *,
    criteria: list[CriterionDraft],
    seen: str | None,
    acting_user: User | None,
    **details: Any,
) -> Rubric:
    """Write a whole draft anew: its fields (`details`) and its grid.

    `seen` is `stamp_of(rubric)` as the author's page was made from; when somebody saved since, raises Conflict and
    changes nothing. None skips that check. Raises DomainError for a published version, ValidationError for a value
    that a field doesn't take. Effects in order: row, sub-competencies and levels (new rows: a draft has no marks),
    audit entry.
    """
    rubric = Rubric.objects.select_for_update(of=("self",)).select_related("issuer").get(id=rubric.id)
    refuse_if_frozen(rubric)
    if seen is not None and seen != stamp_of(rubric):
        raise Conflict(
            "Somebody else saved this rubric while you were writing. What you typed is below and not saved yet.",
            code="rubric_changed_elsewhere",
        )
    for name, value in details.items():
        setattr(rubric, name, value)
    rubric.full_clean(exclude=["issuer"])
    rubric.save()
    rubric.criteria.all().delete()
    for position, criterion in enumerate(criteria):
        _add_criterion(rubric, position, criterion)
    record(
        rubric.issuer,
        "rubrics.change_rubric",
        actor=acting_user,
        about=rubric,
        data={"version": rubric.version, "sub_competencies": len(criteria)},
    )
    return rubric


def stamp_of(rubric: Rubric) -> str:
    """Return what changes with each save of a rubric: a page holds it to notice somebody else's save."""
    return rubric.updated_at.isoformat(timespec="microseconds")


def _add_criterion(rubric: Rubric, position: int, draft: CriterionDraft) -> None:
    criterion = RubricCriterion.objects.create(
        issuer=rubric.issuer,
        rubric=rubric,
        position=position,
        name=draft.name,
        description=draft.description,
        weight=draft.weight,
        is_core=draft.is_core,
        required_level=draft.required_level,
        evidence_prompt=draft.evidence_prompt,
        evidence_kinds=draft.evidence_kinds,
    )
    RubricCriterionLevel.objects.bulk_create(
        RubricCriterionLevel(
            issuer=rubric.issuer,
            criterion=criterion,
            position=number,
            name=level.name,
            description=level.description,
            points=level.points,
        )
        for number, level in enumerate(draft.levels, start=1)
    )


def rubric_problems(rubric: Rubric) -> list[Problem]:
    """Return what keeps a draft from being published, each a sentence with its place; empty when it is ready.

    The place is `criteria`, `pass_optional` or `criterion-<n>`, the n-th sub-competency from 1.
    """
    problems: list[Problem] = []
    criteria = list(rubric.criteria.prefetch_related("levels"))
    if not criteria:
        problems.append(Problem("The rubric has no sub-competency: add at least one.", "criteria"))
    for number, criterion in enumerate(criteria, start=1):
        problems += [Problem(sentence, f"criterion-{number}") for sentence in _criterion_problems(criterion)]
    optional = sum(1 for criterion in criteria if not criterion.is_core)
    if rubric.pass_rule == PassRule.CORE_AND_OPTIONAL and rubric.pass_optional > optional:
        sentence = f"The rule asks for {rubric.pass_optional} optional sub-competencies, but there are {optional}."
        problems.append(Problem(sentence, "pass_optional"))
    return problems


def _criterion_problems(criterion: RubricCriterion) -> Iterator[str]:
    levels = list(criterion.levels.all())
    if len(levels) < 2:
        yield f"“{criterion.name}” has fewer than two levels: add one to tell met from unmet."
        return
    if not 1 <= criterion.required_level <= len(levels):
        yield f"“{criterion.name}” requires level {criterion.required_level}, but has {len(levels)} levels."
    if [level.position for level in levels] != list(range(1, len(levels) + 1)):
        yield f"The levels of “{criterion.name}” must be numbered 1 to {len(levels)} without a gap."
    descriptors = [level.description.strip().casefold() for level in levels]
    if not all(descriptors):
        yield f"A level of “{criterion.name}” has no descriptor: say what an assessor sees there."
    elif len(set(descriptors)) < len(descriptors):
        yield f"Two levels of “{criterion.name}” have the same descriptor."
    if len({level.name.strip().casefold() for level in levels}) < len(levels):
        yield f"Two levels of “{criterion.name}” have the same name."
    points = [level.points for level in levels]
    if points != sorted(points):
        yield f"The points of “{criterion.name}” fall from one level to the next."


@transaction.atomic
def publish_rubric(rubric: Rubric, *, acting_user: User | None) -> Rubric:
    """Freeze a draft for ever.

    Raises DomainError with every problem of `rubric_problems`. Effects: state, audit entry. Publishing twice
    changes nothing.
    """
    rubric = Rubric.objects.select_for_update().get(id=rubric.id)
    if rubric.is_frozen:
        return rubric
    problems = rubric_problems(rubric)
    if problems:
        raise DomainError(*(str(problem) for problem in problems), code="rubric_not_ready")
    rubric.state = RubricState.PUBLISHED
    rubric.published_at = timezone.now()
    rubric.save(update_fields=["state", "published_at", "updated_at"])
    record(
        rubric.issuer,
        "rubrics.publish_rubric",
        actor=acting_user,
        about=rubric,
        data={"version": rubric.version},
    )
    return rubric


@transaction.atomic
def create_rubric_version(rubric: Rubric, *, acting_user: User | None) -> Rubric:
    """Make the next draft of a published rubric, a copy to be changed; return the open draft if there is one."""
    latest = Rubric.objects.select_for_update().filter(issuer=rubric.issuer, family=rubric.family).latest("version")
    if not latest.is_frozen:
        return latest
    copy = Rubric.objects.create(
        issuer=latest.issuer,
        family=latest.family,
        version=latest.version + 1,
        title=latest.title,
        description=latest.description,
        pass_rule=latest.pass_rule,
        pass_share=latest.pass_share,
        pass_optional=latest.pass_optional,
    )
    for criterion in latest.criteria.prefetch_related("levels"):
        _add_criterion(
            copy,
            criterion.position,
            CriterionDraft(
                name=criterion.name,
                description=criterion.description,
                weight=criterion.weight,
                is_core=criterion.is_core,
                required_level=criterion.required_level,
                evidence_prompt=criterion.evidence_prompt,
                evidence_kinds=list(criterion.evidence_kinds),
                levels=[LevelDraft(level.name, level.description, level.points) for level in criterion.levels.all()],
            ),
        )
    record(rubric.issuer, "rubrics.create_version", actor=acting_user, about=copy, data={"version": copy.version})
    return copy


def refuse_if_frozen(rubric: Rubric) -> None:
    """Raise DomainError when the rubric was published: what is promised is frozen."""
    if rubric.is_frozen:
        raise DomainError(
            "This version was published and never changes. Make a new version and change that.",
            code="rubric_frozen",
        )
