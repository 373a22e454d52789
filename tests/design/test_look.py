"""The design system keeps its promises: contrast, weight, a strict content policy, icons that exist."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import Http404
from django.test import RequestFactory

from config.views.design import gallery

CSS = settings.ROOT / "static" / "css"
TEMPLATES = settings.ROOT / "templates"
SHEETS = ["tokens.css", "base.css", "components.css", "pages.css", "print.css"]

TEXT = 4.5  # WCAG 2.2, 1.4.3 (AA): text
PARTS = 3.0  # WCAG 2.2, 1.4.11 (AA): edges of controls, signs, the focus ring

PAPERS = ["paper", "surface", "raised", "sunken"]
TONES = ["good", "warn", "bad", "info", "quiet", "gold", "brand"]
PAIRS = [
    *[(ink, paper, TEXT) for ink in ["ink", "ink-soft", "brand", "gold", "bad"] for paper in PAPERS],
    *[(tone, f"{tone}-soft", TEXT) for tone in TONES],
    *[("ink", f"{tone}-soft", TEXT) for tone in TONES],
    ("ink-soft", "brand-soft", TEXT),
    ("ink-soft", "quiet-soft", TEXT),
    ("on-brand", "brand-fill", TEXT),
    ("on-brand", "brand-fill-hover", TEXT),
    ("on-bad", "bad-fill", TEXT),
    ("on-bad", "bad-fill-hover", TEXT),
    *[("line-strong", paper, PARTS) for paper in PAPERS],
    *[("focus", paper, PARTS) for paper in [*PAPERS, "brand-soft"]],
    ("brand-fill", "quiet-soft", PARTS),
]


def tokens() -> dict[str, tuple[str, str]]:
    """Return each colour's name -> (light, dark) as #rrggbb."""
    found = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", (CSS / "tokens.css").read_text())
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2, definitions) of #rrggbb, from 0 (black) to 1 (white)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == 21


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_pair_of_colours_in_use_has_enough_contrast(scheme: int) -> None:
    colours = tokens()
    weak = [
        f"{front} on {back}: {contrast(colours[front][scheme], colours[back][scheme]):.2f} < {least}"
        for front, back, least in PAIRS
        if contrast(colours[front][scheme], colours[back][scheme]) < least
    ]
    assert weak == []


def test_a_page_loads_at_most_14_kb_of_compressed_css() -> None:
    assert sum(len(gzip.compress((CSS / name).read_bytes())) for name in SHEETS) <= 14 * 1024


def pages() -> list[Path]:
    """Return the templates that browsers get (mail and certificates have rules of their own)."""
    return [
        path
        for path in TEMPLATES.rglob("*.html")
        if path.relative_to(TEMPLATES).parts[0] not in {"mail", "certificate", "admin"}
    ]


def test_no_page_has_inline_styles_or_scripts_that_the_content_policy_would_refuse() -> None:
    refused = re.compile(r"""\sstyle=["']|\son[a-z]+=["']|<style(?![^>]*nonce)|<script(?![^>]*(\ssrc=|nonce|json))""")
    assert [str(path.relative_to(TEMPLATES)) for path in pages() if refused.search(path.read_text())] == []


def sprite() -> set[str]:
    return set(re.findall(r'<symbol id="([a-z-]+)"', (settings.ROOT / "static/icons/sprite.svg").read_text()))


def test_every_icon_that_a_page_names_is_in_the_sprite() -> None:
    named = {name for path in pages() for name in re.findall(r'{% icon "([a-z-]+)"', path.read_text())}
    assert named - sprite() == set()


def test_every_colour_that_a_sheet_reads_is_a_token() -> None:
    known = set(re.findall(r"(--[a-z0-9-]+):", "".join((CSS / name).read_text() for name in SHEETS)))
    read = set(re.findall(r"var\((--[a-z0-9-]+)", "".join((CSS / name).read_text() for name in SHEETS)))
    assert read - known == set()


def test_sheets_use_logical_sides_so_that_a_page_can_run_from_right_to_left() -> None:
    physical = re.compile(r"(?:margin|padding|border)-(?:left|right)|[ ;{](?:left|right):|text-align: (?:left|right)")
    assert [name for name in SHEETS if physical.search((CSS / name).read_text())] == []


@pytest.mark.django_db
def test_the_gallery_shows_every_component(settings, rf: RequestFactory) -> None:
    settings.SHOW_DESIGN = True
    response = gallery(rf.get("/design/"))
    assert response.status_code == 200
    page = response.content.decode()
    parts = [
        "page-header",
        "badge-card",
        "ladder",
        "level-card",
        "table-cards",
        "stepper",
        "timeline",
        "facts",
        "empty",
    ]
    assert [part for part in parts if f'class="{part}' not in page and f" {part}" not in page] == []


def test_the_gallery_is_not_there_in_production(settings, rf: RequestFactory) -> None:
    settings.DEBUG = False
    with pytest.raises(Http404):
        gallery(rf.get("/design/"))
