"""Safe mode: what a signature would not cover is refused, and hostile documents end quickly."""

import time
from typing import Any

import pytest
from pyld import jsonld as pyld

from credentials.standards.contexts import OB3, VC2, UnknownContext, pyld_loader
from credentials.standards.jsonld import Limits, UnsafeDocument, canonize, parse_json

SCHEMA = "http://www.w3.org/2001/XMLSchema#"


def document(**changes: Any) -> dict[str, Any]:
    return {
        "@context": [VC2, OB3],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://a.example", "type": ["Profile"], "name": "A"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:2",
                "type": ["Achievement"],
                "name": "B",
                "description": "C",
                "criteria": {"narrative": "D"},
            },
        },
        **changes,
    }


def refusal(value: Any, limits: Limits | None = None) -> UnsafeDocument:
    with pytest.raises(UnsafeDocument) as caught:
        canonize(value, limits=limits or Limits())
    return caught.value


def achievement(**changes: Any) -> dict[str, Any]:
    changed = document()
    changed["credentialSubject"]["achievement"].update(changes)
    return changed


@pytest.mark.parametrize("name", ["ob3-impl-guide/ob3-signed.json", "ob3-impl-guide/clr-signed.json"])
def test_safe_documents_have_the_canonical_form_that_pyld_gives_them(read_json, name: str) -> None:  # type: ignore[no-untyped-def]
    value = read_json(name)
    options = {"documentLoader": pyld_loader, "algorithm": "URDNA2015", "format": "application/n-quads"}
    assert canonize(value) == pyld.normalize(value, options).encode()


def test_lists_numbers_booleans_and_nested_graphs_are_stated_as_pyld_states_them() -> None:
    levels = {
        "id": "urn:d",
        "type": ["ResultDescription"],
        "name": "N",
        "resultType": "LetterGrade",
        "allowedValue": ["C", "B", "A"],
    }
    value = achievement(resultDescription=[levels, {**levels, "id": "urn:e"}], creditsAvailable=2.5)
    value["credentialSubject"]["creditsEarned"] = 3
    value["credentialSubject"]["identifier"] = [
        {"type": "IdentityObject", "hashed": True, "identityHash": 'a\t"b\\\n', "identityType": "name"}
    ]
    value["proof"] = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "proofPurpose": "assertionMethod",
    }
    options = {"documentLoader": pyld_loader, "algorithm": "URDNA2015", "format": "application/n-quads"}
    assert canonize(value) == pyld.normalize(value, options).encode()


def test_a_number_with_an_empty_fraction_is_the_whole_number() -> None:
    assert canonize(achievement(creditsAvailable=3.0)) == canonize(achievement(creditsAvailable=3))


def test_a_key_that_no_context_defines_is_refused_with_its_place() -> None:
    found = refusal(achievement(weight="3"))
    assert (found.code, found.pointer) == ("term_undefined", "/credentialSubject/achievement/weight")


def test_a_key_defined_elsewhere_is_refused_where_it_is_not_defined() -> None:
    value = achievement(
        resultDescription=[{"id": "urn:d", "type": ["ResultDescription"], "name": "N", "resultType": "Percent"}]
    )
    value["credentialSubject"]["achievement"]["points"] = "3"
    assert refusal(value).pointer == "/credentialSubject/achievement/points"


def test_the_pointer_escapes_slash_and_tilde() -> None:
    assert refusal(document(**{"a/b~c": 1})).pointer == "/a~1b~0c"


def test_a_type_that_no_context_defines_is_refused_with_its_place() -> None:
    found = refusal(
        document(credentialSchema=[{"id": "https://a.example/s", "type": "1EdTechJsonSchemaValidator2019"}])
    )
    assert (found.code, found.pointer) == ("iri_relative", "/credentialSchema/0/type")


@pytest.mark.parametrize("value", ["teamwork", "/teamwork", "../teamwork", "", "#x"])
def test_a_relative_id_is_refused(value: str) -> None:
    assert refusal(achievement(id=value)).code == "iri_relative"


@pytest.mark.parametrize("value", ["https://a.example/<b>", "https://a.example/a b", 'urn:"', "urn:a\\b"])
def test_an_id_with_characters_that_no_iri_has_is_refused(value: str) -> None:
    assert refusal(achievement(id=value)).code in ("iri_invalid", "iri_relative")


def test_null_is_refused_with_its_place() -> None:
    found = refusal(achievement(version=None))
    assert (found.code, found.pointer) == ("null_value", "/credentialSubject/achievement/version")


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\ud800"])
def test_control_characters_and_half_characters_are_refused(character: str) -> None:
    found = refusal(achievement(name=f"a{character}b"))
    assert (found.code, found.pointer) == ("control_character", "/credentialSubject/achievement/name")


@pytest.mark.parametrize("text", ["tab\there", "two\nlines", "\r\n", 'quote " and \\', "é ش 漢 😀 \x80"])
def test_ordinary_text_is_taken(text: str) -> None:
    assert canonize(achievement(name=text)) != canonize(achievement())


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 2**53, -(2**53), 1e-7])
def test_numbers_that_readers_disagree_on_are_refused(number: float) -> None:
    assert refusal(achievement(creditsAvailable=number)).code == "number_unsafe"


@pytest.mark.parametrize(
    "keyword",
    [
        "@graph",
        "@reverse",
        "@included",
        "@index",
        "@nest",
        "@set",
        "@list",
        "@foo",
        "@direction",
        "@id",
        "@type",
    ],
)
def test_json_ld_keywords_that_could_hide_something_are_refused(keyword: str) -> None:
    assert refusal(document(**{keyword: {"id": "urn:x"}})).pointer == f"/{keyword}"


@pytest.mark.parametrize("key", ["https://www.w3.org/2018/credentials#validUntil", "xsd:date", ":"])
def test_a_key_that_is_an_address_is_refused(key: str) -> None:
    """The signature would fit as well, yet whoever looks for `validUntil` would not see it."""
    assert refusal(document(**{key: "2020-01-01T00:00:00Z"})).code == "key_disguised"


def test_a_text_with_a_language_is_taken() -> None:
    assert b'"Arbeit"@de' in canonize(achievement(name={"@value": "Arbeit", "@language": "de"}))


def test_an_unknown_context_is_refused_at_any_depth() -> None:
    with pytest.raises(UnknownContext):
        canonize(document(**{"@context": [VC2, "https://evil.example/context"]}))
    with pytest.raises(UnknownContext):
        canonize(achievement(**{"@context": "https://evil.example/context"}))


def test_a_context_written_into_the_document_is_refused_unless_asked_for() -> None:
    value = document(**{"@context": [VC2, OB3, {"weight": "https://a.example/weight"}]}, weight="3")
    assert refusal(value).code == "context_inline"
    assert b"https://a.example/weight" in canonize(value, limits=Limits(inline_contexts=True))


def test_a_protected_word_cannot_be_redefined() -> None:
    value = document(**{"@context": [VC2, OB3, {"name": "https://evil.example/name"}]})
    assert refusal(value, Limits(inline_contexts=True)).code == "jsonld_invalid"


def test_documents_beyond_each_limit_are_refused() -> None:
    deep: dict[str, Any] = {"id": "urn:x"}
    for _ in range(70):
        deep = {"evidence": deep}
    assert refusal(document(**deep)).code == "too_large"
    assert refusal(document(description="x" * 1_000_001)).code == "too_large"
    assert refusal(document(evidence=[{"type": ["Evidence"], "name": "x"}] * 4001)).code == "too_large"
    assert refusal(document(), Limits(blank_nodes=0)).code == "too_large"
    assert refusal([]).code == "document_unsafe"  # type: ignore[arg-type]


def test_a_document_nested_a_hundred_thousand_deep_is_refused_quickly() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    started = time.perf_counter()
    assert refusal(document(evidence=deep)).code == "too_large"
    assert time.perf_counter() - started < 2


def test_a_poison_graph_written_as_a_credential_is_refused_quickly() -> None:
    """Ten unnamed evidences, each endorsed by all the others: RDFC-1.0 would try 9! orders ten times over."""
    related = [{"id": f"_:b{number}", "type": ["Achievement"]} for number in range(10)]
    poison = [
        {
            "id": f"_:b{number}",
            "type": ["Achievement"],
            "related": [r for r in related if r["id"] != f"_:b{number}"],
        }
        for number in range(10)
    ]
    started = time.perf_counter()
    assert refusal(achievement(related=poison)).code == "too_complex"
    assert time.perf_counter() - started < 5


def test_the_largest_document_allowed_is_read_in_bounded_time() -> None:
    started = time.perf_counter()
    canonize(document(evidence=[{"type": ["Evidence"], "id": f"urn:{n}", "name": "x" * 200} for n in range(1900)]))
    assert time.perf_counter() - started < 10


def test_json_with_a_repeated_key_is_refused() -> None:
    with pytest.raises(UnsafeDocument, match="twice"):
        parse_json('{"name": "Ada", "name": "Eve"}')


@pytest.mark.parametrize("text", ["", "[]", "{", "nul", b"\xff\xfe\xff", "[" * 100_000])
def test_text_that_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(UnsafeDocument):
        parse_json(text)
