"""The audit log: who did what, when; and whether the chain of it holds."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from issuers.admin.base import DetailAdmin, institution, may, site
from issuers.domain.audit import broken_entries
from issuers.models import AuditEvent, AuditHead


@admin.register(AuditEvent, site=site)
class AuditEventAdmin(DetailAdmin):
    """Entries, newest first. `?chain=1` reads the whole chain and says whether it holds."""

    view_rule = "issuers.view_audit"
    list_display = ["sequence", "at", "who", "act", "object_type", "object_uuid"]
    list_filter = ["act"]
    list_select_related = ["actor"]
    search_fields = ["act", "object_type", "actor__email", "actor__name", "object_uuid"]
    search_help_text = "Act, person, kind or id of the thing"
    date_hierarchy = "at"
    ordering = ["-sequence"]
    change_list_template = "admin/laurel/audit_list.html"
    detail_template = "admin/laurel/audit_event.html"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Show the list, and the chain's state when asked for."""
        query = request.GET.copy()
        asked = query.pop("chain", None)
        request.GET = query  # type: ignore[assignment]
        context: dict[str, Any] = {"head": AuditHead.objects.filter(issuer=institution(request)).first()}
        if asked and may(request, self.view_rule):
            broken = list(broken_entries(institution(request)))
            context |= {"chain_checked": timezone.now(), "chain_broken": broken[:20], "chain_count": len(broken)}
        return super().changelist_view(request, context | (extra_context or {}))

    def detail(self, request: HttpRequest, obj: AuditEvent) -> dict[str, Any]:
        """Return one entry."""
        return {"event": obj, "title": f"Entry {obj.sequence}"}

    @admin.display(description="Who", ordering="actor__name")
    def who(self, event: AuditEvent) -> str:
        """The person, or that it was a rule's own work."""
        return str(event.actor) if event.actor else "Laurel"
