"""Bearer tokens of the REST API (RFC 6750)."""

from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from issuers.domain.tokens import find_token
from issuers.models import ApiToken, User


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer <secret>`; the request's user is who made the token, `request.auth` the token."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """Return the token's user and the token; None without the header; raise AuthenticationFailed for a bad one."""
        header = get_authorization_header(request).split()
        if not header or header[0].lower() != b"bearer":
            return None
        token = find_token(header[1].decode("ascii", "replace")) if len(header) == 2 else None
        if token is None:
            raise AuthenticationFailed(_("This token is unknown, expired or revoked."))
        return token.created_by, token

    def authenticate_header(self, request: Request) -> str:
        """Name the scheme, so that a request without a token is answered 401 and not 403."""
        return 'Bearer realm="Laurel API"'
