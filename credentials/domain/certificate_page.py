"""The certificate as a page to draw: from the signed document and the frozen version alone, never from what may change.

Everything on the page that names somebody or something is text in an autoescaped template; addresses are only those
of the assets made here.
"""

import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.dateformat import format as format_date

from credentials.domain.certificate_art import frame_svg, ladder_svg, panel_svg, qr_svg
from credentials.domain.colours import INK, WHITE, contrast, mix, readable, valid_colour
from credentials.enums import AchievementType, CertificateLayout
from credentials.models import AchievementCredential
from credentials.renderer.client import Page

PAPER = "#ffffff"
# Points of the root element; all type on the page hangs on it. A page that is too full takes the next smaller one.
# One that the amount of text rules out isn't tried: MAIN is the area for it in square points, of which a setting
# with short lines and gaps uses about half.
MAIN = 165_000
ROOT_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
ATTACHMENT = "credential.json"

# Which language's shapes a name in this script is drawn with, when nobody says which language it is: Unicode gives
# the same code to a Chinese and a Japanese character that are written differently.
_SCRIPT_LANGUAGES = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh-Hans",
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "GREEK": "el",
    "CYRILLIC": "ru",
}


@dataclass(frozen=True)
class Phrase:
    """A text with what is needed to set it: its language (BCP 47), its direction, its width in units of one em."""

    text: str
    language: str
    direction: str
    width: float

    @property
    def size(self) -> str:
        """The size class that keeps a heading of this length on few lines."""
        for size, limit in (("xl", 16), ("l", 24), ("m", 36), ("s", 60), ("xs", 110)):
            if self.width <= limit:
                return size
        return "xxs"


@dataclass(frozen=True)
class ResultLine:
    """One sub-competency: its name, the level reached, and how high that is: `reached` of `levels`."""

    name: Phrase
    level: Phrase
    reached: int
    levels: int

    @property
    def ladder(self) -> str:
        """The address of its picture."""
        return f"asset:ladder-{self.reached}-{self.levels}.svg"


def phrase(text: str, *, language: str = "en") -> Phrase:
    """Return a text with the language its letters tell, else `language`, and its direction (UAX 9, rules P2 and P3)."""
    found: dict[str, int] = {}
    direction = ""
    width = 0.0
    for sign in text:
        script = unicodedata.name(sign, "").split(" ", 1)[0].removesuffix("-UNIFIED")
        if script in _SCRIPT_LANGUAGES:
            found[_SCRIPT_LANGUAGES[script]] = found.get(_SCRIPT_LANGUAGES[script], 0) + 1
        if not direction and (kind := unicodedata.bidirectional(sign)) in ("L", "R", "AL"):
            direction = "ltr" if kind == "L" else "rtl"
        if unicodedata.east_asian_width(sign) in ("W", "F"):
            width += 1
        elif not unicodedata.combining(sign):
            width += 0.55
    if "ja" in found:  # kana decides: Japanese is written with Chinese characters as well
        language = "ja"
    elif found:
        script_language = max(found, key=lambda candidate: found[candidate])
        same_script = {"ru": ("ru", "uk", "bg", "sr", "mk", "be", "kk"), "ar": ("ar", "fa", "ur", "ps")}
        if language.split("-")[0] not in same_script.get(script_language, (script_language.split("-")[0],)):
            language = script_language
    return Phrase(text, language, direction or "ltr", width)


def result_lines(document: dict[str, Any]) -> list[ResultLine]:
    """Return the sub-competencies of a credential in the rubric's order, each with the level reached."""
    subject = document["credentialSubject"]
    language = subject["achievement"].get("inLanguage", "en")
    reached = {result["resultDescription"]: result.get("achievedLevel") for result in subject.get("result", [])}
    lines = []
    for description in subject["achievement"].get("resultDescription", []):
        levels = description.get("rubricCriterionLevel", [])
        for place, level in enumerate(levels, start=1):
            if level["id"] == reached.get(description["id"]):
                lines.append(
                    ResultLine(
                        name=phrase(description["name"], language=language),
                        level=phrase(level["name"], language=language),
                        reached=place,
                        levels=len(levels),
                    )
                )
    return lines


def certificate_page(credential: AchievementCredential) -> Page:
    """Return the page of a signed credential, with the signed document attached."""
    document = json.loads(credential.document)
    achievement = document["credentialSubject"]["achievement"]
    version = credential.version
    language = achievement.get("inLanguage", "en")
    lines = result_lines(document)
    recipient = phrase(credential.recipient_name)
    badge = phrase(document["name"], language=language)
    description = phrase(achievement["description"], language=language)
    issuer = phrase(document["issuer"]["name"])
    amount = sum(text.width for text in (recipient, badge, description, issuer))
    amount += sum(line.name.width + line.level.width for line in lines)
    palette = _palette(version.certificate)
    layout = version.certificate.get("layout")
    if layout not in CertificateLayout.values:
        layout = CertificateLayout.CLASSIC
    kind = achievement.get("achievementType", "")
    html = render_to_string(
        f"certificate/{layout}.html",
        {
            "recipient": recipient,
            "badge": badge,
            "description": description,
            "issuer": issuer,
            "kind": AchievementType(kind).label if kind in AchievementType.values else "badge",
            "lines": lines,
            "arrangement": _arrangement(lines, one_column=4 if layout == CertificateLayout.CLASSIC else 6),
            "awarded": _date(document["validFrom"]),
            "valid_until": _date(document["validUntil"]) if "validUntil" in document else "",
            "extras": _extras(credential, achievement),
            "signatory": phrase(version.certificate.get("signatory_name", "")),
            "signatory_title": phrase(version.certificate.get("signatory_title", "")),
            "number": credential.number,
            "address": document["id"],
            "address_head": f"{document['id'].rstrip('/').rpartition('/')[0]}/",
            "address_tail": f"{document['id'].rstrip('/').rpartition('/')[2]}/",
            "verify_address": f"{settings.PUBLIC_BASE_URL}/verify/",
            "image_alt": achievement.get("image", {}).get("caption") or f"Badge: {document['name']}",
            "palette": palette,
        },
    )
    ground = (
        frame_svg(colour=palette["colour"], accent=palette["accent"])
        if layout == CertificateLayout.CLASSIC
        else panel_svg(colour=palette["colour"], deep=palette["deep"], accent=palette["accent"])
    )
    assets = {
        "asset:badge.png": ("image/png", bytes(version.image_png)),
        "asset:qr.svg": ("image/svg+xml", qr_svg(document["id"])),
        "asset:ground.svg": ("image/svg+xml", ground.encode()),
    }
    for line in lines:
        ladder = ladder_svg(
            reached=line.reached, levels=line.levels, colour=palette["colour_on_paper"], rest=palette["rest"]
        )
        assets[line.ladder] = ("image/svg+xml", ladder.encode())
    return Page(
        html=html,
        assets=assets,
        created=(credential.signed_at or credential.awarded_at).isoformat(),
        root_sizes=root_sizes(amount),
        attachment=(ATTACHMENT, "The signed Open Badges 3.0 credential", credential.document.encode()),
    )


def root_sizes(amount: float) -> tuple[float, ...]:
    """Return the sizes worth trying for a text as wide as `amount` em, large to small."""
    largest = 1.15 * (MAIN / (1.7 * amount)) ** 0.5 if amount else ROOT_SIZES[0]
    return tuple(size for size in ROOT_SIZES if size <= largest) or ROOT_SIZES[-1:]


def _arrangement(lines: list[ResultLine], *, one_column: int) -> str:
    """How the sub-competencies are set: in two columns, in one as wide as its words, or in one over the whole width."""
    if len(lines) > one_column:
        return "two"
    return "one wide" if any(line.name.width + line.level.width > 38 for line in lines) else "one"


def _palette(certificate: dict[str, Any]) -> dict[str, str]:
    """The colours of a page: the badge's own, and what stays readable on paper (WCAG 2.2, 1.4.3) or on the panel."""
    colour = valid_colour(certificate.get("colour"), otherwise="#1d5c45")
    accent = valid_colour(certificate.get("accent_colour"), otherwise="#c9a227")
    deep = mix(colour, "#000000", 0.35)
    grounds = (colour, mix(colour, deep, 0.55))
    on_colour = max((WHITE, INK), key=lambda ink: min(contrast(ink, ground) for ground in grounds))
    return {
        "colour": colour,
        "accent": accent,
        "deep": deep,
        "on_colour": on_colour,
        "colour_on_paper": readable(colour, on=PAPER, ratio=4.5),
        "accent_on_paper": readable(accent, on=PAPER, ratio=4.5),
        "ink": INK,
        "soft": "#515b55",
        "rest": "#d8d3c6",
    }


def _extras(credential: AchievementCredential, achievement: dict[str, Any]) -> list[str]:
    """Workload, credits and level, as far as the badge's version names them."""
    version = credential.version
    extras = []
    if version.workload_hours is not None:
        extras.append(f"{version.workload_hours.normalize():f} hours")
    if credits := achievement.get("creditsAvailable"):
        extras.append(f"{credits:g} credit{'' if credits == 1 else 's'}")
    if version.level:
        extras.append(version.level)
    return extras


def _date(moment: str) -> str:
    return format_date(datetime.fromisoformat(moment), "j F Y")
