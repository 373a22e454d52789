"""The switch of institution, for people who work in more than one."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from issuers.middleware import CURRENT_ISSUER


@require_POST
@login_required
def change_workplace(request: HttpRequest) -> HttpResponse:
    """Work for the institution `issuer` (uuid) from now on; 404 unless the person is a member of it.

    `next` is where to go on; an address of another site is ignored.
    """
    chosen = request.POST.get("issuer", "")
    if chosen not in {str(each.issuer.uuid) for each in request.memberships}:  # type: ignore[attr-defined]
        raise Http404
    request.session[CURRENT_ISSUER] = chosen
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = str(settings.LOGIN_REDIRECT_URL)
    return redirect(target)
