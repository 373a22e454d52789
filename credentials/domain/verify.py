"""Checking a credential for a stranger: a document in, five plain answers and a verdict out.

Nothing is stored and nothing is fetched: the keys and status lists of this platform's institutions come from the
database; of a credential from elsewhere it is said what can be told without asking elsewhere.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from credentials import queries
from credentials.domain.intake import CREDENTIAL_PATH, UUID_TEXT
from credentials.models import AchievementCredential
from credentials.standards import did
from credentials.standards.jsonld import parse_json
from credentials.standards.reading import Reading, read_credential
from credentials.standards.verification import Check, Report, State, Unavailable, verify_credential
from issuers.domain.keys import did_of
from issuers.enums import KeyState
from issuers.models import Issuer
from issuers.standards.multibase import decode_ed25519_public

_STATUS_LIST_PATH = re.compile(rf"/status-lists/{UUID_TEXT}/")


@dataclass(frozen=True)
class Answer:
    """One of the five questions that a reader has, answered in a sentence."""

    question: str
    state: State
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What is told: `code` is valid, expired, revoked, suspended, not_yet, unknown or not_genuine."""

    code: str
    headline: str
    sentence: str
    answers: tuple[Answer, ...]
    checks: tuple[Check, ...]
    reading: Reading
    checked_at: datetime
    public_path: str  # page of the credential here, when its holder has made it public; else empty

    @property
    def verified(self) -> bool:
        """Whether everything was checked, everything holds, and the credential stands today."""
        return self.code in {"valid", "other_person"}


# The check ---------------------------------------------------------------------------------------------------


def check_credential(document: dict[str, Any], *, email: str = "", now: datetime | None = None) -> Verdict:
    """Check a credential of anybody and say what it is worth; nothing is raised for any JSON object, nothing stored.

    `email` is compared with the holder's salted hash when given. The signed document decides, and for a credential
    of this platform the row does too: a revocation counts from the moment it is made.
    """
    now = now or timezone.now()
    report = verify_credential(document, resolve_key=_resolve_key, fetch_status_list=_fetch_status_list, now=now)
    reading = read_credential(document)
    report = _said_plainly(report, reading)
    row = _own_row(reading) if report.genuine.state == report.issuer.state == "pass" else None
    if row is not None:
        report = _as_known_here(report, row)
    code = _verdict_code(report)
    headline, sentence = _headline(code, report)
    genuine = code != "not_genuine"
    if code == "valid" and email.strip() and reading.is_about(email) is False:
        code, headline = "other_person", "Genuine, but about somebody else"
        sentence = f"It was awarded to another e-mail address than {email.strip()}."
    return Verdict(
        code=code,
        headline=headline,
        sentence=sentence,
        answers=_answers(report, reading, row, email) if genuine else _nothing_vouched_for(report),
        checks=report.checks if genuine else tuple(check for check in report.checks if check.state == "fail"),
        reading=reading,
        checked_at=now,
        public_path=row.get_absolute_url() if row is not None and row.published_at else "",
    )


def _issuer_here(issuer_id: str) -> Issuer | None:
    """Return the institution of this platform that has this did; None for any other id."""
    found = re.fullmatch(rf"did:web:[^:]+(?::[^:]+)*:issuers:{UUID_TEXT}", issuer_id)
    issuer = queries.issuer_by_uuid(UUID(found["uuid"])) if found else None
    return issuer if issuer is not None and did_of(issuer) == issuer_id else None


def _is_ours(issuer_id: str) -> bool:
    host = settings.PUBLIC_BASE_URL.split("://", 1)[1].replace(":", "%3A").replace("/", ":")
    return issuer_id.startswith(f"did:web:{host}:issuers:")


def _resolve_key(issuer_id: str, verification_method: str) -> bytes:
    if issuer_id.startswith("did:key:"):
        return did.key_from_did_key(verification_method)
    if not _is_ours(issuer_id):
        raise Unavailable("Nothing is fetched from other hosts.")
    issuer = _issuer_here(issuer_id)
    if issuer is None:
        raise did.DidError("issuer_unknown", "The document names an institution that this platform doesn't know.")
    fragment = verification_method.partition("#")[2]
    key = queries.key_of(issuer, fragment)
    if key is None:
        raise did.DidError("key_unknown", f"{issuer.name} never had the key that the document names.")
    if key.state == KeyState.COMPROMISED:
        raise did.DidError(
            "key_compromised", f"{issuer.name} no longer trusts the key that signed this: others may have used it."
        )
    return decode_ed25519_public(key.public_key_multibase)


def _fetch_status_list(url: str) -> dict[str, Any]:
    if not url.startswith(f"{settings.PUBLIC_BASE_URL}/"):
        raise Unavailable("Nothing is fetched from other hosts.")
    found = _STATUS_LIST_PATH.fullmatch(url.removeprefix(settings.PUBLIC_BASE_URL))
    status = queries.published_status_list(UUID(found["uuid"])) if found else None
    if status is None or not status.document:
        raise Unavailable("There is no such list.")
    return parse_json(status.document)


def _said_plainly(report: Report, reading: Reading) -> Report:
    """Say of a foreign credential why something is unknown: nothing is fetched, so "later" would not help."""
    if reading.issuer_id.startswith("did:key:") and report.issuer.state == "pass":
        # Anybody can make such a key and write any name beside it.
        sentence = f"It says {reading.issuer_name or 'no name'}, but nothing shows whose key signed it."
        unproven = Check("issuer_unproven", "unknown", sentence)
        checks = tuple(unproven if check == report.issuer else check for check in report.checks)
        report = replace(report, issuer=unproven, checks=checks)
    host = _host_of(reading.issuer_id)
    sentences = {
        "key_unavailable": (
            "issuer_elsewhere",
            f"The issuer's key lies at {host}, and nothing is fetched from other sites: check it there.",
        ),
        "status_retrieval_error": (
            "status_elsewhere",
            "Whether it was revoked is written on another site, and nothing is fetched from there.",
        ),
    }
    if _is_ours(reading.issuer_id):
        return report

    def plain(check: Check) -> Check:
        code, sentence = sentences.get(check.code, (check.code, check.sentence))
        return replace(check, code=code, sentence=sentence)

    current = report.current
    if current.code == "unknown" and any(check.code == "status_retrieval_error" for check in report.checks):
        current = replace(current, sentence=sentences["status_retrieval_error"][1])
    return replace(report, issuer=plain(report.issuer), current=current, checks=tuple(map(plain, report.checks)))


def _host_of(issuer_id: str) -> str:
    if issuer_id.startswith("did:web:"):
        return issuer_id.removeprefix("did:web:").split(":")[0].replace("%3A", ":")[:200]
    return (urlsplit(issuer_id).netloc if re.match(r"https?://", issuer_id) else "")[:200] or "the issuer's own place"


def _own_row(reading: Reading) -> AchievementCredential | None:
    if not reading.id.startswith(f"{settings.PUBLIC_BASE_URL}/"):
        return None
    found = CREDENTIAL_PATH.fullmatch(reading.id.removeprefix(settings.PUBLIC_BASE_URL))
    row = queries.signed_credential(UUID(found["uuid"])) if found else None
    return row if row is not None and did_of(row.issuer) == reading.issuer_id else None


def _as_known_here(report: Report, row: AchievementCredential) -> Report:
    """Put what the institution's records say in the place of the list, which may be minutes older."""
    if row.revoked_at:
        sentence = revocation_sentence(row)
        status = Check("revoked", "fail", sentence)
        current = status
    elif report.current.code == "unknown" or any(check.code.startswith("status_") for check in report.checks):
        status = Check("status_ok", "pass", f"{row.issuer.name} has not revoked it.")
        current = report.current
        if current.state != "fail":
            current = Check("valid", "pass", f"It stands: {row.issuer.name} has not revoked it.")
    else:
        return report
    kept = [check for check in report.checks if check.code != "revoked" and not check.code.startswith("status_")]
    return replace(report, current=current, checks=(*kept, status))


def revocation_sentence(row: AchievementCredential) -> str:
    """Return who revoked a credential, when, and the class of reason; the full reason stays in the institution."""
    day = date_format(row.revoked_at, "j F Y") if row.revoked_at else ""
    return f"{row.issuer.name} revoked it on {day}: {row.get_revocation_reason_display()}."


# The words ---------------------------------------------------------------------------------------------------


def _verdict_code(report: Report) -> str:
    if "fail" in (report.genuine.state, report.issuer.state):
        return "not_genuine"
    if report.genuine.state != "pass" or report.issuer.state != "pass":
        return "unknown"
    if report.current.code == "valid" and any(check.state == "fail" for check in report.checks):
        return "unknown"  # signed, but it contradicts itself
    return report.current.code


def _headline(code: str, report: Report) -> tuple[str, str]:
    first_failure = next((c for c in (report.issuer, report.genuine) if c.state == "fail"), report.genuine)
    first_unknown = next((c for c in (report.issuer, report.genuine) if c.state == "unknown"), report.current)
    return {
        "valid": (
            "Genuine and valid",
            "Unchanged since it was signed, by the issuer it names, neither expired nor revoked.",
        ),
        "expired": ("Genuine, but expired", report.current.sentence),
        "revoked": ("Genuine, but revoked", report.current.sentence),
        "suspended": ("Genuine, but suspended", report.current.sentence),
        "not_yet": ("Genuine, but not valid yet", report.current.sentence),
        "not_genuine": ("Not genuine: don't rely on it", first_failure.sentence),
    }.get(code, ("This can't be told here", first_unknown.sentence))


def _answers(report: Report, reading: Reading, row: AchievementCredential | None, email: str) -> tuple[Answer, ...]:
    return (
        Answer("Is it genuine?", report.genuine.state, report.genuine.sentence),
        Answer("From whom, and how do we know?", report.issuer.state, _from_whom(report, reading, row)),
        Answer("Is it still valid?", report.current.state, report.current.sentence),
        _about_whom(reading, email),
        _at_which_levels(report, reading),
    )


def _nothing_vouched_for(report: Report) -> tuple[Answer, ...]:
    """Return the five answers for a forgery: what it claims of itself is not repeated as if it were so."""
    nothing = "Nothing vouches for what the document says of it."
    still = "A document that isn't genuine was never valid."
    first = next(check for check in (report.genuine, report.issuer) if check.state == "fail")
    return (
        Answer("Is it genuine?", "fail", first.sentence),
        Answer("From whom, and how do we know?", "unknown", nothing),
        Answer("Is it still valid?", "unknown", still),
        Answer("Whom is it about?", "unknown", nothing),
        Answer("What was shown, at which levels?", "unknown", nothing),
    )


def _from_whom(report: Report, reading: Reading, row: AchievementCredential | None) -> str:
    if report.issuer.state != "pass" or report.genuine.state != "pass":
        return report.issuer.sentence
    here = _issuer_here(reading.issuer_id)
    if here is not None:
        address = f"{urlsplit(settings.PUBLIC_BASE_URL).netloc}{here.get_absolute_url()}"
        return f"{here.name}. It was signed with a key that this institution publishes at {address}."
    return f"{reading.issuer_name or 'An issuer without a name'}, by the key of {reading.issuer_id[:200]}."


def _about_whom(reading: Reading, email: str) -> Answer:
    question = "Whom is it about?"
    named = f"It names {reading.recipient}." if reading.recipient else "It names nobody in clear."
    if not email.strip():
        hint = " Enter the person's e-mail address to compare it." if reading.identities else ""
        return Answer(question, "pass" if reading.recipient else "unknown", named + hint)
    match reading.is_about(email):
        case None:
            return Answer(question, "unknown", f"{named} It holds no e-mail address to compare with.")
        case True:
            return Answer(question, "pass", f"{named} It was awarded to the holder of {email.strip()}.")
    return Answer(question, "fail", f"{named} It was awarded to another e-mail address than {email.strip()}.")


def _at_which_levels(report: Report, reading: Reading) -> Answer:
    question = "What was shown, at which levels?"
    count = len(reading.ladders)
    if not count:
        return Answer(question, "unknown", "The credential says nothing about levels.")
    met = [ladder.is_met for ladder in reading.ladders]
    things = f"{count} sub-competenc{'y' if count == 1 else 'ies'}"
    if all(met):
        sentence = f"{things}, {'at' if count == 1 else 'each at'} the required level or above."
    elif False in met:
        sentence = f"{things}, {met.count(False)} of them below the required level."
    else:
        sentence = f"{things}; not each has a required level."
    return Answer(question, "pass" if report.genuine.state == "pass" else "unknown", sentence)
