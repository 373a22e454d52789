"""How often one address may ask for something costly: counted in the shared cache, forgotten after a minute."""

import hashlib
import hmac
import ipaddress
import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
MINUTE = 60  # seconds


def client_address(request: HttpRequest) -> str:
    """Return the network address that asks: the peer's, or what the last trusted proxy says it is.

    An IPv6 customer owns a whole /64, so that is what counts as one address.
    """
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    address = forwarded[-min(trusted, len(forwarded))] if trusted and forwarded else request.META.get("REMOTE_ADDR", "")
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def may_pass(request: HttpRequest, name: str, per_minute: int) -> bool:
    """Count one request of this address and say whether it is within `per_minute`.

    The cache holds a keyed hash of the address for two minutes at most: it tells nobody who asked.
    """
    minute = int(time.time()) // MINUTE
    text = f"{name}|{minute}|{client_address(request)}".encode()
    key = "limit:" + hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()
    if cache.add(key, 1, 2 * MINUTE):
        return per_minute >= 1
    try:
        return bool(cache.incr(key) <= per_minute)
    except ValueError:  # it ended between the two calls
        return True


def limited(name: str, *, per_minute: int, refusal: View) -> Callable[[View], View]:
    """Let a view be asked `per_minute` times by one address; `refusal(request)` answers what is beyond."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not may_pass(request, name, per_minute):
                return refusal(request)
            return view(request, *args, **kwargs)

        return guarded

    return decorate
