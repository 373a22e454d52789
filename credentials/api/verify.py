"""The check of /verify/ for programs: public, throttled, nothing kept."""

from typing import IO, Any

from django.conf import settings
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ParseError, ValidationError
from rest_framework.parsers import BaseParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from credentials.api.serializers import ProblemSerializer, VerdictSerializer, VerifyRequestSerializer
from credentials.domain.intake import Unreadable, read_file, read_text
from credentials.domain.verify import Verdict, check_credential
from credentials.standards.jsonld import UnsafeDocument, parse_json

FILES = ("image/png", "image/svg+xml", "application/pdf")
DOCUMENTS = ("application/vc+ld+json", "application/vc", "application/ld+json")


class BytesParser(BaseParser):
    """Takes any body as it is, up to a file's limit and one byte more, so that too much is seen to be too much."""

    media_type = "*/*"

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        """Return the body's bytes."""
        return bytes(stream.read(settings.VERIFY_FILE_LIMIT + 1))


class VerifyView(APIView):
    """Check a credential."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    parser_classes = (BytesParser,)
    throttle_scope = "verify"

    @extend_schema(
        operation_id="verify",
        auth=[],
        request={
            "application/json": VerifyRequestSerializer,
            **dict.fromkeys(DOCUMENTS, OpenApiTypes.OBJECT),
            **dict.fromkeys(FILES, OpenApiTypes.BINARY),
        },
        responses={
            200: VerdictSerializer,
            (400, "application/problem+json"): ProblemSerializer,
            (429, "application/problem+json"): ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Say what a credential is worth: 200 whatever the answer, with `verified` true only if all of it holds.

        The body is the credential itself (JSON, baked PNG or SVG, PDF), or JSON with `credential` (an object, a
        link of this platform or a number) and perhaps `email`.
        """
        try:
            document, email = _handed_over(request)
        except Unreadable as error:
            return Response(_unreadable(error), headers=OPEN)
        return Response(_told(check_credential(document, email=email)), headers=OPEN)

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Answer a browser's question before a script of another site posts (CORS preflight)."""
        headers = {"Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": "Content-Type"}
        return Response(status=204, headers={**OPEN, **headers, "Access-Control-Max-Age": "86400"})


OPEN = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"}


def _handed_over(request: Request) -> tuple[dict[str, Any], str]:
    """Return the document to check and the address to compare; raise Unreadable, ParseError or ValidationError."""
    body: bytes = request.data if isinstance(request.data, bytes) else b""
    kind = (request.content_type or "").partition(";")[0].strip().lower()
    if kind != "application/json" or len(body) > settings.VERIFY_FILE_LIMIT:
        return read_file(body), ""
    try:
        content = parse_json(body)
    except (UnsafeDocument, UnicodeDecodeError) as error:
        raise ParseError(str(error)) from error
    if "credential" not in content or "@context" in content:
        return content, ""
    email = content.get("email", "")
    given = content["credential"]
    if not isinstance(email, str):
        raise ValidationError("email is text.")
    if isinstance(given, dict):
        return given, email
    if isinstance(given, str):
        return read_text(given), email
    raise ValidationError("credential is an object, or text with a link or number.")


def _told(verdict: Verdict) -> dict[str, Any]:
    return dict(
        VerdictSerializer(
            {
                "verified": verdict.verified,
                "verdict": verdict.code,
                "sentence": verdict.sentence,
                "checked_at": verdict.checked_at,
                "answers": verdict.answers,
                "checks": verdict.checks,
            }
        ).data
    )


def _unreadable(error: Unreadable) -> dict[str, Any]:
    state = "unknown" if error.code == "not_found" else "fail"
    return dict(
        VerdictSerializer(
            {
                "verified": False,
                "verdict": "unreadable",
                "sentence": str(error),
                "checked_at": timezone.now(),
                "answers": [],
                "checks": [{"code": error.code, "state": state, "sentence": str(error)}],
            }
        ).data
    )
