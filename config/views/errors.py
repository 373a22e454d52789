"""What a person reads when something can't be shown: what happened, the request's id, where to go."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    if request.path.startswith("/api/"):  # programs are told in their own form (RFC 9457), also where no view answers
        code = {403: "permission_denied", 404: "not_found", 500: "server_error"}[status]
        detail = {403: "This is not allowed.", 404: "There is nothing at this address.", 500: "Something broke here."}
        problem = {"type": "about:blank", "status": status, "code": code, "detail": detail[status]}
        return JsonResponse(problem, status=status, content_type="application/problem+json")
    return render(request, template, {"request_id": getattr(request, "id", "")}, status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but without the role."""
    return _page(request, "errors/403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing for this person; the two look the same."""
    return _page(request, "errors/404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; the id finds it in the log."""
    return _page(request, "errors/500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came from an expired session or another site: says how to send it again."""
    return _page(request, "errors/403_csrf.html", 403)
