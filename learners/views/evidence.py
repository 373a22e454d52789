"""One piece of evidence as a file, for whoever may see it: never able to run anything."""

import logging

from django.http import FileResponse, Http404, HttpRequest

from learners.models import Evidence

logger = logging.getLogger(__name__)
SHOWN_IN_PAGE = {"image/png", "image/jpeg", "image/webp"}


def hand_out(request: HttpRequest, evidence: Evidence, *, in_page: bool) -> FileResponse:
    """Return the file of `evidence`; raise Http404 without a file, or for somebody who may not see it.

    It is a download; with `in_page`, pictures may be shown in a page instead.
    """
    if not evidence.file or not request.user.has_perm("learners.see_evidence", evidence.submission):
        raise Http404
    try:
        file = evidence.file.open("rb")
    except FileNotFoundError:
        logger.exception("file of evidence %s is missing", evidence.uuid)
        raise Http404 from None
    response = FileResponse(
        file,
        as_attachment=not (in_page and evidence.content_type in SHOWN_IN_PAGE),
        filename=evidence.file_name,
        content_type=evidence.content_type,
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
