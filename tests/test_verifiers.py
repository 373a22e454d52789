"""The independent verifiers themselves: unless they refuse what is bad, their yes would prove nothing."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.independent import Verdict, Verifiers

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def published(vectors: Path) -> dict[str, Any]:
    """The Open Badges 3.0 credential of 1EdTech's implementation guide, signed by 1EdTech."""
    return json.loads((vectors / "ob3-impl-guide" / "ob3-signed.json").read_text())


def test_a_published_credential_is_accepted(published: dict[str, Any], verify_independently: Verifiers) -> None:
    assert verify_independently(published) == [
        Verdict("@digitalbazaar/vc", verified=True, revoked=None, schema=None, error=None),
        Verdict("@digitalcredentials/verifier-core", verified=True, revoked=None, schema=True, error=None),
    ]


def test_one_changed_word_is_refused(published: dict[str, Any], verify_independently: Verifiers) -> None:
    changed = copy.deepcopy(published)
    changed["credentialSubject"]["achievement"]["name"] = "Leadership"
    assert [(one.verified, one.error) for one in verify_independently(changed)] == [
        (False, "Verification error(s). | Invalid signature."),
        (False, "The signature is not valid."),
    ]


def test_a_term_that_no_context_defines_is_refused(published: dict[str, Any], verify_independently: Verifiers) -> None:
    changed = copy.deepcopy(published)
    changed["credentialSubject"]["achievement"]["undefinedTerm"] = "dropped by a careless expansion"
    verdicts = verify_independently(changed)
    assert [one.verified for one in verdicts] == [False, False]
    assert ["Safe mode validation error." in (one.error or "") for one in verdicts] == [True, True]
