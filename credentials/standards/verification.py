"""Checking a credential of anybody: is it genuine, is it the named issuer's, does it still stand?

Unknown is not false: when the issuer's server does not answer, the report says so and accuses nobody. Keys
and status lists come through two functions of the caller, who guards the network; here nothing is fetched.
(W3C VC Data Model 2.0 section 7; vc-di-eddsa 1.0 section 3.2.2; Bitstring Status List 1.0 section 3.2.)
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from issuers.standards.multibase import MultibaseError

from .contexts import VC2, UnknownContext
from .did import DidError
from .jsonld import UnsafeDocument, check_json, pointer_text, walk
from .lint import as_list, descriptions, levels, parse_moment, reference_problems, results
from .proof import ProofInvalid, proofs, verify_proof
from .status_list import StatusListError, is_set

State = Literal["pass", "fail", "unknown"]
ResolveKey = Callable[[str, str], bytes]
FetchStatusList = Callable[[str], dict[str, Any]]

# What must stand at the top, where it is looked for.
_VITAL = {"validFrom", "validUntil", "credentialStatus", "issuer", "credentialSubject"}
_BADGE_TYPES = {"OpenBadgeCredential", "AchievementCredential"}


class Unavailable(Exception):
    """Raised by the caller's functions when the issuer's server gives no answer; the message may be shown."""


@dataclass(frozen=True)
class Check:
    """One question and its answer: a stable `code`, a `state`, and a `sentence` for people."""

    code: str
    state: State
    sentence: str


@dataclass(frozen=True)
class Report:
    """The answers. `genuine`: unchanged since signing. `issuer`: signed with a key of the issuer it names.
    `current` has the code valid, expired, not_yet, revoked, suspended or unknown. `checks` lists each step.
    `facts` is what the document says, which counts for nothing unless `genuine` passes."""

    genuine: Check
    issuer: Check
    current: Check
    checks: tuple[Check, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def stands(self) -> bool:
        """Whether the credential is genuine, its issuer's, and valid now: everything passed, nothing is
        unknown.
        """
        return all(check.state == "pass" for check in (self.genuine, self.issuer, self.current))


class _Stop(Exception):
    def __init__(self, code: str, state: State, sentence: str) -> None:
        self.check = Check(code, state, sentence)


def verify_credential(
    document: dict[str, Any], *, resolve_key: ResolveKey, fetch_status_list: FetchStatusList, now: datetime
) -> Report:
    """Check an Open Badges 3.0 credential and report; nothing is raised for any JSON document.

    `resolve_key(issuer_id, verification_method)` returns the raw 32-byte Ed25519 key and
    `fetch_status_list(url)` the list credential. Both raise Unavailable (or OSError) when there is no answer;
    `resolve_key` raises DidError when there is one and the issuer does not own the key. `now` is aware.
    """
    if now.tzinfo is None:
        raise ValueError("The moment of checking has no time zone.")
    checks: list[Check] = []
    try:
        _check_form(document, checks)
    except _Stop as stop:
        unchecked = "This was not checked, since the document is not a credential that can be read here."
        return Report(
            genuine=stop.check,
            issuer=Check("issuer_unchecked", "unknown", unchecked),
            current=Check("unknown", "unknown", unchecked),
            checks=(*checks, stop.check),
        )
    issuer_id = _issuer_id(document)
    verifier = _Verifier(resolve_key, fetch_status_list, now)
    genuine, issuer = verifier.check_proof(document, issuer_id)
    checks += [genuine, issuer, _check_references(document)]
    dates = _check_dates(document, now)
    checks.append(dates)
    if genuine.state == issuer.state == "pass":
        status = verifier.check_status(document, issuer_id)
    else:
        # Whoever forged a document also chose the address of its list: do not go there.
        sentence = "The status was not looked up, since the signature could not be confirmed."
        status = Check("status_unchecked", "unknown", sentence)
    checks.append(status)
    return Report(genuine, issuer, _current(dates, status), tuple(checks), _facts(document, issuer_id))


def _check_form(document: Any, checks: list[Check]) -> None:
    try:
        check_json(document)
    except (UnsafeDocument, UnknownContext) as error:
        raise _Stop(error.code, "fail", str(error)) from error
    if as_list(document.get("@context"))[:1] != [VC2]:
        sentence = "The document is not a credential of the W3C model 2.0, the one that is checked here."
        raise _Stop("not_a_credential", "fail", sentence)
    kinds = {str(kind) for kind in as_list(document.get("type"))}
    if "VerifiableCredential" not in kinds or not kinds & _BADGE_TYPES:
        raise _Stop("not_a_badge", "fail", "The document is not an Open Badges 3.0 credential.")
    if not _issuer_id(document) or not isinstance(document.get("credentialSubject"), dict):
        raise _Stop("not_a_badge", "fail", "The document does not say who awarded it, or to whom.")
    for path, part in walk(document):
        # Statements about one id may stand anywhere in the tree and the signature still fits. So a revoked
        # credential could hide its status in a part that bears the credential's own id, such as an
        # endorsement.
        if path and isinstance(part, dict) and part.get("id") == document.get("id") and _VITAL & part.keys():
            sentence = "A part of the document speaks in the name of the whole credential."
            raise _Stop("identity_split", "fail", f"{sentence} (at {pointer_text(path)})")
    checks.append(Check("form_ok", "pass", "The document is an Open Badges 3.0 credential."))


def _issuer_id(document: dict[str, Any]) -> str:
    issuer = document.get("issuer")
    name = issuer.get("id") if isinstance(issuer, dict) else issuer
    return name if isinstance(name, str) else ""


@dataclass(frozen=True)
class _Verifier:
    """The two ways to the issuer and the moment, which every look-up needs."""

    resolve_key: ResolveKey
    fetch_status_list: FetchStatusList
    now: datetime

    def check_proof(self, document: dict[str, Any], issuer_id: str) -> tuple[Check, Check]:
        """Answer `genuine` and `issuer`: one proof that holds suffices; else the first failure is told."""
        try:
            candidates = proofs(document)
        except ProofInvalid as error:
            return Check(error.code, "fail", error.sentence), _issuer_unchecked()
        answers = []
        for proof in candidates:
            answers.append(self._try_proof(document, proof, issuer_id))
            if {check.state for check in answers[-1]} == {"pass"}:
                return answers[-1]
        # A proof that cannot be checked now may still hold, which weighs more than another that fails.
        return next((answer for answer in answers if "fail" not in (c.state for c in answer)), answers[0])

    def _try_proof(self, document: dict[str, Any], proof: dict[str, Any], issuer_id: str) -> tuple[Check, Check]:
        method = proof.get("verificationMethod")
        if not isinstance(method, str):
            return Check("proof_malformed", "fail", "The proof names no key."), _issuer_unchecked()
        try:
            key = self._key(method, issuer_id)
        except _Stop as stop:
            sentence = "The signature could not be checked without a key of the issuer."
            return Check("genuine_unchecked", "unknown", sentence), stop.check
        owner = Check("issuer_ok", "pass", f"The key belongs to the issuer {issuer_id[:200]}.")
        try:
            self._check_expiry(proof)
            verify_proof(document, proof, public_key=key)
        except ProofInvalid as error:
            return Check(error.code, "fail", error.sentence), owner
        return Check("genuine_ok", "pass", "The document has not changed since it was signed."), owner

    def _key(self, method: str, issuer_id: str) -> bytes:
        if method.partition("#")[0] != issuer_id:
            sentence = f"The document names {issuer_id[:200]} as issuer, but a key of another signed it."
            raise _Stop("issuer_mismatch", "fail", sentence)
        try:
            return self.resolve_key(issuer_id, method)
        except (Unavailable, OSError) as error:
            sentence = "The issuer's key could not be fetched just now; try again later."
            raise _Stop("key_unavailable", "unknown", sentence) from error
        except DidError as error:
            raise _Stop(error.code, "fail", error.sentence) from error
        except MultibaseError as error:
            raise _Stop("key_unsupported", "fail", str(error)) from error

    def _check_expiry(self, proof: dict[str, Any]) -> None:
        """A proof may end before the document does (VC Data Integrity 1.0 section 2.1, `expires`)."""
        if "expires" in proof:
            end = parse_moment(proof["expires"])
            if end is None or end <= self.now:
                raise ProofInvalid("proof_expired", "The signature was only meant to hold until an earlier date.")

    def check_status(self, document: dict[str, Any], issuer_id: str) -> Check:
        """Look the entries up; a set bit weighs most, then what cannot be looked up."""
        entries = as_list(document.get("credentialStatus"))
        if not entries:
            return Check("status_absent", "pass", "The issuer gave it no status entry, so it cannot be revoked.")
        if len(entries) > 4:
            return Check("status_unsupported", "unknown", "The credential names more than four status lists.")
        answers = [self._check_entry(entry, issuer_id) for entry in entries]
        return min(answers, key=lambda answer: ("fail", "unknown", "pass").index(answer.state))

    def _check_entry(self, entry: Any, issuer_id: str) -> Check:
        try:
            return self._look_up(entry, issuer_id)
        except _Stop as stop:
            return stop.check
        except StatusListError as error:
            return Check("status_" + error.code.lower(), "unknown", error.sentence)

    def _look_up(self, entry: Any, issuer_id: str) -> Check:
        if not isinstance(entry, dict) or entry.get("type") != "BitstringStatusListEntry":
            raise _Stop("status_unsupported", "unknown", "The credential's status is of a kind that is not read here.")
        purpose, index = entry.get("statusPurpose"), entry.get("statusListIndex")
        address = entry.get("statusListCredential")
        plain = isinstance(index, str) and index.isascii() and index.isdigit() and len(index) <= 12
        if not plain or not isinstance(address, str) or entry.get("statusSize", 1) != 1:
            raise _Stop("status_malformed", "unknown", "The status entry of the credential cannot be read.")
        if purpose not in ("revocation", "suspension"):
            # `refresh` and `message` do not touch validity; anything else is not understood.
            known = purpose in ("refresh", "message")
            sentence = "The status entry does not speak of validity." if known else "The status has an unknown purpose."
            return Check("status_other", "pass" if known else "unknown", sentence)
        encoded = self._encoded_list(address, purpose, issuer_id)
        if not is_set(encoded, int(str(index))):
            return Check("status_ok", "pass", "The issuer has not revoked it.")
        if purpose == "suspension":
            return Check("suspended", "fail", "The issuer has suspended the credential for the time being.")
        return Check("revoked", "fail", "The issuer has revoked the credential.")

    def _encoded_list(self, address: str, purpose: str, issuer_id: str) -> Any:
        """Return the encodedList of a list that is the issuer's own, signed, of this purpose and of today."""
        try:
            status_list = self.fetch_status_list(address)
        except (Unavailable, OSError) as error:
            sentence = "The issuer's list of revoked credentials could not be fetched just now; try again later."
            raise _Stop("status_retrieval_error", "unknown", sentence) from error
        subject = status_list.get("credentialSubject") if isinstance(status_list, dict) else None
        if not isinstance(subject, dict) or "BitstringStatusListCredential" not in as_list(status_list.get("type")):
            raise _bad_list("What stands at the address of the status list is not a status list.")
        if _issuer_id(status_list) != issuer_id:
            raise _Stop("status_issuer_mismatch", "unknown", "The status list is not the issuer's own.")
        if status_list.get("id") != address:
            raise _bad_list("The status list belongs to another address.")
        if subject.get("type") != "BitstringStatusList" or purpose not in as_list(subject.get("statusPurpose")):
            raise _bad_list(f"The status list does not speak of {purpose}.")
        for check in self.check_proof(status_list, issuer_id):
            if check.state != "pass":
                raise _bad_list(f"The status list cannot be trusted. {check.sentence}")
        if _check_dates(status_list, self.now).state != "pass":
            sentence = "The status list found is out of date, so it does not tell how things stand now."
            raise _Stop("status_stale", "unknown", sentence)
        return subject.get("encodedList")


def _bad_list(sentence: str) -> _Stop:
    return _Stop("status_verification_error", "unknown", sentence)


def _issuer_unchecked() -> Check:
    return Check("issuer_unchecked", "unknown", "Whose key signed the document could not be checked.")


def _check_references(document: dict[str, Any]) -> Check:
    problems = reference_problems(document)
    if problems:
        return Check(problems[0].code, "fail", problems[0].sentence)
    return Check("references_ok", "pass", "Each result belongs to a sub-competency and level of this badge.")


def _check_dates(document: dict[str, Any], now: datetime) -> Check:
    start = parse_moment(document.get("validFrom"))
    end = parse_moment(document.get("validUntil"))
    if start is None or (end is None and "validUntil" in document):
        return Check("dates_unreadable", "unknown", "The dates of the credential cannot be read.")
    if now < start:
        return Check("not_yet", "fail", f"The credential holds from {start:%Y-%m-%d} on, which is still to come.")
    if end is not None and now >= end:
        return Check("expired", "fail", f"The credential expired on {end:%Y-%m-%d}.")
    return Check("dates_ok", "pass", "Today lies within the dates of the credential.")


def _current(dates: Check, status: Check) -> Check:
    """Put dates and status together: a fact against the credential first, then what is unknown."""
    if status.state == "fail":
        return status
    if dates.state == "fail":
        return dates
    for check in (status, dates):
        if check.state == "unknown":
            return Check("unknown", "unknown", check.sentence)
    return Check("valid", "pass", f"The credential stands. {status.sentence}")


def _facts(document: dict[str, Any], issuer_id: str) -> dict[str, Any]:
    """Return what the document says: texts and moments as they stand; what is absent or no single text is None."""
    issuer = _object(document["issuer"])
    subject = _object(document["credentialSubject"])
    achievement = _object(subject.get("achievement"))
    criteria = _object(achievement.get("criteria"))
    image = achievement.get("image")
    names = [
        entry.get("identityHash")
        for entry in as_list(subject.get("identifier"))
        if isinstance(entry, dict) and entry.get("identityType") == "name" and entry.get("hashed") is False
    ]
    return {
        "id": _text(document.get("id")),
        "name": _text(document.get("name")) or _text(achievement.get("name")),
        "issuer": {"id": issuer_id, "name": _text(issuer.get("name")), "url": _text(issuer.get("url"))},
        "achievement": {
            "id": _text(achievement.get("id")),
            "name": _text(achievement.get("name")),
            "description": _text(achievement.get("description")),
            "criteria": _text(criteria.get("narrative")),
            "type": _text(achievement.get("achievementType")),
            "image": _text(image.get("id") if isinstance(image, dict) else image),
        },
        "recipient": _text(names[0]) if names else None,
        "valid_from": _text(document.get("validFrom")),
        "valid_until": _text(document.get("validUntil")),
        "awarded_at": _text(document.get("awardedDate")),
        "levels": _levels(document),
    }


def _text(value: Any) -> str | None:
    """Return the one text that a value is; in JSON-LD it may stand in brackets or carry its language."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) else None


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _levels(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one row for each sub-competency that has a result, in the order of the badge. `position`
    counts the level reached from 1 at the lowest, by its own `level` number where all levels have one;
    `of` is their count."""
    reached = {str(result.get("resultDescription")): result for result in results(document)}
    rows = []
    for description in descriptions(document):
        result = reached.get(str(description.get("id")))
        if result is None:
            continue
        ladder = _ladder(description)
        position = _position(ladder, result.get("achievedLevel"))
        required = _position(ladder, description.get("requiredLevel"))
        level = ladder[position - 1] if position else {}
        rows.append(
            {
                "criterion": _text(description.get("name")),
                "level": _text(level.get("name")),
                "description": _text(level.get("description")),
                "points": _text(level.get("points")),
                "value": _text(result.get("value")),
                "position": position,
                "of": len(ladder),
                "required": _text(ladder[required - 1].get("name")) if required else None,
            }
        )
    return rows


def _position(ladder: list[dict[str, Any]], level_id: Any) -> int | None:
    """Return where the level with this id stands, from 1 at the lowest; None when there is none."""
    if level_id is None:
        return None
    return next((place for place, level in enumerate(ladder, 1) if level.get("id") == level_id), None)


def _ladder(description: dict[str, Any]) -> list[dict[str, Any]]:
    ladder = levels(description)
    marks = [level.get("level") for level in ladder]
    if all(isinstance(mark, str) and mark.isascii() and mark.isdigit() and len(mark) < 10 for mark in marks):
        return sorted(ladder, key=lambda level: int(level["level"]))
    return ladder
