"""What an Open Badges 3.0 credential says, as plain values for a page: of our own documents and of anybody's.

A document from outside may hold anything anywhere, so whatever has the wrong shape reads as absent, and long
texts and lists are cut. Reading proves nothing: `verification` says what a document is worth.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .lint import as_list, descriptions, levels, parse_moment, results

LONGEST = 8_000  # characters of one text
MOST_ROWS = 100  # sub-competencies, skills, identifiers
MOST_RUNGS = 20  # levels of one sub-competency

_EMAIL_TYPES = {"emailAddress", "email"}


@dataclass(frozen=True)
class Rung:
    """One level of a ladder; `position` counts from 1, the lowest."""

    position: int
    name: str
    description: str
    is_covered: bool  # at or below the level reached
    is_reached: bool  # the very level reached
    is_required: bool


@dataclass(frozen=True)
class Ladder:
    """A sub-competency with all its levels, lowest first, and what was reached (positions, 0 for none)."""

    criterion: str
    description: str
    rungs: tuple[Rung, ...]
    reached: int
    required: int
    value: str

    @property
    def reached_name(self) -> str:
        """The name of the level reached; a bare value when the result names no level; else empty."""
        return self.rungs[self.reached - 1].name if self.reached else self.value

    @property
    def required_name(self) -> str:
        """The name of the level that was required, or empty."""
        return self.rungs[self.required - 1].name if self.required else ""

    @property
    def is_met(self) -> bool | None:
        """Whether the level reached is at least the required one; None when the document does not tell."""
        return self.reached >= self.required if self.reached and self.required else None


@dataclass(frozen=True)
class Identity:
    """A hashed identifier of the holder (OB 3.0 section B.6.4)."""

    kind: str
    digest: str  # `sha256$` and 64 hex digits
    salt: str


@dataclass(frozen=True)
class Reading:
    """A credential's content. Texts are empty and moments None where the document has none."""

    id: str
    name: str
    recipient: str
    issuer_id: str
    issuer_name: str
    issuer_url: str
    description: str
    criteria: str  # Markdown
    image: str
    image_caption: str
    version: str
    skills: tuple[str, ...]
    awarded_at: datetime | None
    valid_until: datetime | None
    ladders: tuple[Ladder, ...]
    identities: tuple[Identity, ...]

    def is_about(self, email: str) -> bool | None:
        """Say whether one of the hashed identifiers is this e-mail address; None when there is none to compare.

        OB 3.0 section B.6.5: SHA-256 of the address followed by the salt. The address is tried as typed and in
        small letters, since issuers do either.
        """
        hashed = [entry for entry in self.identities if entry.kind in _EMAIL_TYPES]
        if not hashed:
            return None
        typed = email.strip()
        return any(entry.digest == _digest(form, entry.salt) for entry in hashed for form in {typed, typed.lower()})


def read_credential(document: dict[str, Any]) -> Reading:
    """Return what `document` says; nothing is raised for any JSON object."""
    issuer = document.get("issuer")
    profile = issuer if isinstance(issuer, dict) else {"id": issuer}
    subject = _object(document.get("credentialSubject"))
    achievement = _object(subject.get("achievement"))
    image = achievement.get("image")
    picture = image if isinstance(image, dict) else {"id": image}
    return Reading(
        id=_text(document.get("id")),
        name=_text(achievement.get("name")) or _text(document.get("name")),
        recipient=_recipient(subject),
        issuer_id=_text(profile.get("id")),
        issuer_name=_text(profile.get("name")),
        issuer_url=_web_address(profile.get("url")),
        description=_text(achievement.get("description")),
        criteria=_text(_object(achievement.get("criteria")).get("narrative")),
        image=_web_address(picture.get("id")),
        image_caption=_text(picture.get("caption")),
        version=_text(achievement.get("version")),
        skills=tuple(filter(None, map(_text, as_list(achievement.get("tag"))[:MOST_ROWS]))),
        awarded_at=parse_moment(document.get("awardedDate")) or parse_moment(document.get("validFrom")),
        valid_until=parse_moment(document.get("validUntil")),
        ladders=_ladders(document),
        identities=_identities(subject),
    )


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""


def _web_address(value: Any) -> str:
    text = _text(value)
    return text if re.match(r"https?://", text) else ""


def _digest(identity: str, salt: str) -> str:
    return "sha256$" + hashlib.sha256((identity + salt).encode()).hexdigest()


def _entries(subject: dict[str, Any]) -> list[dict[str, Any]]:
    found = as_list(subject.get("identifier"))[:MOST_ROWS]
    return [entry for entry in found if isinstance(entry, dict)]


def _recipient(subject: dict[str, Any]) -> str:
    names = [
        _text(entry.get("identityHash"))
        for entry in _entries(subject)
        if entry.get("identityType") == "name" and entry.get("hashed") is False
    ]
    return names[0] if names else ""


def _identities(subject: dict[str, Any]) -> tuple[Identity, ...]:
    return tuple(
        Identity(_text(entry.get("identityType")), _text(entry.get("identityHash")).lower(), _text(entry.get("salt")))
        for entry in _entries(subject)
        if entry.get("hashed") is True and _text(entry.get("identityHash")).startswith("sha256$")
    )


def _ladders(document: dict[str, Any]) -> tuple[Ladder, ...]:
    reached = {_text(result.get("resultDescription")): result for result in results(document)}
    rows = []
    for description in descriptions(document)[:MOST_ROWS]:
        result = reached.get(_text(description.get("id")))
        if result is not None:
            rows.append(_ladder(description, result))
    return tuple(rows)


def _ladder(description: dict[str, Any], result: dict[str, Any]) -> Ladder:
    steps = _lowest_first(levels(description))[:MOST_RUNGS]
    reached = _position(steps, result.get("achievedLevel"))
    required = _position(steps, description.get("requiredLevel"))
    return Ladder(
        criterion=_text(description.get("name")),
        description=_text(description.get("description")),
        rungs=tuple(
            Rung(
                position=position,
                name=_text(step.get("name")),
                description=_text(step.get("description")),
                is_covered=position <= reached,
                is_reached=position == reached,
                is_required=position == required,
            )
            for position, step in enumerate(steps, 1)
        ),
        reached=reached,
        required=required,
        value=_text(result.get("value")),
    )


def _lowest_first(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Order by the levels' own numbers, since JSON-LD keeps no order; as they stand when a number is missing."""
    marks = [_text(step.get("level")) for step in steps]
    if all(mark.isascii() and mark.isdigit() and len(mark) < 10 for mark in marks):
        return sorted(steps, key=lambda step: int(step["level"]))
    return steps


def _position(steps: list[dict[str, Any]], level_id: Any) -> int:
    if not isinstance(level_id, str):
        return 0
    return next((position for position, step in enumerate(steps, 1) if step.get("id") == level_id), 0)
