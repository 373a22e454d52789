"""Errors as RFC 9457 problem details: a stable code, a sentence, the status."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from issuers.exceptions import Conflict, DomainError, NotAllowed


def problem_details(error: Exception, context: dict[str, Any]) -> Response | None:
    """Return `application/problem+json` for an error of the API or the domain; None leaves it to Django (500)."""
    if isinstance(error, DomainError):
        status = 409 if isinstance(error, Conflict) else 403 if isinstance(error, NotAllowed) else 422
        return _problem(status, error.code, str(error))
    response = exception_handler(error, context)
    if response is None:
        return None
    code = "not_found" if isinstance(error, Http404) else "not_allowed" if isinstance(error, PermissionDenied) else ""
    if isinstance(error, exceptions.APIException):
        codes = error.get_codes()
        code = codes if isinstance(codes, str) else "invalid"
    detail = response.data.get("detail") if isinstance(response.data, dict) else None
    problem = _problem(response.status_code, code, str(detail or "The request holds something invalid."))
    if isinstance(error, exceptions.ValidationError):
        problem.data["errors"] = response.data
    for header in ("WWW-Authenticate", "Retry-After"):
        if header in response:
            problem[header] = response[header]
    return problem


def _problem(status: int, code: str, detail: str) -> Response:
    return Response(
        {"type": "about:blank", "status": status, "code": code, "detail": detail},
        status=status,
        content_type="application/problem+json",
    )
