"""Template helpers of the web admin."""

import re
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_CELL = re.compile(r"<(td|th)\b")


@register.filter
def section(opts: Any, page: str) -> str:
    """Return the name of a section's page for `{% url %}`: `{% url opts|section:"changelist" %}`."""
    return f"admin:{opts.app_label}_{opts.model_name}_{page}"


@register.simple_tag
def cells(row: list[Any], headers: list[dict[str, Any]]) -> SafeString:
    """Return a row's cells, each with its column's name for the narrow screen, where the table becomes cards."""
    shown = []
    for cell, header in zip(row, headers, strict=False):
        label = escape(str(header.get("text", "")).capitalize())
        shown.append(_CELL.sub(rf'<\1 data-label="{label}"', str(cell), count=1))
    return mark_safe("".join(shown))  # noqa: S308 - Django's admin escaped the cells, we the labels
