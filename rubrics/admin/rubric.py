"""Rubrics: the list, and the page on which an author writes one."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from issuers.admin.base import IssuerModelAdmin, institution, may, page, refuse, site
from issuers.exceptions import Conflict, DomainError
from issuers.templatetags.ui import chip
from rubrics.domain.authoring import (
    create_rubric,
    create_rubric_version,
    publish_rubric,
    replace_grid,
    rubric_problems,
    stamp_of,
)
from rubrics.enums import EvidenceKind, PassRule
from rubrics.forms import Grid, RubricForm
from rubrics.models import Rubric
from rubrics.queries import rule_of, with_grid
from rubrics.standards.decision import rule_sentence


@admin.register(Rubric, site=site)
class RubricAdmin(IssuerModelAdmin):
    """A draft is written as one page and saved as a whole; a published version is shown and never changes."""

    view_rule = "rubrics.view"
    add_rule = change_rule = "rubrics.change"
    acts = {"version": ("rubrics.change", "new_version")}
    list_display = ["title", "version", "shown_state", "sub_competencies", "used_by", "updated_at"]
    list_filter = ["state"]
    search_fields = ["title", "description"]
    search_help_text = "Title or description"
    ordering = ["title", "-version"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Rubric]:
        """Return the rubrics with their counts."""
        return (
            super()
            .get_queryset(request)
            .annotate(criteria_count=Count("criteria", distinct=True), badge_count=Count("achievements", distinct=True))
        )

    @admin.display(description="State", ordering="state")
    def shown_state(self, rubric: Rubric) -> str:
        """Draft or published."""
        return chip(rubric.state)

    @admin.display(description="Sub-competencies", ordering="criteria_count")
    def sub_competencies(self, rubric: Any) -> int:
        """How many."""
        count: int = rubric.criteria_count
        return count

    @admin.display(description="Used by", ordering="badge_count")
    def used_by(self, rubric: Any) -> str:
        """How many badges."""
        return {0: "no badge", 1: "1 badge"}.get(rubric.badge_count, f"{rubric.badge_count} badges")

    # The page ---------------------------------------------------------------------------------------------------

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Write a new rubric."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self._editor(request, None)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Write a draft, or show what is published."""
        rubric = self.object_or_404(request, object_id)
        if rubric.is_frozen and request.method == "POST" and self.has_change_permission(request):
            messages.error(request, "This version was published meanwhile: it never changes. Make a new version.")
        if rubric.is_frozen or not self.has_change_permission(request):
            if request.method == "POST" and not self.has_change_permission(request):
                raise PermissionDenied
            return self._shown(request, rubric)
        return self._editor(request, rubric)

    def _shown(self, request: HttpRequest, rubric: Rubric) -> HttpResponse:
        rubric = with_grid(Rubric.objects.filter(pk=rubric.pk)).get()
        context = {
            "opts": self.opts,
            "original": rubric,
            "change": True,
            "rubric": rubric,
            "rule": rule_sentence(rule_of(rubric)),
            "versions": Rubric.objects.filter(family=rubric.family).order_by("-version"),
            "may_change": self.has_change_permission(request),
            "badges": rubric.achievements.order_by("name"),
        }
        return page(request, "admin/rubrics/rubric/shown.html", str(rubric), context)

    def _editor(self, request: HttpRequest, rubric: Rubric | None) -> HttpResponse:
        """Take a row button, a save, or a save with publication; show the editor with all that was typed."""
        status, focus, errors = 200, None, []
        seen = stamp_of(rubric) if rubric else ""
        if request.method == "POST":
            act = request.POST.get("act", "save")
            form, grid = RubricForm(request.POST, instance=rubric), Grid.from_post(request.POST)
            seen = request.POST.get("seen", "")
            focus = grid.apply(act)
            if focus is None:
                try:
                    saved = self._save(request, rubric, form, grid, seen)
                except Conflict as error:
                    status, errors = 409, [("", str(error))]
                    seen = stamp_of(Rubric.objects.get(pk=rubric.pk)) if rubric else ""
                except (DomainError, ValidationError) as error:
                    refuse(form, error)
                else:
                    if saved is not None:
                        return self._after_save(request, saved, publish=act == "publish")
                errors += self._errors(form, grid)
            else:
                form.errors.clear()  # a row button asks for no judgement of the rest
        else:
            form = RubricForm(instance=rubric)
            grid = Grid.from_rubric(with_grid(Rubric.objects.filter(pk=rubric.pk)).get()) if rubric else Grid.fresh()
        context = {
            "opts": self.opts,
            "original": rubric,
            "change": rubric is not None,
            "rubric": rubric,
            "form": form,
            "grid": grid,
            "kinds": EvidenceKind.choices,
            "seen": seen,
            "focus": focus,
            "refused": errors,
            "conflict": status == 409,
            "problems": rubric_problems(rubric) if rubric and request.method != "POST" else None,
            "may_publish": may(request, "rubrics.publish"),
        }
        title = f"{rubric.title}, version {rubric.version} (draft)" if rubric else "New rubric"
        return page(request, "admin/rubrics/rubric/editor.html", title, context, status=status)

    def _save(
        self, request: HttpRequest, rubric: Rubric | None, form: RubricForm, grid: Grid, seen: str
    ) -> Rubric | None:
        criteria = grid.clean(weighted=request.POST.get("pass_rule") == PassRule.WEIGHTED)
        if not form.is_valid() or grid.errors:
            return None
        actor: Any = request.user
        if rubric is None:
            return create_rubric(institution(request), criteria=criteria, acting_user=actor, **form.cleaned_data)
        return replace_grid(rubric, criteria=criteria, seen=seen, acting_user=actor, **form.cleaned_data)

    def _after_save(self, request: HttpRequest, rubric: Rubric, *, publish: bool) -> HttpResponse:
        if publish:
            if not may(request, "rubrics.publish"):
                raise PermissionDenied
            try:
                publish_rubric(rubric, acting_user=request.user)  # type: ignore[arg-type]
            except DomainError:
                messages.warning(request, "The draft is saved but not published: see below what it still needs.")
            else:
                messages.success(request, f"“{rubric.title}”, version {rubric.version}, is published.")
        else:
            messages.success(request, "The draft is saved.")
        return redirect(self.address("change", rubric.pk))

    @staticmethod
    def _errors(form: RubricForm, grid: Grid) -> list[tuple[str, str]]:
        """Return (id of the input, sentence) for the summary on top, in the page's order."""
        own = [
            (f"id_{name}", f"{form[name].label}: {sentence}") if name in form.fields else ("", str(sentence))
            for name, sentences in form.errors.items()
            for sentence in sentences
        ]
        return own + grid.errors

    def new_version(self, request: HttpRequest, rubric: Rubric) -> HttpResponse:
        """Open the next draft of a published rubric."""
        draft = create_rubric_version(rubric, acting_user=request.user)  # type: ignore[arg-type]
        messages.success(
            request,
            f"This is the draft of version {draft.version}. Badges keep the version that they were published on.",
        )
        return redirect(self.address("change", draft.pk))
