"""The gallery of components at /design/: real markup with made-up content, to look at and to test.

It answers only under DEBUG and in tests.
"""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static

from issuers.templatetags.ui import STATUS

LEVELS = ["Beginning", "Developing", "Proficient", "Exemplary"]
DESCRIPTORS = [
    "Names a conflict, yet leaves it to others to act.",
    "Describes both sides and proposes one way out.",
    "Leads a conversation in which both sides agree on next steps.",
    "Also prevents the next conflict: changes how the team works.",
]

MARKDOWN = """## How it is earned
Four sub-competencies, **each** judged on its own:

1. Evidence from real work
2. A *reflection* on it

> A badge says what somebody can do.
"""


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Name on the credential", max_length=80)
    email = forms.EmailField(label="E-mail", help_text="We send a code to it. Nobody else sees it.")
    kind = forms.ChoiceField(label="Kind of evidence", choices=[("file", "File"), ("link", "Link"), ("text", "Text")])
    reflection = forms.CharField(
        label="Reflection", widget=forms.Textarea, required=False, help_text="What did you do, and what changed?"
    )
    due = forms.DateField(label="Due", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    audience = forms.ChoiceField(
        label="Who may see it",
        widget=forms.RadioSelect,
        choices=[("private", "Only me"), ("link", "Whoever has the link"), ("public", "Everyone")],
    )
    file = forms.FileField(label="File", help_text="PDF, image or text, up to 20 MB.", required=False)
    agree = forms.BooleanField(label="This is my own work", help_text="Work done with others names them.")


def _sample_form() -> SampleForm:
    form = SampleForm({"name": "Ana Ruiz", "email": "ana.ruiz", "kind": "text", "audience": "link"})
    form.is_valid()
    return form


def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component of templates/components; 404 unless settings.DEBUG or settings.SHOW_DESIGN."""
    if not (settings.DEBUG or getattr(settings, "SHOW_DESIGN", False)):
        raise Http404
    return render(request, "design/gallery.html", _content())


def _content() -> dict[str, Any]:
    return {
        "icons": _icons(),
        "statuses": list(STATUS),
        "tokens": ["paper", "surface", "sunken", "brand", "gold", "good", "warn", "bad", "info", "quiet"],
        "badges": [
            SimpleNamespace(
                title=title, issuer=issuer, image=static(f"icons/sample-badge-{n}.svg"), status=status, meta=meta
            )
            for n, title, issuer, status, meta in [
                (1, "Teamwork", "Northfield University", "valid", "12 May 2026"),
                (2, "Resilience", "Calder Grove College", "expiring", "Level 3 of 4"),
                (3, "Conflict resolution", "Northfield University", "revoked", "3 March 2025"),
            ]
        ],
        "tabs": [
            {"url": "?tab=waiting", "label": "Waiting", "count": 12, "current": True},
            {"url": "?tab=mine", "label": "Mine", "count": 2, "current": False},
            {"url": "?tab=decided", "label": "Decided", "count": 148, "current": False},
        ],
        "queue": [
            ("Ana Ruiz", "Conflict resolution", 1, "2 days", "submitted"),
            ("Tomasz Wójcik", "Teamwork", 2, "5 days", "returned"),
            ("李小龍", "Stress management", 1, "today", "claimed"),
        ],
        "levels": [
            {"value": str(n), "name": name, "points": n, "description": text}
            for n, (name, text) in enumerate(zip(LEVELS, DESCRIPTORS, strict=True), start=1)
        ],
        "ladder": [
            {"name": "Names the conflict without blame", "levels": LEVELS, "reached": 4, "required": 3},
            {"name": "Listens to both sides", "levels": LEVELS, "reached": 3, "required": 3},
            {"name": "Finds an agreement that holds", "levels": LEVELS, "reached": 2, "required": 3},
            {"name": "Reflects on the own part in it", "levels": LEVELS, "reached": 0, "required": 2},
        ],
        "steps": [
            {"label": "Apply", "state": "done", "note": "4 May"},
            {"label": "Hand in evidence", "state": "current", "note": "3 of 4 sub-competencies"},
            {"label": "Review", "state": "todo", "note": "usually within 7 days"},
            {"label": "Credential", "state": "todo", "note": ""},
        ],
        "events": [
            {
                "when": datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
                "title": "Awarded",
                "tone": "gold",
                "icon": "badge",
                "text": "Signed with the key of May 2026.",
            },
            {
                "when": datetime(2026, 5, 11, 16, 5, tzinfo=UTC),
                "title": "All sub-competencies met",
                "tone": "good",
                "icon": "check",
            },
            {
                "when": datetime(2026, 5, 8, 11, 0, tzinfo=UTC),
                "title": "One came back",
                "tone": "warn",
                "icon": "undo",
                "text": "“Finds an agreement that holds”: say who agreed to what.",
            },
            {"when": datetime(2026, 5, 4, 8, 12, tzinfo=UTC), "title": "Applied", "icon": "route"},
        ],
        "facts": [
            ("Awarded to", "Ana Ruiz"),
            ("Awarded by", "Northfield University"),
            ("Workload", "30 hours, 1 ECTS credit"),
            ("Valid", "12 May 2026 to 11 May 2029"),
        ],
        "menu": [
            {"url": "#", "label": "Picture (PNG)", "icon": "image"},
            {"url": "#", "label": "Certificate (PDF)", "icon": "file"},
            {"url": "#", "label": "Credential (JSON)", "icon": "text"},
        ],
        "markdown": MARKDOWN,
        "form": _sample_form(),
    }


def _icons() -> list[str]:
    """Return the names in the sprite, in order."""
    sprite = (settings.ROOT / "static" / "icons" / "sprite.svg").read_text(encoding="utf-8")
    return [part.split('"', 1)[0] for part in sprite.split('<symbol id="')[1:]]
