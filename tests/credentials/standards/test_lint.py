"""Each rule has a document that keeps it and one that breaks it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credentials.standards.contexts import OB3, VC2
from credentials.standards.jsonld import walk
from credentials.standards.lint import LINTS, Problem, lint_credential

from .samples import BADGE, LIST, sealed, unsigned

Change = Callable[[dict[str, Any]], Any]
ACHIEVEMENT = "/credentialSubject/achievement"
RUBRIC = f"{ACHIEVEMENT}/resultDescription/0"


def put(pointer: str, value: Any) -> Change:
    """Return a change that writes `value` at `pointer`."""

    def change(document: dict[str, Any]) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in pointer.split("/")[1:]]
        parent: Any = document
        for step in steps:
            parent = parent[step]
        parent[last] = value

    return change


def drop(pointer: str) -> Change:
    def change(document: dict[str, Any]) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in pointer.split("/")[1:]]
        parent: Any = document
        for step in steps:
            parent = parent[step]
        del parent[last]

    return change


def found(*changes: Change) -> list[Problem]:
    document = copy.deepcopy(unsigned())
    for change in changes:
        change(document)
    return lint_credential(document)


BROKEN: list[tuple[str, str, Change]] = [
    ("contexts_wrong", "/@context", put("/@context", [VC2, OB3])),
    ("type_wrong", "/type", put("/type", ["VerifiableCredential"])),
    ("type_wrong", "/type", put("/type", ["OpenBadgeCredential"])),
    ("field_missing", "/id", drop("/id")),
    ("field_missing", "/name", drop("/name")),
    ("field_missing", "/validFrom", drop("/validFrom")),
    ("field_missing", f"{ACHIEVEMENT}/name", drop(f"{ACHIEVEMENT}/name")),
    ("field_missing", f"{ACHIEVEMENT}/description", drop(f"{ACHIEVEMENT}/description")),
    ("field_missing", f"{ACHIEVEMENT}/criteria", drop(f"{ACHIEVEMENT}/criteria")),
    ("field_missing", f"{ACHIEVEMENT}/criteria", put(f"{ACHIEVEMENT}/criteria", {"name": "x"})),
    ("field_missing", ACHIEVEMENT, drop(ACHIEVEMENT)),
    ("issuer_not_profile", "/issuer", put("/issuer", "did:web:a.example")),
    ("issuer_not_profile", "/issuer", put("/issuer/type", ["Address"])),
    ("issuer_nameless", "/issuer/name", drop("/issuer/name")),
    (
        "recipient_missing",
        "/credentialSubject",
        lambda d: (d["credentialSubject"].pop("id"), d["credentialSubject"].pop("identifier")),
    ),
    (
        "identity_incomplete",
        "/credentialSubject/identifier/0",
        drop("/credentialSubject/identifier/0/identityType"),
    ),
    (
        "identity_incomplete",
        "/credentialSubject/identifier/0",
        put("/credentialSubject/identifier/0/name", "x"),
    ),
    (
        "identity_incomplete",
        "/credentialSubject/identifier/0",
        drop("/credentialSubject/identifier/0/hashed"),
    ),
    ("identity_unsalted", "/credentialSubject/identifier/0", drop("/credentialSubject/identifier/0/salt")),
    (
        "identity_unsalted",
        "/credentialSubject/identifier/0",
        put("/credentialSubject/identifier/0/identityHash", "md5$0cc175b9c0f1b6a831c399e269772661"),
    ),
    (
        "email_in_clear",
        "/credentialSubject/identifier/0",
        put("/credentialSubject/identifier/0/hashed", False),
    ),
    ("id_not_absolute", "/id", put("/id", "credentials/1")),
    ("id_not_absolute", "/evidence/0/id", put("/evidence/0/id", "https://a.example/a b")),
    ("id_repeated", f"{RUBRIC}/id", put(f"{RUBRIC}/id", BADGE)),
    (
        "id_repeated",
        f"{RUBRIC}/rubricCriterionLevel/0/id",
        put(f"{RUBRIC}/rubricCriterionLevel/0/id", f"{BADGE}#criterion-2-level-1"),
    ),
    ("date_invalid", "/validFrom", put("/validFrom", "2026-03-01T09:00:00")),
    ("date_invalid", "/validFrom", put("/validFrom", "2026-03-01")),
    ("date_invalid", "/validUntil", put("/validUntil", "2026-02-30T09:00:00Z")),
    ("date_invalid", "/awardedDate", put("/awardedDate", 1772355600)),
    ("dates_disordered", "/validUntil", put("/validUntil", "2026-03-01T09:00:00Z")),
    ("dates_disordered", "/awardedDate", put("/awardedDate", "2026-03-01T09:00:01Z")),
    ("status_missing", "/credentialStatus", drop("/credentialStatus")),
    ("status_malformed", "/credentialStatus", put("/credentialStatus", [])),
    ("status_malformed", "/credentialStatus", put("/credentialStatus/type", "1EdTechRevocationList")),
    ("status_malformed", "/credentialStatus", put("/credentialStatus/statusPurpose", "suspension")),
    ("status_malformed", "/credentialStatus/id", put("/credentialStatus/id", LIST)),
    (
        "status_index_invalid",
        "/credentialStatus/statusListIndex",
        put("/credentialStatus/statusListIndex", 5),
    ),
    (
        "status_index_invalid",
        "/credentialStatus/statusListIndex",
        put("/credentialStatus/statusListIndex", "131072"),
    ),
    (
        "status_index_invalid",
        "/credentialStatus/statusListIndex",
        put("/credentialStatus/statusListIndex", "007"),
    ),
    (
        "status_list_missing",
        "/credentialStatus/statusListCredential",
        drop("/credentialStatus/statusListCredential"),
    ),
    ("rubric_incomplete", RUBRIC, drop(f"{RUBRIC}/name")),
    ("rubric_incomplete", RUBRIC, drop(f"{RUBRIC}/rubricCriterionLevel")),
    ("rubric_incomplete", f"{RUBRIC}/rubricCriterionLevel/1", drop(f"{RUBRIC}/rubricCriterionLevel/1/name")),
    (
        "required_level_unknown",
        f"{RUBRIC}/requiredLevel",
        put(f"{RUBRIC}/requiredLevel", f"{BADGE}#criterion-2-level-1"),
    ),
    (
        "result_description_unknown",
        "/credentialSubject/result/0/resultDescription",
        put("/credentialSubject/result/0/resultDescription", f"{BADGE}#criterion-9"),
    ),
    (
        "achieved_level_unknown",
        "/credentialSubject/result/0/achievedLevel",
        put("/credentialSubject/result/0/achievedLevel", f"{BADGE}#criterion-2-level-1"),
    ),
    (
        "result_repeated",
        "/credentialSubject/result/1",
        put("/credentialSubject/result/1/resultDescription", f"{BADGE}#criterion-1"),
    ),
    (
        "result_status_unknown",
        "/credentialSubject/result/0/status",
        put("/credentialSubject/result/0/status", "Passed"),
    ),
    (
        "levels_disordered",
        f"{RUBRIC}/rubricCriterionLevel",
        put(f"{RUBRIC}/rubricCriterionLevel/0/level", "3"),
    ),
    (
        "levels_disordered",
        f"{RUBRIC}/rubricCriterionLevel",
        put(f"{RUBRIC}/rubricCriterionLevel/0/points", "9"),
    ),
    (
        "number_not_text",
        f"{RUBRIC}/rubricCriterionLevel/0/points",
        put(f"{RUBRIC}/rubricCriterionLevel/0/points", 0.5),
    ),
    ("number_not_text", "/credentialSubject/result/0/value", put("/credentialSubject/result/0/value", 1)),
    (
        "points_not_number",
        f"{RUBRIC}/rubricCriterionLevel/0/points",
        put(f"{RUBRIC}/rubricCriterionLevel/0/points", "a few"),
    ),
    ("value_empty", "/evidence", put("/evidence", [])),
    ("value_empty", "/credentialSubject/narrative", put("/credentialSubject/narrative", "")),
    ("value_empty", "/evidence/0", put("/evidence/0", {})),
    ("text_too_long", "/credentialSubject/narrative", put("/credentialSubject/narrative", "x" * 20_001)),
    ("type_not_text", f"{ACHIEVEMENT}/image/type", put(f"{ACHIEVEMENT}/image/type", ["Image"])),
    ("endorsement_jwt", "/endorsementJwt", put("/endorsementJwt", ["a.b.c"])),
    ("term_undefined", "/weight", put("/weight", "3")),
    ("iri_relative", "/type/2", put("/type", ["VerifiableCredential", "OpenBadgeCredential", "Bagde"])),
    ("null_value", "/validUntil", put("/validUntil", None)),
    ("control_character", "/name", put("/name", "a\x07b")),
    ("context_unknown", "/@context", put("/@context", [VC2, "https://a.example/context"])),
    (
        "number_unsafe",
        f"{ACHIEVEMENT}/creditsAvailable",
        put(f"{ACHIEVEMENT}/creditsAvailable", float("nan")),
    ),
    ("key_disguised", "/@id", put("/@id", "urn:x")),
    ("too_large", "", put("/evidence", [{"type": ["Evidence"], "name": "x" * 9_000}] * 30)),
]


@pytest.mark.parametrize(
    ("code", "pointer", "change"), BROKEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_broken_rule_is_named_with_its_place(code: str, pointer: str, change: Change) -> None:
    problems = found(change)
    assert (code, pointer) in [(problem.code, problem.pointer) for problem in problems]
    assert all(problem.sentence.endswith(".") or ")" in problem.sentence for problem in problems)


def test_a_sound_credential_breaks_no_rule_signed_or_not() -> None:
    assert found() == []
    assert lint_credential(sealed(unsigned())) == []


@pytest.mark.parametrize(
    "change",
    [
        drop("/validUntil"),
        drop("/awardedDate"),
        drop("/evidence"),
        drop("/credentialSubject/id"),
        drop("/credentialSubject/identifier"),
        drop("/credentialSubject/result"),
        drop(f"{RUBRIC}/requiredLevel"),
        drop(f"{RUBRIC}/rubricCriterionLevel/0/points"),
        put(f"{RUBRIC}/rubricCriterionLevel/0/points", "1"),
        put("/credentialSubject/result/0/status", "Completed"),
        put("/credentialSubject/narrative", "x" * 20_000),
        put("/credentialStatus/statusListIndex", "0"),
        put("/credentialStatus/statusListIndex", "131071"),
        put("/validFrom", "2026-03-01T09:00:00.5+05:30"),
        put("/awardedDate", "2026-02-01T09:00:00-08:00"),
    ],
)
def test_what_is_allowed_is_left_in_peace(change: Change) -> None:
    assert [p for p in found(change) if p.code != "dates_disordered"] == []


def test_every_rule_has_a_failing_document() -> None:
    """A rule that no document above breaks could be taken away without any test noticing."""
    for lint in LINTS:
        assert any(list(lint(changed(change))) for _, _, change in BROKEN), lint.__name__


def changed(change: Change) -> dict[str, Any]:
    document = copy.deepcopy(unsigned())
    change(document)
    return document


PLACES = [path for path, _ in walk(unsigned()) if path]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "name"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=200, deadline=None)
@given(path=st.sampled_from(PLACES), value=json_values)
def test_no_json_whatsoever_makes_the_linter_raise(path: tuple[str | int, ...], value: Any) -> None:
    document = copy.deepcopy(unsigned())
    parent: Any = document
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    assert isinstance(lint_credential(document), list)
