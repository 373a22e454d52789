"""Says on whose behalf a signed-in person works: `request.membership`, and the list of all their memberships."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from issuers.models import Membership

CURRENT_ISSUER = "current_issuer"  # session key: uuid of the institution chosen last


def membership(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.memberships` (all active ones) and `request.membership` (the chosen institution's, or None), lazily.

    It opens no scope: each view that works inside an institution opens that institution's scope for itself
    (issuers.scoping), so a forgotten scope raises instead of leaking.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.memberships = SimpleLazyObject(lambda: _memberships(request))  # type: ignore[attr-defined]
        request.membership = SimpleLazyObject(lambda: _current(request))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def _memberships(request: HttpRequest) -> list[Membership]:
    if not request.user.is_authenticated:
        return []
    return list(
        Membership.objects.select_related("issuer")
        .filter(user=request.user, is_active=True, issuer__is_active=True)
        .order_by("issuer__name", "id")
    )


def _current(request: HttpRequest) -> Membership | None:
    memberships: list[Membership] = list(request.memberships)  # type: ignore[attr-defined]
    chosen = request.session.get(CURRENT_ISSUER)
    for each in memberships:
        if str(each.issuer.uuid) == chosen:
            return each
    return memberships[0] if memberships else None
