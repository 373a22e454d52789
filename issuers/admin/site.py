"""The web admin: Django's own, in Laurel's frame, scoped to the institution of the person signed in."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, path, reverse
from django_scopes import scope

from issuers.admin.asking import institution, may
from issuers.admin.navigation import navigation

View = Callable[..., HttpResponseBase]
# Doors of Django's admin that nothing here needs: a redirect over unscoped ids, a search for pickers, script texts.
CLOSED = {"view_on_site", "autocomplete", "jsi18n"}


class LaurelAdminSite(AdminSite):
    """Lets in the members whose role has something to do here; sign-in is allauth's alone.

    Each view runs, and its page is rendered, inside the scope of the institution that the person works for.
    """

    site_title = "Laurel"
    site_header = "Laurel"
    index_title = "Programme"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.pages: list[tuple[str, View, str]] = []
        self.index_view: View | None = None

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person may enter for the institution they work for."""
        return bool(request.user.is_active and request.membership and may(request, "issuers.enter_admin"))  # type: ignore[attr-defined]

    def admin_view(self, view: View, cacheable: bool = False) -> Any:
        """Wrap a view: sign-in first, then a role, then the institution's scope until the page is rendered."""
        inner = super().admin_view(view, cacheable)

        def scoped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("account_login"))
            if not self.has_permission(request):
                return render(request, "admin/no_role.html", {"title": "No role in the admin"}, status=403)
            with scope(issuer=institution(request)):
                response = inner(request, *args, **kwargs)
                if hasattr(response, "render") and callable(response.render):
                    response = response.render()
            return response

        return update_wrapper(scoped, view)

    def page(self, route: str, name: str) -> Callable[[View], View]:
        """Register the decorated function as a page of the admin at `route`, named `admin:<name>`."""

        def register(view: View) -> View:
            self.pages.append((route, view, name))
            return view

        return register

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the addresses: our pages, then those of the registered models."""
        own = [path(route, self.admin_view(view), name=name) for route, view, name in self.pages]
        inherited = [url for url in super().get_urls() if getattr(url, "name", None) not in CLOSED]
        return [*own, *inherited]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Show the dashboard that the highest app registered."""
        return self.index_view(request) if self.index_view else super().index(request, extra_context)

    def app_index(self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None) -> Any:
        """Apps mean nothing to those who work here: lead to the dashboard."""
        return redirect("admin:index")

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Lead to the one sign-in page."""
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"), reverse("account_login"))

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Lead to the one sign-out page."""
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Lead to the one page for it."""
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Lead to the dashboard."""
        return redirect("admin:index")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the frame of every page shows: the sections, and whether there is another institution."""
        memberships = request.memberships  # type: ignore[attr-defined]
        return {
            **super().each_context(request),
            "sections": navigation(request),
            "has_other_workplaces": len({each.issuer_id for each in memberships}) > 1,
        }

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return nothing: the navigation (issuers.admin.navigation) lists what there is."""
        return []


site: Any = LaurelAdminSite(name="admin")
