"""The choice of institution, for people who work in more than one."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from issuers.middleware import CURRENT_ISSUER


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def workplace(request: HttpRequest) -> HttpResponse:
    """Show for whom the person may work; by POST, work for `issuer` (uuid) from now on.

    404 unless the person is a member of it. `next` is where to go on; an address of another site is ignored.
    """
    if request.method != "POST":
        return render(request, "issuers/workplace.html", {"next": _target(request, request.GET.get("next", ""))})
    chosen = request.POST.get("issuer", "")
    if chosen not in {str(each.issuer.uuid) for each in request.memberships}:  # type: ignore[attr-defined]
        raise Http404
    request.session[CURRENT_ISSUER] = chosen
    return redirect(_target(request, request.POST.get("next", "")))


def _target(request: HttpRequest, address: str) -> str:
    safe = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if safe else str(settings.LOGIN_REDIRECT_URL)
