"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def product(request: HttpRequest) -> dict[str, Any]:
    """Return the public address, and on whose behalf the person works."""
    return {
        "PUBLIC_BASE_URL": settings.PUBLIC_BASE_URL,
        "membership": getattr(request, "membership", None),
        "memberships": getattr(request, "memberships", []),
    }
