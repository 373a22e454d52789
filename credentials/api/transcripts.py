"""Transcripts for registrars and student information systems."""

import hashlib
from typing import Any, cast
from uuid import UUID

from django.http import Http404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django_scopes import scope
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from credentials.api.serializers import ProblemSerializer, TranscriptSerializer
from credentials.domain.transcript import read_transcript
from issuers.enums import TokenScope
from issuers.models import ApiToken
from learners.models import Learner

PROBLEMS: dict[Any, Any] = {(status, "application/problem+json"): ProblemSerializer for status in (401, 403, 404, 429)}
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", str, OpenApiParameter.HEADER, description="ETag of the record that you hold: 304 if unchanged."
)
NOT_MODIFIED: dict[Any, Any] = {304: None}


class _TranscriptView(APIView):
    required_scope = TokenScope.RECORDS_READ
    throttle_scope = "api"

    def answer(self, request: Request, **which: Any) -> Any:
        """Return the record of the one learner of the token's institution that `which` finds; audited."""
        token = cast(ApiToken, request.auth)
        with scope(issuer=token.issuer):
            learner = Learner.objects.select_related("issuer").filter(**which).first()
            if learner is None:
                raise Http404("Your institution has no such learner.")
            data = TranscriptSerializer(read_transcript(learner, token=token)).data
        etag = quote_etag(hashlib.sha256(JSONRenderer().render(data)).hexdigest())
        response = Response(data, headers={"ETag": etag, "Cache-Control": "private, no-cache"})
        return get_conditional_response(request._request, etag=etag, response=response)


class TranscriptView(_TranscriptView):
    """The record of one learner by the learner's id."""

    @extend_schema(
        operation_id="transcript",
        parameters=[IF_NONE_MATCH],
        responses={200: TranscriptSerializer, **NOT_MODIFIED, **PROBLEMS},
    )
    def get(self, request: Request, uuid: UUID) -> Any:
        """Return the record of one learner of the token's institution. Each call is written to the audit log."""
        return self.answer(request, uuid=uuid)


class TranscriptSearchView(_TranscriptView):
    """The record of one learner by student number or e-mail address."""

    @extend_schema(
        operation_id="transcript_search",
        parameters=[
            OpenApiParameter("student_number", str, description="Give this or `email`, not both."),
            OpenApiParameter("email", str, description="Capitals don't matter."),
            IF_NONE_MATCH,
        ],
        responses={
            200: TranscriptSerializer,
            **NOT_MODIFIED,
            (400, "application/problem+json"): ProblemSerializer,
            **PROBLEMS,
        },
    )
    def get(self, request: Request) -> Any:
        """Return the record of the learner with this student number or address. Each call is audited."""
        number = request.query_params.get("student_number", "").strip()
        email = request.query_params.get("email", "").strip()
        if bool(number) == bool(email):
            raise ValidationError("Give either student_number or email.")
        return self.answer(request, **({"student_number": number} if number else {"email__iexact": email}))
