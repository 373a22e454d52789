"""What every page of the web admin stands on."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from issuers.admin.asking import institution, may
from issuers.admin.site import site
from issuers.exceptions import DomainError
from issuers.models import AuditEvent

__all__ = [
    "DetailAdmin",
    "IssuerModelAdmin",
    "institution",
    "may",
    "needs",
    "page",
    "refuse",
    "site",
]


def needs(rule: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Answer 403 unless the person may do `rule`."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not may(request, rule):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def page(request: HttpRequest, template: str, title: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Return a page in the admin's frame."""
    request.current_app = site.name
    return TemplateResponse(request, template, {**site.each_context(request), "title": title, **context}, status=status)


def refuse(form: forms.BaseForm, error: DomainError | ValidationError) -> None:
    """Put a refusal of the domain at the form's field that it names, or on top of the form."""
    if isinstance(error, DomainError):
        form.add_error(error.field if error.field in form.fields else None, str(error))
    elif hasattr(error, "error_dict"):
        for name, sentences in error.message_dict.items():
            for sentence in sentences:
                form.add_error(name if name in form.fields else None, sentence)
    else:
        form.add_error(None, error)


class IssuerModelAdmin(ModelAdmin):
    """A list and a form over one institution's rows. It never saves: `write` calls a domain function.

    Subclasses name a rule for each kind of use; no rule, no use. There is no deletion anywhere.
    """

    view_rule: ClassVar[str]
    add_rule: ClassVar[str] = ""
    change_rule: ClassVar[str] = ""
    acts: ClassVar[dict[str, tuple[str, str]]] = {}  # part of the address -> (rule, method), by POST
    actions = None
    show_full_result_count = False
    list_per_page = 50
    view_on_site = False
    object_history_template = "admin/laurel/history.html"
    empty_text: ClassVar[str] = "What is made here appears in this list."

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the section is shown."""
        return may(request, self.view_rule)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whether rows may be looked at. The rows are the institution's: `obj` needs no further question."""
        return may(request, self.view_rule)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whether one may be made."""
        return bool(self.add_rule) and may(request, self.add_rule)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whether one may be changed."""
        return bool(self.change_rule) and may(request, self.change_rule)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is deleted: what is promised stands."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Return the list, add, change and history pages, and an address for each act."""
        info = self.opts.app_label, self.opts.model_name
        wrap = self.admin_site.admin_view
        acts = [
            path(f"<int:object_id>/{part}/", wrap(self._act(part)), name="{}_{}_{}".format(*info, part.strip("-")))
            for part in self.acts
        ]
        kept = [url for url in super().get_urls() if url.name and not url.name.endswith("_delete")]
        return [*self.own_urls(), *acts, *kept]

    def own_urls(self) -> list[URLPattern]:
        """Return further addresses of this section."""
        return []

    def own_path(self, route: str, view: Callable[..., Any], name: str) -> URLPattern:
        """Return one further address, named `admin:<app>_<model>_<name>`."""
        full = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(view), name=full)

    def address(self, name: str, *args: Any) -> str:
        """Return the path of one of this section's pages."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)

    def object_or_404(self, request: HttpRequest, object_id: Any) -> Any:
        """Return a row of the institution; 403 without the rule, 404 for a row that isn't there or isn't theirs."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = self.get_object(request, str(object_id))
        if found is None:
            raise Http404
        return found

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        raise Http404

    def _act(self, part: str) -> Callable[..., HttpResponse]:
        rule, method = self.acts[part]

        def perform(request: HttpRequest, object_id: int) -> HttpResponse:
            if not may(request, rule):
                raise PermissionDenied
            found = self.object_or_404(request, object_id)
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            try:
                done = getattr(self, method)(request, found)
            except DomainError as error:
                messages.error(request, str(error))
                return redirect(self.address("change", object_id))
            if isinstance(done, HttpResponse):
                return done
            messages.success(request, done)
            return redirect(self.address("change", object_id))

        return perform

    # Forms ----------------------------------------------------------------------------------------------------

    def write(self, request: HttpRequest, form: Any, obj: Any | None) -> Any:
        """Call the domain function that makes (`obj` None) or changes a row; return the row."""
        raise NotImplementedError

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show or take the form. What the domain refuses comes back as the form's error, with all that was typed."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (DomainError, ValidationError) as error:
            # The transaction of the first run is undone; the second run only shows the form with the refusal in it.
            request.refusal = error  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any | None = None, change: bool = False, **kwargs: Any) -> Any:
        """Return the form's class; it carries the domain's refusal into its errors."""
        base = super().get_form(request, obj, change, **kwargs)

        class Form(base):  # type: ignore[misc,valid-type]
            def _post_clean(self) -> None:
                super()._post_clean()
                if hasattr(request, "refusal"):
                    refuse(self, request.refusal)

        return Form

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """Write through the domain."""
        return self.write(request, form, self._found(form) if change else None)

    def _found(self, form: Any) -> Any:
        # The form's instance already carries what was typed; the domain starts from the stored row.
        return self.model._default_manager.get(pk=form.instance.pk)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Do nothing: `write` has done it."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Do nothing: `write` has done it."""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """Do nothing: the audit log is the domain's."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """Do nothing: the audit log is the domain's."""

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Go on with the new row."""
        messages.success(request, f"“{obj}” is saved.")
        return redirect(self.address("change", obj.pk))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Stay at the row."""
        return self.response_add(request, obj)

    # History --------------------------------------------------------------------------------------------------

    def history_of(self, obj: Any) -> QuerySet[AuditEvent]:
        """Return the audit entries about a row, newest first."""
        return AuditEvent.objects.filter(object_uuid=obj.uuid).select_related("actor").order_by("-sequence")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show who did what to one row."""
        obj = self.object_or_404(request, object_id)
        events = Paginator(self.history_of(obj), 100).get_page(request.GET.get("page"))
        context = {"opts": self.opts, "original": obj, "object": obj, "events": events, "hide_history": True}
        return page(request, self.object_history_template, f"History of {obj}", context)


class DetailAdmin(IssuerModelAdmin):
    """A section whose rows are looked at, not edited: the change page is a page of facts."""

    detail_template: ClassVar[str]

    def detail(self, request: HttpRequest, obj: Any) -> Mapping[str, Any]:
        """Return what the page of one row shows."""
        raise NotImplementedError

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show one row."""
        obj = self.object_or_404(request, object_id)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        context = {"opts": self.opts, "original": obj, "object": obj, "change": True, **self.detail(request, obj)}
        return page(request, self.detail_template, str(obj), context)
