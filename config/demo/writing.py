"""Short ways of writing the demo's texts, so that the modules read as texts and not as constructors.

Texts stand in triple quotes, wrapped for the eye. `prose` joins the wrapped lines again and keeps paragraphs
and list items, which is what Markdown and plain text both want.
"""

import re
from inspect import cleandoc

from config.demo.types import Criterion, EvidenceItem, EvidenceKind, Level, MarkItem, Moment

TEXT, FILE, LINK = EvidenceKind.TEXT, EvidenceKind.FILE, EvidenceKind.LINK

_STARTS_A_LINE = re.compile(r"(?:- |\d+\. |#+ )")
_HEADING = re.compile(r"#+ ")


def prose(text: str) -> str:
    """Return `text` with wrapped lines joined; paragraphs, headings and list items keep their own lines."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", cleandoc(text)):
        lines: list[str] = []
        for line in block.splitlines():
            if not lines or _STARTS_A_LINE.match(line.strip()) or _HEADING.match(lines[-1]):
                lines.append(line.strip())
            else:
                lines[-1] = f"{lines[-1]} {line.strip()}"
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def ladder(names: tuple[str, ...], descriptors: str) -> tuple[Level, ...]:
    """Return levels from low to high: one descriptor paragraph for each name, points counted from 1."""
    paragraphs = prose(descriptors).split("\n\n")
    return tuple(
        Level(name=name, descriptor=descriptor, points=points)
        for points, (name, descriptor) in enumerate(zip(names, paragraphs, strict=True), start=1)
    )


def criterion(
    key: str,
    name: str,
    *,
    weight: int,
    description: str,
    prompt: str,
    kinds: tuple[EvidenceKind, ...],
    names: tuple[str, ...],
    required: str,
    levels: str,
) -> Criterion:
    """Return a criterion whose texts are tidied with `prose`."""
    return Criterion(
        key=key,
        name=name,
        description=prose(description),
        evidence_prompt=prose(prompt),
        evidence_kinds=kinds,
        weight=weight,
        required_level=required,
        levels=ladder(names, levels),
    )


def at(days_ago: int, clock: str) -> Moment:
    """Return the moment `clock` ("14:25") some days ago."""
    hour, minute = clock.split(":")
    return Moment(days_ago=days_ago, hour=int(hour), minute=int(minute))


def text(criterion_key: str, title: str, words: str) -> EvidenceItem:
    """Return written evidence."""
    return EvidenceItem(criterion=criterion_key, kind=TEXT, title=title, text=prose(words))


def file(criterion_key: str, title: str, name: str) -> EvidenceItem:
    """Return file evidence; `name` is a file that `config.demo.documents` makes."""
    return EvidenceItem(criterion=criterion_key, kind=FILE, title=title, file=name)


def link(criterion_key: str, title: str, url: str) -> EvidenceItem:
    """Return evidence that lives at a web address."""
    return EvidenceItem(criterion=criterion_key, kind=LINK, title=title, url=url)


def mark(criterion_key: str, level: str, comment: str) -> MarkItem:
    """Return an assessor's mark."""
    return MarkItem(criterion=criterion_key, level=level, comment=prose(comment))
