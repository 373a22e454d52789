"""The learner's door: opens the scope of the institutions that know the person signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django_scopes import scope

from learners.queries import issuers_of_learner

View = Callable[..., HttpResponseBase]

SIGNED_OUT = "You are signed out. Your text is kept in this browser: sign in again and it comes back."


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, rather than a person's browser."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def as_learner(view: View) -> View:
    """Open the scope of every institution that has a learner's record of the person.

    Whoever isn't signed in is asked to, and comes back to the page; a script gets 403 as JSON. The view must still
    filter by the person: being known to an institution opens nobody else's work. It renders inside (`render`).
    """

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if wants_json(request):
                return JsonResponse({"code": "signed_out", "detail": SIGNED_OUT}, status=403)
            return sign_in_again(request.path)
        with scope(issuer=issuers_of_learner(request.user)):
            return view(request, *args, **kwargs)

    return inside


def sign_in_again(path: str) -> HttpResponseRedirect:
    """Send to the sign-in page, and from there back to `path`."""
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': path})}")
