"""What a stranger hands over to be checked (a file, a link, a number, JSON): a credential out, or why there is none.

Everything from outside is hostile until read: sizes are bounded, nothing is fetched, and the one large format is
read in a process of its own.
"""

import json
import re
import subprocess
import sys
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.conf import settings

from credentials import queries
from credentials.domain.award import NUMBER_ALPHABET
from credentials.models import AchievementCredential
from credentials.standards import attachments
from credentials.standards.baking import BakingError, unbake_png, unbake_svg
from credentials.standards.jsonld import UnsafeDocument, parse_json
from issuers.exceptions import DomainError

NUMBER_LENGTH = 12  # signs, without the dashes
UUID_TEXT = r"(?P<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
CREDENTIAL_PATH = re.compile(
    rf"/(?:me/)?credentials/{UUID_TEXT}(?:/|\.json|/credential\.json|/badge\.png|/certificate\.pdf)?", re.I
)
_JWT = re.compile(r"[\w-]{10,}\.[\w-]{10,}\.[\w-]*")
_NO_JWT = "This is a credential in JWT form, which can't be checked here yet. Ask the holder for its JSON form."


class Unreadable(DomainError):
    """What was handed over holds no credential that can be checked; the sentence says why and what to do."""

    code = "unreadable"


def read_file(raw: bytes) -> dict[str, Any]:
    """Return the credential in a file: JSON, a baked PNG or SVG, or a PDF with the credential attached.

    The kind is told by the first bytes, never by the name. Raises Unreadable.
    """
    if len(raw) > settings.VERIFY_FILE_LIMIT:
        limit = settings.VERIFY_FILE_LIMIT // (1024 * 1024)
        raise Unreadable(f"The file is larger than {limit} MB, the most that is read here.", code="file_too_large")
    if not raw.strip():
        raise Unreadable("The file is empty.", code="file_empty")
    if raw.startswith(b"\x89PNG"):
        return _parse(_unbaked(raw))
    if raw.startswith(b"%PDF-") or b"%PDF-" in raw[:1024]:
        return _parse(_attached(raw))
    try:
        text = raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise Unreadable(
            "This kind of file isn't read here. Use the JSON, PNG, SVG or PDF that the holder downloaded.",
            code="file_unknown",
        ) from error
    if text.startswith("<"):
        return _parse(_unbaked(text))
    return _parse(text)


def read_text(text: str) -> dict[str, Any]:
    """Return the credential that a link of this platform or a number names, or that `text` itself is (JSON).

    Raises Unreadable. A private credential and a missing one get the same sentence.
    """
    text = text.strip()
    if not text:
        raise Unreadable("Choose a file, or paste a link, a number or the credential itself.", code="nothing_given")
    if text.startswith("{"):
        return _parse(text)
    if _JWT.fullmatch(text):
        raise Unreadable(_NO_JWT, code="jwt_unsupported")
    if re.match(r"https?://|/", text) or (" " not in text and "/" in text):
        credential = _by_link(text)
    else:
        credential = _by_number(text)
    if credential is None:
        raise Unreadable(
            "No public credential has this link or number. Its holder may not have made it public: ask them for the "
            "file (PDF, PNG or JSON) and check that.",
            code="not_found",
        )
    return parse_json(credential.document)


def _parse(text: str) -> dict[str, Any]:
    if _JWT.fullmatch(text.strip()):
        raise Unreadable(_NO_JWT, code="jwt_unsupported")
    try:
        return parse_json(text)
    except UnsafeDocument as error:
        sentence = f"{error.reason} Use the credential's file just as it was downloaded."
        raise Unreadable(sentence, code=error.code) from error


def _unbaked(picture: bytes | str) -> str:
    try:
        return unbake_png(picture) if isinstance(picture, bytes) else unbake_svg(picture)
    except BakingError as error:
        raise Unreadable(error.sentence, code=error.code) from error


def _attached(pdf: bytes) -> str:
    """Read the attachment in a process of its own: a hostile PDF costs that process, not this one."""
    too_much = Unreadable("This PDF is too intricate to be read here.", code="pdf_too_complex")
    try:
        done = subprocess.run(  # noqa: S603  our own module, with nothing from outside on the command line
            [sys.executable, "-m", attachments.__name__],
            input=pdf,
            capture_output=True,
            timeout=attachments.SECONDS * 2,
            cwd=settings.ROOT,
            env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"},  # no secret of ours
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_much from error
    if done.returncode != 0:
        raise too_much
    answer = json.loads(done.stdout)
    if "credential" not in answer:
        raise Unreadable(answer["sentence"], code=answer["code"])
    return str(answer["credential"])


def _by_link(link: str) -> AchievementCredential | None:
    here = urlsplit(settings.PUBLIC_BASE_URL)
    if not link.startswith(("http://", "https://", "/")):
        link = f"{here.scheme}://{link}"
    try:
        parts = urlsplit(link)
        host = parts.netloc.lower()
    except ValueError:
        return None
    if host and host != here.netloc.lower():
        raise Unreadable(
            f"This link leads away from {here.netloc}, and nothing is fetched from other sites. Save the credential "
            "there as a file and check the file here.",
            code="link_elsewhere",
        )
    inner = parse_qs(parts.query).get("credential", []) if parts.path == "/verify/" else []
    if inner:  # somebody pasted the address of the check itself
        found = CREDENTIAL_PATH.fullmatch(urlsplit(inner[0]).path)
        return queries.published_credential(UUID(found["uuid"])) if found else _by_number(inner[0])
    found = CREDENTIAL_PATH.fullmatch(parts.path)
    return queries.published_credential(UUID(found["uuid"])) if found else None


def _by_number(text: str) -> AchievementCredential | None:
    signs = re.sub(r"[\s\-‐‑‒–—_.]", "", text).upper()
    if len(signs) != NUMBER_LENGTH or set(signs) - set(NUMBER_ALPHABET):
        raise Unreadable(
            "This is neither a link nor a credential number. A number has 12 signs such as BCDF-2345-GHJK; it never "
            "holds a vowel, 0, 1, L or Y.",
            code="number_malformed",
        )
    return queries.published_credential_by_number("-".join(signs[start : start + 4] for start in (0, 4, 8)))
