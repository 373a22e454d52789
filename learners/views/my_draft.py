"""What the editor's script asks for while somebody types: keep one text, keep one file. Answers are JSON."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from issuers.exceptions import Conflict, DomainError
from learners.domain.evidence_files import add_file, file_too_big
from learners.domain.submitting import save_text
from learners.models import Submission
from learners.scoping import SIGNED_OUT, as_learner
from learners.views.draft import Row, as_uuid, find_own, rows_of
from learners.views.uploads import limit_files

Save = Callable[..., dict[str, Any]]


def _refuse(status: int, code: str, detail: str, **more: Any) -> JsonResponse:
    return JsonResponse({"code": code, "detail": detail, **more}, status=status)


def answers_json(save: Save) -> Callable[..., HttpResponseBase]:
    """Turn `save(request, submission, criterion_uuid, refused)` into a view: every way it can end is JSON.

    200 with what it returns, and the draft's new `version`; 403 signed out; 404 not theirs; 409 changed elsewhere, with
    the `version` and, as `units`, the texts that stand there; 413 too much; 422 with the `field` that is wrong.
    """

    @as_learner
    def inside(request: HttpRequest, submission_uuid: uuid.UUID, refused: dict[str, str]) -> JsonResponse:
        try:
            submission = find_own(request, submission_uuid)
        except Http404:
            return _refuse(404, "not_found", "This submission isn't yours, or it is gone.")
        key = as_uuid(request.POST.get("criterion", ""))
        try:
            answer = save(request, submission, key, refused)
        except Conflict as conflict:
            submission = find_own(request, submission_uuid)
            units = {
                f"criterion={row.criterion.uuid}": {"text": row.text} for row in rows_of(submission) if row.is_open
            }
            return _refuse(409, conflict.code, str(conflict), version=submission.version, units=units)
        except DomainError as error:
            return _refuse(422, error.code, str(error), field=error.field)
        rows = [row for row in rows_of(submission) if row.is_open]
        return JsonResponse(
            {
                "saved_at": timezone.now().isoformat(),
                "filled": sum(1 for row in rows if row.is_filled),
                "wanted": len(rows),
                **answer,
            }
        )

    @csrf_protect
    def guarded(request: HttpRequest, submission_uuid: uuid.UUID, refused: dict[str, str]) -> HttpResponseBase:
        if not request.user.is_authenticated:  # a page may ask too: here the answer is JSON in any case
            return _refuse(403, "signed_out", SIGNED_OUT)
        return inside(request, submission_uuid, refused)

    @csrf_exempt  # checked by `guarded`, once the limit on files is in place
    @require_POST
    @wraps(save)
    def view(request: HttpRequest, submission_uuid: uuid.UUID) -> HttpResponseBase:
        refused = limit_files(request)
        try:
            return guarded(request, submission_uuid, refused)
        except RequestDataTooBig:
            most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_048_576
            return _refuse(413, "too_much", f"This is more than {most} MB of text. Attach it as a file.")

    return view


@answers_json
def texts(request: HttpRequest, submission: Submission, key: uuid.UUID, refused: dict[str, str]) -> dict[str, Any]:
    """Keep one text: fields `criterion`, `text` and `version`, the one that the page was made from."""
    version = request.POST.get("version", "")
    saved = save_text(
        submission,
        criterion_uuid=key,
        text=request.POST.get("text", ""),
        seen_version=int(version) if version.isdigit() else None,
        acting_user=request.user,  # type: ignore[arg-type]
    )
    row = _row(submission, key)
    return {"version": saved.version, "is_filled": bool(row and row.is_filled)}


@answers_json
def files(request: HttpRequest, submission: Submission, key: uuid.UUID, refused: dict[str, str]) -> dict[str, Any]:
    """Keep one file: fields `criterion` and `file`; the answer's `html` is the list of pieces as it stands now."""
    if "file" in refused:
        raise file_too_big(refused["file"])
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise DomainError("No file came with the request. Choose one.", code="file_missing", field="file")
    evidence = add_file(
        submission,
        criterion_uuid=key,
        file=file,
        acting_user=request.user,  # type: ignore[arg-type]
    )
    html = render_to_string("submissions/_pieces.html", {"row": _row(submission, key)}, request)
    return {"version": evidence.submission.version, "is_filled": True, "html": html}


def _row(submission: Submission, key: uuid.UUID) -> Row | None:
    return next((row for row in rows_of(submission) if row.criterion.uuid == key), None)
