"""Public documents: bytes that are the same for everybody, with a name (ETag) and a rule for keeping them.

Nothing here looks at the session or sets a cookie: pages are rendered without the request, so a reader leaves no
trace, and any cache may keep what it is given.
"""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

# In the order of preference for a reader who takes anything of JSON.
CREDENTIAL_TYPES = ("application/vc+ld+json", "application/vc", "application/ld+json", "application/json")
PROFILE_TYPES = ("application/ld+json", "application/json")
REVALIDATE = "public, no-cache"  # may be kept, but asked for each time: a revocation shows at once


def wanted_type(request: HttpRequest, offered: tuple[str, ...]) -> str:
    """Return which of the `offered` JSON types the reader asks for, or text/html."""
    return request.get_preferred_type(["text/html", *offered]) or "text/html"


def wanted_json_type(request: HttpRequest, offered: tuple[str, ...]) -> str:
    """Return which of the `offered` JSON types the reader asks for, the first by default: the address says JSON."""
    return request.get_preferred_type(list(offered)) or offered[0]


def document(
    request: HttpRequest,
    content: bytes,
    *,
    content_type: str,
    sha256: str = "",
    cache: str = REVALIDATE,
    filename: str = "",
    personal: bool = False,
    negotiated: bool = False,
) -> HttpResponse:
    """Return `content` for readers of any site (CORS), or 304 when they hold it already.

    `sha256` saves computing it; `filename` is what a browser calls the saved file; `personal` keeps it out of
    search engines; `negotiated` says that another Accept at the same address gets something else.
    """
    etag = quote_etag(sha256 or hashlib.sha256(content).hexdigest())
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = cache
    open_to_all(response)
    if filename:
        response["Content-Disposition"] = f'inline; filename="{filename}"'
    if personal:
        response["X-Robots-Tag"] = "noindex, noarchive"
    if negotiated:
        patch_vary_headers(response, ["Accept"])
    # A 304 keeps the headers that tell caches and other sites' scripts what they may do with it.
    answer = get_conditional_response(request, etag=etag, response=response)
    if answer is not response and isinstance(answer, HttpResponse):
        open_to_all(answer)
    return answer  # type: ignore[return-value]


def json_document(request: HttpRequest, value: dict[str, Any], *, content_type: str, **options: Any) -> HttpResponse:
    """Return an unsigned document of ours, composed now, in the same way as a stored one."""
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return document(request, content, content_type=content_type, **options)


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    status: int = 200,
    cache: str = REVALIDATE,
    negotiated: bool = False,
) -> HttpResponse:
    """Return a public page: rendered without the request, so it is the same for everybody."""
    content = render_to_string(
        template, {"PUBLIC_BASE_URL": settings.PUBLIC_BASE_URL, "is_public_page": True, **context}
    )
    response = HttpResponse(content, status=status)
    response["Cache-Control"] = cache
    if negotiated:
        patch_vary_headers(response, ["Accept"])
    if status != 200 or cache == "no-store":
        return response
    response["ETag"] = etag = quote_etag(hashlib.sha256(response.content).hexdigest())
    return get_conditional_response(request, etag=etag, response=response)  # type: ignore[return-value]


def nothing_public(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Return the 404 that missing and private documents share: who asks can't tell one from the other."""
    if as_json:
        problem = {
            "type": "about:blank",
            "status": 404,
            "code": "not_found",
            "detail": "There is no public document at this address.",
        }
        response = HttpResponse(json.dumps(problem), status=404, content_type="application/problem+json")
        response["Cache-Control"] = "no-store"
        open_to_all(response)
    else:
        response = page(request, "credentials/not_public.html", {}, status=404, cache="no-store")
    patch_vary_headers(response, ["Accept"])
    return response


def open_to_all(response: HttpResponse) -> None:
    """Let scripts of any site read it: it is public, and no credentials travel with it."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag"
