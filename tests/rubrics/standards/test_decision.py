"""Pass rules against an oracle that knows nothing of how they are written."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.standards.decision import CriterionRule, Rule, decide, rule_sentence

CRITERIA = (
    CriterionRule("a", required=2, highest=3, weight=2),
    CriterionRule("b", required=1, highest=2, weight=1),
    CriterionRule("c", required=3, highest=3, weight=3, is_core=False),
)


def every_marking():
    """Yield every way to mark the three sub-competencies; 0 stands for no mark."""
    for levels in product(range(4), range(3), range(4)):
        yield {key: level for key, level in zip("abc", levels, strict=True) if level}


def test_all_must_reach_their_required_level():
    rule = Rule("all", CRITERIA)
    for marks in every_marking():
        expected = marks.get("a", 0) >= 2 and marks.get("b", 0) >= 1 and marks.get("c", 0) >= 3
        assert decide(rule, marks).passed == expected, marks


@pytest.mark.parametrize("optional", [0, 1])
def test_the_core_and_some_of_the_others(optional):
    rule = Rule("core_and_optional", CRITERIA, optional=optional)
    for marks in every_marking():
        core = marks.get("a", 0) >= 2 and marks.get("b", 0) >= 1
        assert decide(rule, marks).passed == (core and (marks.get("c", 0) >= 3) >= optional), marks


@pytest.mark.parametrize("share", [1, 50, 75, 100])
def test_a_weighted_share_with_nobody_far_below(share):
    rule = Rule("weighted", CRITERIA, share=share)
    for marks in every_marking():
        points = 2 * marks.get("a", 0) + marks.get("b", 0) + 3 * marks.get("c", 0)
        reached = 100 * points >= share * (2 * 3 + 2 + 3 * 3)
        near = marks.get("a", 0) >= 1 and "b" in marks and marks.get("c", 0) >= 2
        assert decide(rule, marks).passed == (reached and near), marks


def test_what_is_unmet_is_named_in_the_rubrics_order():
    outcome = decide(Rule("all", CRITERIA), {"a": 1, "c": 2, "b": 1})
    assert (outcome.met, outcome.unmet) == (("b",), ("a", "c"))


def test_points_of_the_levels_count_when_given():
    criteria = (CriterionRule("a", required=1, highest=3, points=(1, 2, 10)),)
    assert decide(Rule("weighted", criteria, share=21), {"a": 2}).share == 20.0
    assert not decide(Rule("weighted", criteria, share=21), {"a": 2}).passed


def test_an_unknown_level_or_sub_competency_is_refused():
    with pytest.raises(ValueError, match="Level 4 of a does not exist"):
        decide(Rule("all", CRITERIA), {"a": 4})
    with pytest.raises(KeyError):
        decide(Rule("all", CRITERIA), {"z": 1})


@given(
    st.sampled_from(["all", "weighted", "core_and_optional"]),
    st.lists(st.tuples(st.integers(1, 4), st.integers(1, 9), st.booleans()), min_size=1, max_size=6),
    st.data(),
)
def test_a_higher_mark_never_turns_a_pass_into_a_fail(name, shapes, data):
    criteria = tuple(
        CriterionRule(str(n), required=required, highest=4, weight=weight, is_core=core)
        for n, (required, weight, core) in enumerate(shapes)
    )
    rule = Rule(name, criteria, share=data.draw(st.integers(1, 100)), optional=data.draw(st.integers(0, 6)))
    marks = {c.key: data.draw(st.integers(1, 4)) for c in criteria}
    raised = dict(marks)
    key = data.draw(st.sampled_from(sorted(marks)))
    raised[key] = min(4, marks[key] + 1)
    assert decide(rule, raised).passed >= decide(rule, marks).passed


def test_each_rule_reads_as_a_sentence():
    assert rule_sentence(Rule("all", CRITERIA)) == "Every sub-competency must reach its required level."
    assert rule_sentence(Rule("core_and_optional", CRITERIA, optional=1)) == (
        "The 2 core sub-competencies must reach their required level, and so must 1 of the 1 others."
    )
