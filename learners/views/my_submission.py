"""The learner's submission: one form that saves everything in it, whichever of its buttons is pressed."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from issuers.exceptions import Conflict, DomainError
from learners.domain.evidence_files import add_file, file_too_big
from learners.domain.submitting import add_link, missing_evidence, remove_evidence, save_text, submit, withdraw
from learners.models import Evidence, Submission
from learners.scoping import as_learner
from learners.views.draft import Row, as_uuid, draft_page, find_own, rows_of
from learners.views.uploads import limit_files

KEPT_TYPING = 400_000  # characters of unsaved texts that a signed-out session keeps until the person is back


@csrf_exempt  # checked by _guarded, once the limit on files is in place
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def my_submission(request: HttpRequest, submission_uuid: uuid.UUID) -> HttpResponseBase:
    """Show a submission; as POST save its texts, new links and files, then remove a piece or go on to hand in."""
    refused = limit_files(request)
    try:
        return _guarded(request, submission_uuid, refused)
    except RequestDataTooBig:
        return _too_much_text(request, submission_uuid)


@csrf_protect
def _guarded(request: HttpRequest, submission_uuid: uuid.UUID, refused: dict[str, str]) -> HttpResponseBase:
    if request.method == "POST" and not request.user.is_authenticated:
        _keep_typing(request, submission_uuid)
    return _submission(request, submission_uuid, refused)


@as_learner
def _submission(request: HttpRequest, submission_uuid: uuid.UUID, refused: dict[str, str]) -> HttpResponse:
    submission = find_own(request, submission_uuid)
    if request.method != "POST":
        return _shown(request, submission)
    if not submission.is_open:
        messages.warning(request, f"This submission is {submission.get_state_display()}: it can't be changed now.")
        return redirect("my-submission", submission_uuid=submission.uuid)
    errors, stop = _save(request, submission, rows_of(submission), refused)
    if errors or stop:
        return _with_errors(request, submission_uuid, errors, stop)
    action, _, _target = request.POST.get("do", "save").partition(":")
    if action == "hand-in":
        return redirect("my-hand-in", submission_uuid=submission.uuid)
    messages.success(request, "Removed, and the rest is saved." if action == "remove" else "Saved.")
    return redirect("my-submission", submission_uuid=submission.uuid)


def _save(
    request: HttpRequest, submission: Submission, rows: list[Row], refused: dict[str, str]
) -> tuple[dict[str, dict[str, str]], DomainError | None]:
    """Save each input of the form on its own, so that one that can't be kept takes no other with it.

    Returns sub-competency's uuid -> input (text, url, file) -> sentence, and what stopped the whole, if anything did.
    """
    user: Any = request.user
    errors: dict[str, dict[str, str]] = {}
    version = request.POST.get("version", "")
    seen: int | None = int(version) if version.isdigit() else None

    def keep_text(row: Row) -> None:
        nonlocal seen
        text = request.POST.get(f"text-{row.criterion.uuid}")
        if text is not None:
            key = row.criterion.uuid
            seen = save_text(submission, criterion_uuid=key, text=text, seen_version=seen, acting_user=user).version

    def keep_link(row: Row) -> None:
        if url := request.POST.get(f"url-{row.criterion.uuid}", "").strip():
            add_link(submission, criterion_uuid=row.criterion.uuid, url=url, acting_user=user)

    def keep_file(row: Row) -> None:
        if name := refused.get(f"file-{row.criterion.uuid}"):
            raise file_too_big(name)
        if file := request.FILES.get(f"file-{row.criterion.uuid}"):
            add_file(submission, criterion_uuid=row.criterion.uuid, file=file, acting_user=user)

    try:
        for name, keep in {"text": keep_text, "url": keep_link, "file": keep_file}.items():
            for row in rows:
                try:
                    if row.is_open:
                        keep(row)
                except Conflict:
                    raise
                except DomainError as error:
                    errors.setdefault(str(row.criterion.uuid), {})[name] = str(error)
        _remove(request, submission)
    except DomainError as stop:
        return errors, stop
    return errors, None


def _remove(request: HttpRequest, submission: Submission) -> None:
    """Take out the piece whose button was pressed; a second click finds it gone already."""
    action, _, target = request.POST.get("do", "").partition(":")
    if action == "remove":
        piece = Evidence.objects.filter(submission=submission, uuid=as_uuid(target), removed_in_round=None).first()
        if piece:
            remove_evidence(piece, acting_user=request.user)  # type: ignore[arg-type]


def _with_errors(
    request: HttpRequest,
    submission_uuid: uuid.UUID,
    errors: dict[str, dict[str, str]],
    stop: DomainError | None,
) -> HttpResponse:
    """Show the page again with everything typed still in it, and each complaint where it belongs."""
    submission = find_own(request, submission_uuid)
    rows = rows_of(submission)
    problems = [("draft", str(stop))] if stop else []
    is_conflict = isinstance(stop, Conflict)
    for row in rows:
        row.errors = errors.get(str(row.criterion.uuid), {})
        problems += [(f"{name}-{row.criterion.uuid}", sentence) for name, sentence in row.errors.items()]
        _type_into(row, request.POST, only_failed=not is_conflict)
    return draft_page(request, submission, rows, problems=problems, status=409 if is_conflict else 422)


def _type_into(row: Row, typed: Any, *, only_failed: bool) -> None:
    """Put what was typed over what is saved; the saved text goes beside it when the two differ."""
    if not row.is_open:
        return
    text = typed.get(f"text-{row.criterion.uuid}")
    text = text.replace("\r\n", "\n") if text is not None else None
    if text is not None and text != row.text and (not only_failed or "text" in row.errors):
        row.text_elsewhere, row.text = (row.text if not only_failed else None), text
    if not only_failed or "url" in row.errors:
        row.url = typed.get(f"url-{row.criterion.uuid}", "")


def _shown(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Show the page; what was typed when the session had ended comes back into its fields."""
    rows = rows_of(submission)
    kept = request.session.pop(f"typed:{submission.uuid}", None)
    if kept and submission.is_open:
        for row in rows:
            _type_into(row, kept, only_failed=False)
    return draft_page(request, submission, rows, restored=bool(kept and submission.is_open))


def _keep_typing(request: HttpRequest, submission_uuid: uuid.UUID) -> None:
    """Keep the form of somebody whose session ended in theirs until they sign in; chosen files can't be kept."""
    typed = {
        name: str(value)
        for name, value in request.POST.items()
        if name.startswith(("text-", "url-")) and str(value).strip()
    }
    if typed and sum(map(len, typed.values())) <= KEPT_TYPING:
        request.session[f"typed:{submission_uuid}"] = typed


@as_learner
def _too_much_text(request: HttpRequest, submission_uuid: uuid.UUID) -> HttpResponse:
    submission = find_own(request, submission_uuid)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_048_576
    sentence = (
        f"The texts you sent have more than {most} MB together, so none of them was saved. "
        "Go back one page to find them, and attach the longest as a file instead."
    )
    return draft_page(request, submission, rows_of(submission), problems=[("draft", sentence)], status=413)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@as_learner
def hand_in(request: HttpRequest, submission_uuid: uuid.UUID) -> HttpResponse:
    """Show what the assessor will read and what is still missing; as POST hand it in."""
    submission = find_own(request, submission_uuid)
    problem, status = "", 200
    if request.method == "POST":
        try:
            submit(submission, acting_user=request.user)  # type: ignore[arg-type]
        except Conflict as conflict:
            messages.warning(request, str(conflict))
            return redirect("my-submission", submission_uuid=submission.uuid)
        except DomainError as error:
            problem, status = str(error), 422
        else:
            messages.success(request, "Handed in. An assessor reads it next, and you get a mail when it is decided.")
            return redirect("my-submission", submission_uuid=submission.uuid)
    elif not submission.is_open:
        return redirect("my-submission", submission_uuid=submission.uuid)
    missing = {criterion.id for criterion in missing_evidence(submission)}
    rows = [row for row in rows_of(submission) if row.is_open]
    return render(
        request,
        "submissions/hand_in.html",
        {
            "submission": submission,
            "back_url": reverse("my-submission", args=[submission.uuid]),
            "rows": rows,
            "missing": [row for row in rows if row.criterion.id in missing],
            "unchanged": [row for row in rows if row.is_filled and row.is_unchanged],
            "problem": problem,
        },
        status=status,
    )


@require_POST
@as_learner
def withdrawal(request: HttpRequest, submission_uuid: uuid.UUID) -> HttpResponse:
    """Take the whole submission back."""
    submission = find_own(request, submission_uuid)
    try:
        withdraw(submission, acting_user=request.user)  # type: ignore[arg-type]
    except DomainError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Withdrawn. Nobody will review it; you can begin anew from the badge's page.")
    return redirect("my-submission", submission_uuid=submission.uuid)
