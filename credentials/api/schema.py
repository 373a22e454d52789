"""The description of the API (OpenAPI 3.1), and what its generator can't find out by itself."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.permissions import AllowAny


class TokenScheme(OpenApiAuthenticationExtension):
    """Says that a token travels as `Authorization: Bearer …`."""

    target_class = "issuers.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """Return the OpenAPI security scheme."""
        return {"type": "http", "scheme": "bearer", "description": "A token made in the web admin, with its scopes."}


class SchemaView(SpectacularJSONAPIView):
    """The description itself: public, since it says nothing about anyone."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
