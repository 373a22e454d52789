"""Reads of rubrics that several pages share."""

from django.db.models import Prefetch, QuerySet

from rubrics.models import Rubric, RubricCriterion, RubricCriterionLevel
from rubrics.standards.decision import CriterionRule, Rule


def with_grid(rubrics: QuerySet[Rubric]) -> QuerySet[Rubric]:
    """Fetch the whole grid of each rubric with two more queries, however many rubrics there are."""
    return rubrics.prefetch_related(
        Prefetch(
            "criteria",
            RubricCriterion.objects.order_by("position", "id").prefetch_related(
                Prefetch("levels", RubricCriterionLevel.objects.order_by("position", "id"))
            ),
        )
    )


def rule_of(rubric: Rubric) -> Rule:
    """Return the pass rule of a rubric, with each sub-competency's uuid as its key."""
    criteria = []
    for criterion in rubric.criteria.all():
        levels = list(criterion.levels.all())
        criteria.append(
            CriterionRule(
                key=str(criterion.uuid),
                required=criterion.required_level,
                highest=len(levels),
                weight=criterion.weight,
                is_core=criterion.is_core,
                points=tuple(level.points for level in levels),
            )
        )
    return Rule(
        name=rubric.pass_rule,  # type: ignore[arg-type]
        criteria=tuple(criteria),
        share=rubric.pass_share,
        optional=rubric.pass_optional,
    )
