"""A learner's own files, handed back."""

import logging
import uuid

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from learners.models import Evidence
from learners.queries import own_submissions
from learners.scoping import as_learner

logger = logging.getLogger(__name__)


@require_safe
@never_cache
@as_learner
def my_evidence(request: HttpRequest, evidence_uuid: uuid.UUID) -> HttpResponseBase:
    """Hand out one file as a download that can run nothing."""
    evidence = get_object_or_404(
        Evidence.objects.filter(submission__in=own_submissions(request.user)).select_related(  # type: ignore[arg-type]
            "submission__learner", "submission__issuer"
        ),
        uuid=evidence_uuid,
    )
    if not evidence.file or not request.user.has_perm("learners.see_evidence", evidence.submission):
        raise Http404
    try:
        file = evidence.file.open("rb")
    except FileNotFoundError:
        logger.exception("file of evidence %s is missing", evidence.uuid)
        raise Http404 from None
    response = FileResponse(file, as_attachment=True, filename=evidence.file_name, content_type=evidence.content_type)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
