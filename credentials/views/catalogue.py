"""The front page and the public catalogue."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from credentials.queries import behind, find_versions, issuers_in_catalogue, listed_versions
from issuers.adapters import AccountAdapter

PAGE = 24
NEWEST = 6
LONGEST_SEARCH = 200  # characters


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what the platform is and show the newest badges; lead a signed-in person to their own room."""
    if request.user.is_authenticated:
        return redirect(AccountAdapter().get_login_redirect_url(request))
    return render(request, "catalogue/home.html", {"newest": list(listed_versions()[:NEWEST])})


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """List open badges, newest first: `?q=` words, `?issuer=` an institution, `?after=` the last row of a page."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    issuer = _uuid(request.GET.get("issuer", ""))
    after = _uuid(request.GET.get("after", ""))
    found = find_versions(words, issuer)
    number = found.count()
    rows = list((behind(found, after) if after else found)[: PAGE + 1])
    return render(
        request,
        "catalogue/list.html",
        {
            "words": words,
            "issuer": str(issuer or ""),
            "issuers": issuers_in_catalogue(),
            "number": number,
            "versions": rows[:PAGE],
            "following": rows[PAGE - 1].uuid if len(rows) > PAGE else None,
            "is_first_page": after is None,
        },
    )


def _uuid(text: str) -> uuid.UUID | None:
    """Return the id in an address, None for an empty or broken one."""
    try:
        return uuid.UUID(text) if text else None
    except ValueError:
        return None
