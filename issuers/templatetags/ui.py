"""Template tags of the design system: icons, status chips, Markdown, the role-aware navigation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import nh3
from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

from issuers.enums import Role

register = template.Library()

# status -> (tone, icon, words). The words are what a screen shows for a state of the product.
STATUS: dict[str, tuple[str, str, Any]] = {
    # a credential
    "valid": ("good", "shield", _("Valid")),
    "active": ("good", "shield", _("Valid")),
    "expiring": ("warn", "clock", _("Expires soon")),
    "expired": ("warn", "clock", _("Expired")),
    "revoked": ("bad", "ban", _("Revoked")),
    "suspended": ("warn", "pause", _("Suspended")),
    "superseded": ("quiet", "refresh", _("Replaced")),
    "pending": ("info", "clock", _("Being made")),
    "unknown": ("quiet", "info", _("Cannot be verified")),
    # a badge or rubric
    "draft": ("quiet", "edit", _("Draft")),
    "published": ("good", "check", _("Published")),
    "archived": ("quiet", "inbox", _("Archived")),
    # a learner's way
    "applied": ("info", "route", _("In progress")),
    "in_progress": ("info", "route", _("In progress")),
    "submitted": ("info", "inbox", _("Submitted")),
    "claimed": ("info", "eye", _("In review")),
    "in_review": ("info", "eye", _("In review")),
    "returned": ("warn", "undo", _("Returned")),
    "decided": ("good", "check", _("Decided")),
    "awarded": ("gold", "badge", _("Awarded")),
    "met": ("good", "check", _("Met")),
    "unmet": ("warn", "minus", _("Not yet met")),
    "declined": ("quiet", "x", _("Declined")),
    # who sees it
    "public": ("info", "globe", _("Public")),
    "private": ("quiet", "lock", _("Only you")),
    "unlisted": ("quiet", "link", _("With the link")),
    # long work
    "queued": ("quiet", "clock", _("Waiting")),
    "running": ("info", "refresh", _("Running")),
    "done": ("good", "check", _("Done")),
    "failed": ("bad", "alert", _("Failed")),
}

ALERT_ICONS = {"good": "check", "warn": "alert", "bad": "alert", "info": "info", "quiet": "info"}
MESSAGE_TONES = {"success": "good", "warning": "warn", "error": "bad", "info": "info", "debug": "quiet"}

TAGS = {
    "a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES: dict[str, set[str]] = {"a": {"href", "title"}, "img": {"src", "alt"}, "th": {"align"}, "td": {"align"}}


def _svg(name: str, size: str = "", label: str = "") -> SafeString:
    classes = f"icon icon-{size}" if size else "icon"
    if name in {"arrow-left", "arrow-right", "chevron-right", "undo", "logout"}:
        classes += " flip"  # it points along the line of reading
    address = f"{static('icons/sprite.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"></use></svg>', classes, label, address
        )
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', classes, address
    )


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """Draw an icon of static/icons/sprite.svg: `{% icon "check" %}`.

    `size="l"` is 32 px; the default grows with the text. Without `label` the icon is decoration and hidden from
    screen readers; an icon that stands alone needs one.
    """
    return _svg(name, size, label)


@register.simple_tag
def chip(status: str, text: str = "", tone: str = "") -> SafeString:
    """Draw a status as a chip of sign and word: `{% chip "revoked" %}`.

    `status` is a key of STATUS; another one shows itself as it is written. `text` replaces the words
    ("Expires in 20 days"), `tone` the colour (good, warn, bad, info, gold, quiet).
    """
    known = STATUS.get(str(status).lower())
    if known is None:
        return format_html('<span class="chip chip-plain tone-{}">{}</span>', tone or "quiet", text or status)
    own_tone, sign, words = known
    return format_html('<span class="chip tone-{}">{}{}</span>', tone or own_tone, _svg(sign), text or words)


@register.filter
def alert_icon(tone: str) -> str:
    """Return the icon of an alert's tone."""
    return ALERT_ICONS.get(tone, "info")


@register.filter
def message_tone(message: Any) -> str:
    """Return the tone of one of Django's messages, by its level."""
    return MESSAGE_TONES.get(getattr(message, "level_tag", ""), "info")


@register.filter
def at(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return `mapping[key]`, or None: Django's dot can't take a variable key."""
    return mapping.get(key)


@cache
def _markdown() -> MarkdownIt:
    # No raw HTML in the source; nh3 below removes what still slips through.
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table"])


@register.filter(name="markdown")
def markdown(text: str | None, pictures: str = "") -> SafeString:
    """Turn Markdown into clean HTML: `{{ badge.criteria|markdown }}`.

    The first heading level of the text becomes h2, since a page has its own h1. Pictures are dropped, so that no text
    of a user makes a reader's browser call another server; `|markdown:"pictures"` keeps those of our own guides.
    Links get `rel="nofollow noopener"`.
    """
    if not text:
        return SafeString("")
    parser = _markdown()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 1, 4)}"
    html = parser.renderer.render(tokens, parser.options, {})
    clean = nh3.clean(
        html,
        tags=TAGS if pictures else TAGS - {"img"},
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )
    return mark_safe(clean)  # noqa: S308 - nh3 cleaned it one line above


@dataclass(frozen=True)
class NavLink:
    """One link of the main navigation."""

    path: str
    label: Any
    icon: str
    current: bool


ASSESSING = {str(Role.ASSESSOR), str(Role.MODERATOR)}
ADMINISTERING = {str(Role.ADMINISTRATOR), str(Role.AUTHOR), str(Role.REGISTRAR), str(Role.AUDITOR)}


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[NavLink]:
    """Return the links of the main navigation for this person: `{% navigation as links %}`.

    Shows by role, never decides: each view asks its rule. A page without a request (an error) gets the public links.
    """
    request = context.get("request")
    roles = {str(each.role) for each in getattr(request, "memberships", [])}
    signed_in = bool(request and getattr(request, "user", None) and request.user.is_authenticated)
    path = request.path if request else ""
    wanted = [
        (True, "/achievements/", _("Badges"), "badge"),
        (signed_in, "/me/", _("My badges"), "wallet"),
        (bool(roles & ASSESSING), "/assess/", _("Assess"), "rubric"),
        (bool(roles & ADMINISTERING), "/admin/", _("Administer"), "institution"),
        (True, "/verify/", _("Verify"), "shield"),
        (True, "/docs/", _("Guides"), "book"),
    ]
    return [NavLink(to, label, sign, path.startswith(to)) for shown, to, label, sign in wanted if shown]


@register.filter
def without_title(text: str) -> str:
    """Return Markdown without its first line when that is a heading: the page shows the title itself."""
    first, _newline, rest = text.partition("\n")
    return rest if first.startswith("# ") else text


@register.filter
def strip_space(text: Any) -> SafeString | str:
    """Return the text without the white space around it (a block of a parent template brings some along)."""
    stripped = str(text).strip()
    return SafeString(stripped) if isinstance(text, SafeString) else stripped
