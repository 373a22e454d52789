"""What a credential must look like before it is signed: one function for each rule, each with a code and a
place.

The JSON schema of Open Badges 3.0 does not see the half of what breaks a badge: results that point nowhere,
dates without a zone, words that no context defines. These rules do. They hold for what this platform signs;
foreign credentials may be genuine and still break some (see `verification`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from .contexts import UnknownContext
from .jsonld import DEFAULT, Limits, UnsafeDocument, canonize, check_json, pointer_text, walk
from .ob3 import CONTEXTS
from .status_list import BITS

# Large texts make a badge too large to be baked, and no wallet shows them.
LONGEST_TEXT = 20_000
LARGEST = Limits(size=200_000)

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")
_HASH = re.compile(r"sha256\$[0-9a-fA-F]{64}")
_INDEX = re.compile(r"0|[1-9][0-9]*")
_STATUSES = {"Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"}


@dataclass(frozen=True)
class Problem:
    """A broken rule: stable `code`, JSON `pointer` (RFC 6901) to the place, and a `sentence` that may be
    shown.
    """

    code: str
    pointer: str
    sentence: str


Lint = Callable[[dict[str, Any]], Iterator[Problem]]


def lint_credential(document: dict[str, Any]) -> list[Problem]:
    """Return every rule that an OpenBadgeCredential breaks, in the order of the rules; an empty list means
    sound.

    Give the document with or without its proof. Nothing is raised for any input that `json.loads` can return.
    """
    try:
        check_json(document, LARGEST)
    except (UnsafeDocument, UnknownContext) as error:
        return [_from(error)]  # the other rules would only repeat it, or take long
    return [problem for lint in LINTS for problem in lint(document)]


def reference_problems(document: dict[str, Any]) -> list[Problem]:
    """Return the results that point to no description or to no level of it (OB 3.0 sections B.2.4 and
    B.2.5).
    """
    return [*_required_levels(document), *_results(document)]


def parse_moment(text: Any) -> datetime | None:
    """Return the aware moment that an ISO 8601 `text` with a zone names, or None when it names none."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def descriptions(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the ResultDescriptions of the achievement in a credential, however malformed the rest is."""
    achievement = _object(_object(document.get("credentialSubject")).get("achievement"))
    return [item for item in as_list(achievement.get("resultDescription")) if isinstance(item, dict)]


def levels(description: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the RubricCriterionLevels of a ResultDescription."""
    return [item for item in as_list(description.get("rubricCriterionLevel")) if isinstance(item, dict)]


def results(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the learner's Results."""
    found = as_list(_object(document.get("credentialSubject")).get("result"))
    return [item for item in found if isinstance(item, dict)]


def as_list(value: Any) -> list[Any]:
    """Return a JSON-LD set as a list: one value may stand without brackets, and none may be absent."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _from(error: UnsafeDocument | UnknownContext) -> Problem:
    if isinstance(error, UnsafeDocument):
        return Problem(error.code, error.pointer, error.reason)
    return Problem(error.code, "/@context", str(error))


def _contexts(document: dict[str, Any]) -> Iterator[Problem]:
    if document.get("@context") != CONTEXTS:
        names = ", ".join(CONTEXTS)
        yield Problem("contexts_wrong", "/@context", f"The contexts must be exactly, and in this order: {names}.")


def _types(document: dict[str, Any]) -> Iterator[Problem]:
    missing = {"VerifiableCredential", "OpenBadgeCredential"} - {str(kind) for kind in as_list(document.get("type"))}
    if missing or not isinstance(document.get("type"), list):
        yield Problem("type_wrong", "/type", "The type must list VerifiableCredential and OpenBadgeCredential.")


def _required(document: dict[str, Any]) -> Iterator[Problem]:
    subject = _object(document.get("credentialSubject"))
    achievement = _object(subject.get("achievement"))
    for path, holder, keys in (
        ((), document, ("id", "name", "issuer", "validFrom", "credentialSubject")),
        (("credentialSubject",), subject, ("type", "achievement")),
        (
            ("credentialSubject", "achievement"),
            achievement,
            ("id", "type", "name", "description", "criteria"),
        ),
    ):
        for key in keys:
            if not holder.get(key):
                yield Problem("field_missing", pointer_text((*path, key)), f"The field {key} is missing or empty.")
    if isinstance(achievement.get("criteria"), dict) and not {"id", "narrative"} & achievement["criteria"].keys():
        place = "/credentialSubject/achievement/criteria"
        yield Problem("field_missing", place, "The criteria have neither a text nor an address.")


def _issuer(document: dict[str, Any]) -> Iterator[Problem]:
    issuer = document.get("issuer")
    if not isinstance(issuer, dict) or "Profile" not in as_list(issuer.get("type")):
        yield Problem("issuer_not_profile", "/issuer", "The issuer must be an object of the type Profile.")
    elif not issuer.get("name"):
        yield Problem(
            "issuer_nameless",
            "/issuer/name",
            "The issuer has no name, so readers could not show who awarded this.",
        )


def _recipient(document: dict[str, Any]) -> Iterator[Problem]:
    subject = _object(document.get("credentialSubject"))
    identifiers = as_list(subject.get("identifier"))
    if not subject.get("id") and not identifiers:
        yield Problem("recipient_missing", "/credentialSubject", "The credential does not say who earned it.")
    for position, entry in enumerate(map(_object, identifiers)):
        place = f"/credentialSubject/identifier/{position}"
        allowed = {"type", "hashed", "identityHash", "identityType", "salt"}
        if entry.get("type") != "IdentityObject" or not entry.get("identityHash") or not entry.get("identityType"):
            yield Problem(
                "identity_incomplete",
                place,
                "An identifier needs the type IdentityObject, a hash and its kind.",
            )
        elif set(entry) - allowed or not isinstance(entry.get("hashed"), bool):
            yield Problem(
                "identity_incomplete", place, "An identifier has a field that is not allowed or lacks hashed."
            )
        elif entry["hashed"] and not (_HASH.fullmatch(str(entry["identityHash"])) and entry.get("salt")):
            yield Problem(
                "identity_unsalted",
                place,
                "A hashed identity must be sha256$ with 64 digits, and have a salt.",
            )
        elif entry["identityType"] == "emailAddress" and not entry["hashed"]:
            yield Problem("email_in_clear", place, "An e-mail address must not stand in a credential in clear.")


def _ids(document: dict[str, Any]) -> Iterator[Problem]:
    for path, value in walk(document):
        if path and path[-1] == "id" and not (isinstance(value, str) and _URI.fullmatch(value)):
            yield Problem(
                "id_not_absolute",
                pointer_text(path),
                f"The id {str(value)[:100]!r} is not an absolute address.",
            )


def _unique_ids(document: dict[str, Any]) -> Iterator[Problem]:
    found = [("/id", document.get("id"))]
    achievement = _object(_object(document.get("credentialSubject")).get("achievement"))
    place = "/credentialSubject/achievement"
    found.append((f"{place}/id", achievement.get("id")))
    for number, description in enumerate(descriptions(document)):
        found.append((f"{place}/resultDescription/{number}/id", description.get("id")))
        for step, level in enumerate(levels(description)):
            found.append((f"{place}/resultDescription/{number}/rubricCriterionLevel/{step}/id", level.get("id")))
    counts = Counter(str(name) for _, name in found if name)
    for pointer, name in found:
        if counts[str(name)] > 1:
            yield Problem("id_repeated", pointer, f"The id {str(name)[:100]!r} stands for more than one thing.")


def _dates(document: dict[str, Any]) -> Iterator[Problem]:
    moments: dict[str, datetime] = {}
    for key in ("validFrom", "validUntil", "awardedDate"):
        if key in document:
            moment = parse_moment(document[key])
            if moment is None:
                yield Problem(
                    "date_invalid",
                    f"/{key}",
                    f"{key} is not a date and time with a zone, such as 2026-01-31T09:00:00Z.",
                )
            else:
                moments[key] = moment
    if "validUntil" in moments and "validFrom" in moments and moments["validUntil"] <= moments["validFrom"]:
        yield Problem("dates_disordered", "/validUntil", "The credential would end before it starts to hold.")
    if "awardedDate" in moments and "validFrom" in moments and moments["awardedDate"] > moments["validFrom"]:
        yield Problem("dates_disordered", "/awardedDate", "The credential would hold before it was awarded.")


def _status(document: dict[str, Any]) -> Iterator[Problem]:
    place = "/credentialStatus"
    status = document.get("credentialStatus")
    if status is None:
        yield Problem("status_missing", place, "The credential has no status entry, so it could never be revoked.")
        return
    if not isinstance(status, dict):
        yield Problem("status_malformed", place, "The status must be one object: Open Badges 3.0 allows no list.")
        return
    index = status.get("statusListIndex")
    address = status.get("statusListCredential")
    if status.get("type") != "BitstringStatusListEntry" or status.get("statusPurpose") != "revocation":
        yield Problem("status_malformed", place, "The status must be a BitstringStatusListEntry for revocation.")
    if not isinstance(index, str) or not _INDEX.fullmatch(index) or len(index) > 6 or int(index) >= BITS:
        sentence = f"The index must be a whole number below {BITS}, written as text."
        yield Problem("status_index_invalid", f"{place}/statusListIndex", sentence)
    if not isinstance(address, str) or not re.match(r"https?://", address):
        yield Problem(
            "status_list_missing",
            f"{place}/statusListCredential",
            "The status does not name its list's address.",
        )
    elif status.get("id") == address:
        yield Problem(
            "status_malformed", f"{place}/id", "The id of the entry must differ from the address of the list."
        )


def _required_levels(document: dict[str, Any]) -> Iterator[Problem]:
    for number, description in enumerate(descriptions(document)):
        place = f"/credentialSubject/achievement/resultDescription/{number}"
        own = [level.get("id") for level in levels(description)]
        required = description.get("requiredLevel")
        if required is not None and required not in own:
            sentence = f"The required level of {str(description.get('name'))[:100]!r} is none of its levels."
            yield Problem("required_level_unknown", f"{place}/requiredLevel", sentence)


def _results(document: dict[str, Any]) -> Iterator[Problem]:
    by_id = {str(description.get("id")): description for description in descriptions(document)}
    for number, result in enumerate(results(document)):
        place = f"/credentialSubject/result/{number}"
        named = result.get("resultDescription")
        if named is None:
            continue
        description = by_id.get(str(named))
        if description is None:
            sentence = f"The result points to {str(named)[:100]!r}, which the achievement does not describe."
            yield Problem("result_description_unknown", f"{place}/resultDescription", sentence)
            continue
        level = result.get("achievedLevel")
        if level is not None and level not in [own.get("id") for own in levels(description)]:
            sentence = f"The level reached in {str(description.get('name'))[:100]!r} is none of its levels."
            yield Problem("achieved_level_unknown", f"{place}/achievedLevel", sentence)


def _result_descriptions(document: dict[str, Any]) -> Iterator[Problem]:
    for number, description in enumerate(descriptions(document)):
        place = f"/credentialSubject/achievement/resultDescription/{number}"
        missing = [key for key in ("id", "type", "name", "resultType") if not description.get(key)]
        if missing:
            yield Problem("rubric_incomplete", place, f"The sub-competency lacks {', '.join(missing)}.")
        if description.get("resultType") == "RubricCriterionLevel" and not levels(description):
            yield Problem("rubric_incomplete", place, "The sub-competency has no levels.")
        for step, level in enumerate(levels(description)):
            if not all(level.get(key) for key in ("id", "type", "name")):
                where = f"{place}/rubricCriterionLevel/{step}"
                yield Problem("rubric_incomplete", where, "A level lacks its id, type or name.")


def _results_once(document: dict[str, Any]) -> Iterator[Problem]:
    counts = Counter(str(result.get("resultDescription")) for result in results(document))
    for number, result in enumerate(results(document)):
        place = f"/credentialSubject/result/{number}"
        if "resultDescription" in result and counts[str(result["resultDescription"])] > 1:
            yield Problem("result_repeated", place, "The same sub-competency has more than one result.")
        if "status" in result and str(result["status"]) not in _STATUSES:
            yield Problem(
                "result_status_unknown",
                f"{place}/status",
                f"A result's status is one of {', '.join(sorted(_STATUSES))}.",
            )


def _level_order(document: dict[str, Any]) -> Iterator[Problem]:
    """RDF forgets the order of levels, so `level` must keep it; points must not fall while levels rise."""
    for number, description in enumerate(descriptions(document)):
        place = f"/credentialSubject/achievement/resultDescription/{number}/rubricCriterionLevel"
        for key, may_repeat in (("level", False), ("points", True)):
            texts = [level.get(key) for level in levels(description)]
            numbers = [float(text) for text in texts if isinstance(text, str) and _DECIMAL.fullmatch(text)]
            rising = all(a < b or (may_repeat and a == b) for a, b in pairwise(numbers))
            if not rising:
                yield Problem("levels_disordered", place, f"The {key} of the levels does not rise from first to last.")


def _numbers_as_text(document: dict[str, Any]) -> Iterator[Problem]:
    for path, value in walk(document):
        if (
            path
            and path[-1] in ("points", "value", "level", "valueMin", "valueMax", "requiredValue")
            and value is not None
        ):
            if not isinstance(value, str):
                yield Problem("number_not_text", pointer_text(path), f"{path[-1]} must be written as text.")
            elif path[-1] == "points" and not _DECIMAL.fullmatch(value):
                yield Problem("points_not_number", pointer_text(path), f"The points {value[:50]!r} are not a number.")


def _empties(document: dict[str, Any]) -> Iterator[Problem]:
    for path, value in walk(document):
        if value in ([], {}, ""):
            kind = "text" if value == "" else "list" if value == [] else "object"
            yield Problem("value_empty", pointer_text(path), f"The {kind} is empty; leave the field out.")


def _sizes(document: dict[str, Any]) -> Iterator[Problem]:
    for path, value in walk(document):
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            sentence = f"The text has {len(value)} characters; at most {LONGEST_TEXT} are allowed."
            yield Problem("text_too_long", pointer_text(path), sentence)


def _string_types(document: dict[str, Any]) -> Iterator[Problem]:
    """Image and IdentityObject carry their type as text (the schema has `enum`), all other parts as a
    list.
    """
    for path, value in walk(document):
        kind = value.get("type") if isinstance(value, dict) else None
        if kind in (["Image"], ["IdentityObject"]):
            yield Problem("type_not_text", pointer_text((*path, "type")), "The type must be text here, not a list.")


def _forbidden(document: dict[str, Any]) -> Iterator[Problem]:
    """The context at the OB 3.0.3 address differs between publishers in exactly this word."""
    for path, _ in walk(document):
        if path and path[-1] == "endorsementJwt":
            yield Problem(
                "endorsement_jwt",
                pointer_text(path),
                "Wallets refuse endorsementJwt; embed the endorsement itself.",
            )


def _safe_mode(document: dict[str, Any]) -> Iterator[Problem]:
    try:
        canonize({key: value for key, value in document.items() if key != "proof"}, limits=DEFAULT)
    except (UnsafeDocument, UnknownContext) as error:
        yield _from(error)


LINTS: tuple[Lint, ...] = (
    _contexts,
    _types,
    _required,
    _issuer,
    _recipient,
    _ids,
    _unique_ids,
    _dates,
    _status,
    _result_descriptions,
    _required_levels,
    _results,
    _results_once,
    _level_order,
    _numbers_as_text,
    _empties,
    _sizes,
    _string_types,
    _forbidden,
    _safe_mode,
)
