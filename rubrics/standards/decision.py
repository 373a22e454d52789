"""Pass rules: marks in, outcome out. Pure: the same marks give the same outcome for ever."""

from dataclasses import dataclass
from typing import Literal

RuleName = Literal["all", "weighted", "core_and_optional"]


@dataclass(frozen=True)
class CriterionRule:
    """What one sub-competency asks for: `required` and `highest` are level positions, counted from 1."""

    key: str
    required: int
    highest: int
    weight: int = 1
    is_core: bool = True
    points: tuple[int, ...] = ()  # points of each level, lowest first; empty: the position is the points


@dataclass(frozen=True)
class Rule:
    """How the whole is passed. `share` is a percentage, `optional` a number of sub-competencies."""

    name: RuleName
    criteria: tuple[CriterionRule, ...]
    share: int = 0
    optional: int = 0


@dataclass(frozen=True)
class Outcome:
    """`unmet` names the sub-competencies to hand in again; `share` is the weighted percentage of points, or None."""

    passed: bool
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    share: float | None = None


def decide(rule: Rule, marks: dict[str, int]) -> Outcome:
    """Return the outcome of `marks` (sub-competency key -> level position) under `rule`.

    A sub-competency without a mark is unmet. Raises KeyError for a mark of an unknown sub-competency and
    ValueError for a level that doesn't exist.
    """
    known = {criterion.key: criterion for criterion in rule.criteria}
    for key, level in marks.items():
        if not 1 <= level <= known[key].highest:
            raise ValueError(f"Level {level} of {key} does not exist.")
    met = tuple(c.key for c in rule.criteria if marks.get(c.key, 0) >= c.required)
    unmet = tuple(c.key for c in rule.criteria if c.key not in met)
    if rule.name == "all":
        return Outcome(not unmet, met, unmet)
    if rule.name == "core_and_optional":
        core_met = all(c.key in met for c in rule.criteria if c.is_core)
        optional_met = sum(1 for c in rule.criteria if not c.is_core and c.key in met)
        return Outcome(core_met and optional_met >= rule.optional, met, unmet)
    share = _share(rule, marks)
    none_far_below = all(marks.get(c.key, 0) >= c.required - 1 and c.key in marks for c in rule.criteria)
    return Outcome(none_far_below and share >= rule.share, met, unmet, share)


def _share(rule: Rule, marks: dict[str, int]) -> float:
    def points(criterion: CriterionRule, level: int) -> int:
        if level == 0:
            return 0
        return criterion.points[level - 1] if criterion.points else level

    reached = sum(c.weight * points(c, marks.get(c.key, 0)) for c in rule.criteria)
    possible = sum(c.weight * points(c, c.highest) for c in rule.criteria)
    return 100 * reached / possible if possible else 0.0


def rule_sentence(rule: Rule) -> str:
    """Return the rule in plain words, for learners and employers."""
    if rule.name == "all":
        return "Every sub-competency must reach its required level."
    if rule.name == "weighted":
        return (
            f"At least {rule.share} % of the weighted points, "
            "and no sub-competency more than one level below the required one."
        )
    core = sum(1 for criterion in rule.criteria if criterion.is_core)
    return (
        f"The {core} core sub-competencies must reach their required level, "
        f"and so must {rule.optional} of the {len(rule.criteria) - core} others."
    )
