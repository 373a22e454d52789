"""How allauth meets Laurel: sign-in leads to the person's own room."""

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from issuers.enums import Role
from issuers.models import Membership


class Place(NamedTuple):
    """What allauth's mails call the site."""

    name: str
    domain: str


class AccountAdapter(DefaultAccountAdapter):
    """allauth's hooks."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where to go after sign-in when no page asked for it: assessors to the queue, staff to the admin."""
        roles = set(
            Membership.objects.filter(user=request.user, is_active=True).values_list("role", flat=True)  # type: ignore[misc]
        )
        if roles & {Role.ADMINISTRATOR, Role.AUTHOR, Role.REGISTRAR, Role.AUDITOR}:
            return "/admin/"
        if roles & {Role.ASSESSOR, Role.MODERATOR}:
            return "/assess/"
        return str(settings.LOGIN_REDIRECT_URL)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return where a new person goes: the catalogue."""
        return "/achievements/"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of allauth's mails in Laurel's name, with addresses of PUBLIC_BASE_URL, not the request's host."""
        public = urlsplit(settings.PUBLIC_BASE_URL)
        told = {"current_site": Place("Laurel", public.netloc), "PUBLIC_BASE_URL": settings.PUBLIC_BASE_URL, **context}
        for name in ("activate_url", "password_reset_url", "signup_url"):
            if told.get(name):
                told[name] = urlsplit(told[name])._replace(scheme=public.scheme, netloc=public.netloc).geturl()
        super().send_mail(template_prefix, email, told)
