"""User guides: Markdown under templates/docs, shown as pages."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

FOLDER: Path = settings.ROOT / "templates" / "docs"


def _guides() -> dict[str, tuple[str, str]]:
    """Return name -> (title, Markdown): the title is the file's first heading."""
    found = {}
    for file in sorted(FOLDER.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title = text.splitlines()[0].lstrip("# ").strip()
        # The page's h1 is the title, so the sections, written as ##, move up to be the next level below it.
        found[file.stem] = (title, re.sub(r"^#(#+ )", r"\1", text, flags=re.MULTILINE))
    return found


def guides(request: HttpRequest) -> HttpResponse:
    """List the guides."""
    return render(request, "docs/index.html", {"guides": [(name, title) for name, (title, _) in _guides().items()]})


def guide(request: HttpRequest, name: str) -> HttpResponse:
    """Show one guide; 404 for an unknown name."""
    found = _guides()
    if name not in found:
        raise Http404
    title, text = found[name]
    return render(
        request,
        "docs/guide.html",
        {"title": title, "text": text, "name": name, "guides": [(n, t) for n, (t, _) in found.items()]},
    )
