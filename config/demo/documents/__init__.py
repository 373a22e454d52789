"""Real files for the demo's evidence: PDF, PNG, CSV and TXT, made from texts and figures on demand."""

import csv
from html import escape
from pathlib import Path

from config.demo.documents.notes import NOTES
from config.demo.documents.papers import PAPERS, Paper
from config.demo.documents.pictures import PICTURES
from config.demo.documents.tables import TABLES, Rows

NAMES = frozenset({*NOTES, *PAPERS, *PICTURES, *TABLES})

_STYLE = """
    @page {
        margin: 22mm 20mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; color: #666 }
    }
    body { font: 10.5pt/1.5 "Noto Sans", "DejaVu Sans", sans-serif; color: #22302b }
    h1 { font-size: 20pt; margin: 0 }
    h2 { font-size: 13pt; margin: 1.2em 0 .3em; break-after: avoid }
    .subtitle { color: #5d675f; margin: .2em 0 1.4em; border-bottom: 1pt solid #cfc8b8; padding-bottom: .7em }
    table { border-collapse: collapse; width: 100% }
    th, td { border: .6pt solid #cfc8b8; padding: 4pt 6pt; text-align: left; vertical-align: top }
    th { background: #f3efe4 }
    s { color: #888 }
"""


def evidence_files(folder: Path) -> dict[str, Path]:
    """Make every demo file in `folder` (created if missing) and return the paths by name.

    A file that is already there is kept, so that a second call costs nothing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {name: evidence_file(name, folder) for name in sorted(NAMES)}


def evidence_file(name: str, folder: Path) -> Path:
    """Make the demo file `name` in `folder`, unless it is there, and return its path.

    Raises KeyError for a name that is not in `NAMES`.
    """
    path = folder / name
    if path.exists():
        return path
    if name in NOTES:
        path.write_text(NOTES[name], encoding="utf-8")
    elif name in TABLES:
        _write_table(path, TABLES[name])
    elif name in PICTURES:
        PICTURES[name]().save(path, format="PNG", optimize=True)
    else:
        _write_paper(path, PAPERS[name])
    return path


def _write_table(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


def _write_paper(path: Path, paper: Paper) -> None:
    from markdown_it import MarkdownIt
    from weasyprint import HTML

    body = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(paper.body)
    document = (
        f'<html lang="{escape(paper.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title>"
        f"<style>@page {{ size: {paper.size} }} {_STYLE}</style></head><body><h1>{escape(paper.title)}</h1>"
        f'<p class="subtitle">{escape(paper.subtitle)}</p>{body}</body></html>'
    )
    HTML(string=document, url_fetcher=_fetch_nothing).write_pdf(path, pdf_variant="pdf/ua-1")


def _fetch_nothing(url: str, *_args: object, **_options: object) -> dict[str, object]:
    raise ValueError(f"Demo documents hold no outside parts, but {url} was asked for.")
