"""The web admin: Django's, with a maintained skin, scoped to the institution of the person signed in."""

from typing import Any

from django.http import HttpRequest
from unfold.sites import UnfoldAdminSite

from issuers.models import Membership


class LaurelAdminSite(UnfoldAdminSite):
    """Lets in the members whose role has something to do here; sign-in is allauth's alone."""

    site_title = "Laurel"
    site_header = "Laurel"
    index_title = "Programme"

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person may enter for the institution they work for."""
        membership: Membership | None = request.membership  # type: ignore[attr-defined]
        return bool(
            request.user.is_active and membership and request.user.has_perm("issuers.enter_admin", membership.issuer)
        )


site: Any = LaurelAdminSite(name="admin")
