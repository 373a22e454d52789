"""User guides: Markdown under templates/docs, shown as pages."""

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
        found[file.stem] = (text.splitlines()[0].lstrip("# ").strip(), text)
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
