"""What is composed and signed here, as verifiers written by others see it."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from credentials.standards.did import did_document
from credentials.standards.status_list import encode, status_list_document
from tests.independent import Verifiers

from .conftest import vectors_folder
from .samples import BADGE, CREATED, DID, MULTIKEY, sealed, unsigned

# The verifiers read the real clock, so the list's validity is left open; did.json is found by its id.
LIST = "https://badges.example.edu/status-lists/7a"

pytestmark = pytest.mark.node

# One verifier also checks the published schema, where the vectors' folder has it.
SCHEMA = True if (vectors_folder() / "schemas").is_dir() else None


@pytest.fixture
def publish(tmp_path: Path) -> Any:
    def write(revoked: tuple[int, ...]) -> Path:
        status = status_list_document(
            list_url=LIST,
            issuer_id=DID,
            purpose="revocation",
            encoded=encode(revoked),
            valid_from=CREATED,
            valid_until=None,
            ttl_ms=None,
        )
        (tmp_path / "did.json").write_text(json.dumps(did_document(DID, [("key-2026-1", MULTIKEY)])))
        (tmp_path / "list.json").write_text(json.dumps(sealed(status)))
        return tmp_path

    return write


def verdicts(
    verify: Verifiers, document: dict[str, Any], documents: Path
) -> list[tuple[bool, bool | None, bool | None, str | None]]:
    return [(one.verified, one.revoked, one.schema, one.error) for one in verify(document, documents=documents)]


def test_both_verifiers_accept_what_we_sign(verify_independently: Verifiers, publish: Any) -> None:
    assert verdicts(verify_independently, sealed(unsigned(valid_until=None)), publish(())) == [
        (True, False, None, None),
        (True, False, SCHEMA, None),
    ]


def test_both_verifiers_see_that_it_was_revoked(verify_independently: Verifiers, publish: Any) -> None:
    found = verify_independently(sealed(unsigned(valid_until=None)), documents=publish((94567,)))
    assert [one.revoked for one in found] == [True, True]


def test_both_verifiers_refuse_a_changed_level(verify_independently: Verifiers, publish: Any) -> None:
    document = copy.deepcopy(sealed(unsigned(valid_until=None)))
    document["credentialSubject"]["result"][0]["achievedLevel"] = f"{BADGE}#criterion-1-level-3"
    assert [one.verified for one in verify_independently(document, documents=publish(()))] == [False, False]


def test_both_verifiers_read_every_kind_of_character(verify_independently: Verifiers, publish: Any) -> None:
    texts = 'Zoë \t\n\r\n"quoted" \\ back é ش 漢字 한 देव 😀 \u2028 \ufeff \x80'
    document = sealed(unsigned(valid_until=None, recipient_name=texts, narrative=texts, name=texts))
    assert [one.verified for one in verify_independently(document, documents=publish(()))] == [True, True]
