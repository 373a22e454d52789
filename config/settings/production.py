"""Settings of a server: the base with its doors locked. Adds no feature, and refuses to start half set up."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import PUBLIC_BASE_URL, env

_missing = [
    name
    for name in (
        "SECRET_KEY",
        "LAUREL_KEK",
        "DATABASE_URL",
        "REDIS_URL",
        "PUBLIC_BASE_URL",
        "ALLOWED_HOSTS",
        "EMAIL_URL",
    )
    if not env.str(name, "")
]
if _missing:
    raise ImproperlyConfigured(f"Set {', '.join(_missing)} in the environment before starting Laurel in production.")
if not PUBLIC_BASE_URL.startswith("https://") and not env.bool("ALLOW_PLAIN_HTTP", False):
    raise ImproperlyConfigured("PUBLIC_BASE_URL must begin with https://: it stands inside every signed credential.")

_https = PUBLIC_BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_NAME = "__Host-session" if _https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _https else "csrf"
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_TLS_PROXY", True) else None
