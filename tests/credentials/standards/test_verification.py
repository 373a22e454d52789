"""The verifier's answers: each failure its own, and unknown is not false."""

import copy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from credentials.standards.did import did_document, key_from_did_document
from credentials.standards.jsonld import walk
from credentials.standards.proof import sign
from credentials.standards.status_list import encode, status_list_document
from credentials.standards.verification import Report, Unavailable, verify_credential
from issuers.standards.multibase import decode_ed25519_public

from .samples import BADGE, CREATED, DID, LIST, METHOD, MULTIKEY, NOW, sealed, unsigned

CREDENTIAL = sealed(unsigned())


def resolve(issuer_id: str, verification_method: str) -> bytes:
    assert issuer_id == DID
    return key_from_did_document(did_document(DID, [("key-2026-1", MULTIKEY)]), verification_method)


def status_list(revoked: tuple[int, ...] = (), **changes: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "list_url": LIST,
        "issuer_id": DID,
        "purpose": "revocation",
        "encoded": encode(revoked),
        "valid_from": NOW - timedelta(hours=1),
        "valid_until": NOW + timedelta(days=1),
        "ttl_ms": 300_000,
        **changes,
    }
    return sealed(status_list_document(**facts))


LISTS = {False: status_list(), True: status_list((94567,))}


def check(
    document: Any, *, revoked: bool = False, found: Any = None, now: datetime = NOW, key: Any = resolve
) -> Report:
    return verify_credential(
        document,
        resolve_key=key,
        fetch_status_list=lambda url: LISTS[revoked] if found is None else found,
        now=now,
    )


def answers(report: Report) -> tuple[str, str, str]:
    return report.genuine.state, report.issuer.state, report.current.code


def test_a_good_credential_stands_and_says_what_it_is() -> None:
    report = check(CREDENTIAL)
    assert report.stands
    assert answers(report) == ("pass", "pass", "valid")
    assert {one.state for one in report.checks} == {"pass"}
    assert report.facts == {
        "id": "https://badges.example.edu/credentials/51aa",
        "name": "Teamwork",
        "issuer": {"id": DID, "name": "Hillside College", "url": "https://hillside.example.edu"},
        "achievement": {
            "id": BADGE,
            "name": "Teamwork",
            "description": "Works well with others.",
            "criteria": "Hand in **evidence** for each sub-competency.",
            "type": "MicroCredential",
            "image": f"{BADGE}/image.png",
        },
        "recipient": "Ada Example",
        "valid_from": "2026-03-01T09:00:00Z",
        "valid_until": "2029-03-01T00:00:00Z",
        "awarded_at": "2026-03-01T09:00:00Z",
        "levels": [
            {
                "criterion": "Sub-competency 1",
                "level": "Developing",
                "description": "What developing looks like.",
                "points": "1",
                "value": "1",
                "position": 2,
                "of": 3,
                "required": "Developing",
            },
            {
                "criterion": "Sub-competency 2",
                "level": "Proficient",
                "description": "What proficient looks like.",
                "points": "1.5",
                "value": "1.5",
                "position": 3,
                "of": 3,
                "required": "Developing",
            },
        ],
    }


def test_a_changed_level_is_refused() -> None:
    document = copy.deepcopy(CREDENTIAL)
    document["credentialSubject"]["result"][0]["achievedLevel"] = f"{BADGE}#criterion-1-level-3"
    report = check(document)
    assert (report.genuine.code, report.genuine.state) == ("signature_wrong", "fail")
    assert report.current.code == "unknown"
    assert not report.stands


def test_a_revoked_credential_is_genuine_and_does_not_stand() -> None:
    report = check(CREDENTIAL, revoked=True)
    assert answers(report) == ("pass", "pass", "revoked")
    assert not report.stands


def test_dates_are_told_apart() -> None:
    assert (
        check(
            CREDENTIAL,
            now=CREATED - timedelta(seconds=1),
            found=status_list(valid_from=CREATED - timedelta(days=1)),
        ).current.code
        == "not_yet"
    )
    late = datetime(2029, 3, 1, tzinfo=UTC)
    fresh = status_list(valid_until=None)
    assert check(CREDENTIAL, now=late, found=fresh).current.code == "expired"
    assert check(CREDENTIAL, now=late - timedelta(seconds=1), found=fresh).current.code == "valid"


def test_revoked_outweighs_expired_and_expired_outweighs_unknown() -> None:
    late = datetime(2030, 1, 1, tzinfo=UTC)
    revoked = status_list((94567,), valid_until=None)
    assert check(CREDENTIAL, now=late, found=revoked).current.code == "revoked"
    assert check(CREDENTIAL, now=late).current.code == "expired"


def unreachable(*_: str) -> Any:
    raise Unavailable("no answer")


def broken_network(*_: str) -> Any:
    raise TimeoutError


@pytest.mark.parametrize("failing", [unreachable, broken_network])
def test_a_silent_issuer_makes_things_unknown_and_nothing_false(failing: Any) -> None:
    report = check(CREDENTIAL, key=failing)
    assert answers(report) == ("unknown", "unknown", "unknown")
    assert report.issuer.code == "key_unavailable"
    report = verify_credential(CREDENTIAL, resolve_key=resolve, fetch_status_list=failing, now=NOW)
    assert answers(report) == ("pass", "pass", "unknown")
    assert "status_retrieval_error" in [one.code for one in report.checks]
    assert not report.stands


def test_a_forged_document_sends_nobody_to_the_address_it_names() -> None:
    asked = []
    document = copy.deepcopy(CREDENTIAL)
    document["credentialStatus"]["statusListCredential"] = "https://evil.example/list"
    report = verify_credential(document, resolve_key=resolve, fetch_status_list=asked.append, now=NOW)  # type: ignore[arg-type]
    assert (asked, report.genuine.state) == ([], "fail")


def test_a_credential_signed_by_another_is_not_the_issuers() -> None:
    other = Ed25519PrivateKey.generate()
    forged = sign(unsigned(), sign_bytes=other.sign, verification_method="did:web:evil.example#key-1", created=CREATED)
    report = check(forged)
    assert (report.issuer.code, report.issuer.state) == ("issuer_mismatch", "fail")
    forged = sign(unsigned(), sign_bytes=other.sign, verification_method=METHOD, created=CREATED)
    assert (check(forged).genuine.code, check(forged).issuer.state) == ("signature_wrong", "pass")
    unlisted = sealed(unsigned(), f"{DID}#key-9")
    assert (check(unlisted).issuer.code, check(unlisted).issuer.state) == ("key_unknown", "fail")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"list_url": "https://badges.example.edu/status-lists/8b"}, "status_verification_error"),
        ({"purpose": "suspension"}, "status_verification_error"),
        ({"valid_until": NOW}, "status_stale"),
        ({"valid_from": NOW + timedelta(hours=1)}, "status_stale"),
        ({"encoded": "uAAAA"}, "status_malformed_value_error"),
        ({"issuer_id": "did:web:evil.example"}, "status_issuer_mismatch"),
    ],
)
def test_a_list_that_cannot_be_trusted_tells_nothing(changes: dict[str, Any], code: str) -> None:
    report = check(CREDENTIAL, found=status_list((94567,), **changes))
    assert answers(report) == ("pass", "pass", "unknown")
    assert code in [one.code for one in report.checks]


@pytest.mark.parametrize(
    "found",
    [
        [],
        {},
        {"credentialSubject": 1},
        "x",
        {"type": ["BitstringStatusListCredential"], "credentialSubject": {}},
    ],
)
def test_nonsense_in_place_of_a_list_tells_nothing(found: Any) -> None:
    assert check(CREDENTIAL, found=found).current.code == "unknown"


def test_a_list_changed_after_signing_tells_nothing() -> None:
    changed = status_list((94567,))
    changed["credentialSubject"]["encodedList"] = encode([])
    report = check(CREDENTIAL, found=changed)
    assert (report.current.state, report.current.code) == ("unknown", "unknown")
    unsealed = {key: value for key, value in status_list().items() if key != "proof"}
    assert check(CREDENTIAL, found=unsealed).current.code == "unknown"


def test_a_suspended_credential_is_told_apart_from_a_revoked_one() -> None:
    document = unsigned()
    document["credentialStatus"]["statusPurpose"] = "suspension"
    assert check(sealed(document), found=status_list((94567,), purpose="suspension")).current.code == "suspended"


def test_another_kind_of_status_is_unknown() -> None:
    document = unsigned()
    document["credentialStatus"] = {"id": "https://a.example/r", "type": "1EdTechRevocationList"}
    assert check(sealed(document)).current.code == "unknown"


def test_a_credential_without_a_status_stands() -> None:
    report = check(sealed(unsigned(status=None)))
    assert report.stands
    assert "status_absent" in [one.code for one in report.checks]


def test_among_several_entries_a_set_bit_weighs_most() -> None:
    document = unsigned()
    other = {**document["credentialStatus"], "id": f"{LIST}#1", "statusListIndex": "1"}
    document["credentialStatus"] = [other, document["credentialStatus"]]
    assert check(sealed(document), revoked=True).current.code == "revoked"
    assert check(sealed(document)).current.code == "valid"


def test_results_that_point_nowhere_are_told_although_the_signature_fits() -> None:
    document = unsigned()
    document["credentialSubject"]["result"][0]["achievedLevel"] = f"{BADGE}#criterion-2-level-1"
    report = check(sealed(document))
    assert ("achieved_level_unknown", "fail") in [(one.code, one.state) for one in report.checks]
    assert report.facts["levels"][0]["level"] is None


def test_a_status_hidden_under_its_address_is_refused() -> None:
    """In RDF the word and its address say the same, so the signature fits; a reader by name would see no
    status.
    """
    document = copy.deepcopy(CREDENTIAL)
    entry = document.pop("credentialStatus")
    document["https://www.w3.org/2018/credentials#credentialStatus"] = entry
    report = check(document, revoked=True)
    assert (report.genuine.code, report.genuine.state) == ("key_disguised", "fail")


def test_a_status_hidden_in_an_endorsement_of_the_credential_is_refused() -> None:
    document = unsigned()
    document["endorsement"] = [
        {
            "id": "urn:uuid:e",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "name": "Endorsement",
            "issuer": {"id": "https://b.example", "type": ["Profile"], "name": "B"},
            "validFrom": "2026-03-01T09:00:00Z",
            "credentialSubject": {
                "id": document["id"],
                "type": ["EndorsementSubject"],
                "endorsementComment": "Good.",
            },
        }
    ]
    honest = sealed(document)
    assert check(honest, revoked=True).current.code == "revoked"
    hidden = copy.deepcopy(honest)
    subject = hidden["endorsement"][0]["credentialSubject"]
    subject["type"] = ["EndorsementSubject", "VerifiableCredential", "OpenBadgeCredential"]
    subject["credentialStatus"] = hidden.pop("credentialStatus")
    report = check(hidden, revoked=True)
    assert (report.genuine.code, report.genuine.state) == ("identity_split", "fail")


def test_a_name_in_brackets_or_with_a_language_is_read_and_two_names_are_not() -> None:
    names = [["Teamwork"], {"@value": "Teamwork", "@language": "en"}, ["Team", "Work"]]
    found = [check(sealed(unsigned(name=name))).facts["name"] for name in names]
    assert found == ["Teamwork"] * 3  # the third is the badge's own name


def test_a_wrapped_date_is_unknown_and_not_absent() -> None:
    """A set of one and the one are the same in RDF."""
    document = copy.deepcopy(CREDENTIAL)
    document["validUntil"] = [document["validUntil"]]
    report = check(document, now=datetime(2030, 1, 1, tzinfo=UTC), found=status_list(valid_until=None))
    assert answers(report) == ("pass", "pass", "unknown")


@pytest.mark.parametrize("field", ["id", "type", "name", "url", "email", "description", "image"])
def test_a_changed_issuer_is_refused(field: str) -> None:
    document = copy.deepcopy(CREDENTIAL)
    document["issuer"][field] = ["Address"] if field == "type" else "https://evil.example"
    assert not check(document).stands


def test_an_expired_proof_is_refused() -> None:
    document = copy.deepcopy(CREDENTIAL)
    document["proof"]["expires"] = "2026-05-01T00:00:00Z"
    assert check(document).genuine.code == "proof_expired"
    document["proof"]["expires"] = "2027-05-01T00:00:00Z"
    assert check(document).genuine.code == "signature_wrong"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ([], "document_unsafe"),
        ({}, "not_a_credential"),
        ({"@context": "https://www.w3.org/2018/credentials/v1"}, "context_unknown"),
        ({**CREDENTIAL, "type": ["VerifiableCredential"]}, "not_a_badge"),
        ({**CREDENTIAL, "issuer": None}, "null_value"),
        ({**CREDENTIAL, "issuer": {"name": "x"}}, "not_a_badge"),
        ({**CREDENTIAL, "credentialSubject": [CREDENTIAL["credentialSubject"]]}, "not_a_badge"),
        ({**CREDENTIAL, "name": "a\x00"}, "control_character"),
        ({key: value for key, value in CREDENTIAL.items() if key != "proof"}, "proof_missing"),
    ],
)
def test_what_is_no_readable_badge_is_refused_with_its_own_code(document: Any, code: str) -> None:
    report = check(document)
    assert (report.genuine.code, report.genuine.state) == (code, "fail")
    assert not report.stands


def test_the_credential_of_1edtech_is_genuine(read_json) -> None:  # type: ignore[no-untyped-def]
    document = read_json("ob3-impl-guide/ob3-signed.json")

    def key(issuer_id: str, method: str) -> bytes:
        return decode_ed25519_public(method.removeprefix(f"{issuer_id}#"))

    report = check(document, key=key)
    assert report.stands
    assert report.facts["name"] == "Teamwork Badge"


def test_a_moment_without_a_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        check(CREDENTIAL, now=datetime(2026, 1, 1))  # noqa: DTZ001


# The issuer and the creator of the badge are one thing, described twice: what is taken from one description still
# stands in the other, so that the statements, and with them the signature, stay the same.
PLACES = [path for path, _ in walk(CREDENTIAL) if path and path[0] != "issuer" and "creator" not in path]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "name"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def members(value: Any) -> list[tuple[type, Any]]:
    """Return a set's members as RDF sees them: lists in lists are one list, and nothing counts twice."""
    every: list[tuple[type, Any]] = []
    for item in value if isinstance(value, list) else [value]:
        for member in members(item) if isinstance(item, list) else [(type(item), item)]:
            if member not in every:
                every.append(member)
    return every


@settings(max_examples=200, deadline=None)
@given(path=st.sampled_from(PLACES), value=json_values)
def test_whatever_stands_in_place_of_one_part_the_credential_no_longer_stands(
    path: tuple[str | int, ...], value: Any
) -> None:
    document = copy.deepcopy(CREDENTIAL)
    parent: Any = document
    for step in path[:-1]:
        parent = parent[step]
    before = parent[path[-1]]
    parent[path[-1]] = value
    if members(value) == members(before):
        return  # in RDF one and a set of one are the same, and so are a set and the same set told twice
    assert not check(document).stands
