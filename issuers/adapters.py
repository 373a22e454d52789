"""How allauth meets Laurel: sign-in leads to the person's own room."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from issuers.enums import Role
from issuers.models import Membership


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
