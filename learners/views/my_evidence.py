"""A learner's own files, handed back."""

import uuid

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from learners.models import Evidence
from learners.queries import own_submissions
from learners.scoping import as_learner
from learners.views.evidence import hand_out


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
    return hand_out(request, evidence, in_page=False)
