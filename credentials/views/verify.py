"""Anyone checks a credential: no sign-in, no cookie, nothing kept."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from credentials.domain.intake import Unreadable, read_file, read_text
from credentials.domain.verify import check_credential
from credentials.forms import VerifyForm
from credentials.views.documents import page
from credentials.views.limits import limited

PER_MINUTE = 60  # checks of one address
LARGEST_REQUEST = settings.VERIFY_FILE_LIMIT + 1_000_000  # bytes: the file, the text and the form around them


def _too_often(request: HttpRequest) -> HttpResponse:
    response = page(request, "verify/too_often.html", {"per_minute": PER_MINUTE}, status=429, cache="no-store")
    response["Retry-After"] = "60"
    return response


# No CSRF token: a check changes nothing, and a token would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Show the form; check what was handed over, by form or by `?credential=` (a link or number)."""
    linked = request.GET.get("credential", "")
    if request.method != "POST" and not linked:
        return page(request, "verify/verify.html", {"form": VerifyForm(), "limit": settings.VERIFY_FILE_LIMIT})
    return _check(request, linked)


@limited("verify", per_minute=PER_MINUTE, refusal=_too_often)
def _check(request: HttpRequest, linked: str) -> HttpResponse:
    if request.method != "POST":
        return _result(request, VerifyForm(initial={"text": linked}), text=linked)
    try:
        if int(request.headers.get("Content-Length") or 0) > LARGEST_REQUEST:
            raise RequestDataTooBig
        form = VerifyForm(request.POST, request.FILES)
    except (RequestDataTooBig, TooManyFilesSent, MultiPartParserError, ValueError):
        form = VerifyForm({})
        form.add_error("file", "This is more than can be read here: one file of up to 2 MB.")
        return _form_again(request, form, "too_large", status=413)
    if not form.is_valid():
        return _form_again(request, form, "form_invalid")
    return _result(
        request, form, text=form.cleaned_data["text"], file=form.cleaned_data["file"], email=form.cleaned_data["email"]
    )


def _result(request: HttpRequest, form: VerifyForm, *, text: str, file: Any = None, email: str = "") -> HttpResponse:
    if file is not None and text.strip():
        form.add_error("text", "Give a file or a link, not both: one credential is checked at a time.")
        return _form_again(request, form, "form_invalid")
    raw = file.read(settings.VERIFY_FILE_LIMIT + 1) if file is not None else b""
    try:
        document = read_file(raw) if file is not None else read_text(text)
    except Unreadable as error:
        if not form.is_bound:
            form = VerifyForm({"text": text})
        form.add_error("file" if file is not None else "text", str(error))
        return _form_again(request, form, error.code)
    context = {
        "verdict": check_credential(document, email=email),
        # Handed on for the comparison with an address, since nothing is kept here in between.
        "again": text if file is None else json.dumps(document, ensure_ascii=False),
        "email": email,
        # What the eye sees of such a file isn't signed: only the data inside it is.
        "carrier": "page" if raw.startswith(b"%PDF") else "picture" if raw.startswith(b"\x89PNG") else "",
    }
    return page(request, "verify/result.html", context, cache="no-store")


def _form_again(request: HttpRequest, form: VerifyForm, code: str, *, status: int = 422) -> HttpResponse:
    context = {"form": form, "code": code, "limit": settings.VERIFY_FILE_LIMIT}
    return page(request, "verify/verify.html", context, status=status, cache="no-store")
