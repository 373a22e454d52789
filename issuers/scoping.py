"""Doors into an institution for pages that work on behalf of one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django_scopes import scope

View = Callable[..., HttpResponseBase]


def in_workplace(permission: str) -> Callable[[View], View]:
    """Open the scope of the institution that the person works for, if they hold `permission` there.

    Somebody not signed in is asked to; a signed-in person without the role gets 403. The view gets the institution as
    its second argument, and must render inside (`render`, not a lazy TemplateResponse).
    """

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            membership = request.membership  # type: ignore[attr-defined]
            if not membership or not request.user.has_perm(permission, membership.issuer):
                raise PermissionDenied
            with scope(issuer=membership.issuer):
                return view(request, membership.issuer, *args, **kwargs)

        return inside

    return decorate
