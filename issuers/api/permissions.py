"""What a token may do: the scope that the view asks for, and nothing when it asks for none."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from issuers.models import ApiToken

if TYPE_CHECKING:  # rest_framework.views reads the settings that name this module
    from rest_framework.views import APIView


class HasScope(BasePermission):
    """Grant a view with `required_scope` to tokens holding it. A view that names no scope is closed to all."""

    message = "This token lacks the scope for this request."

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether the token holds the view's scope."""
        required = getattr(view, "required_scope", None)
        token = request.auth
        return required is not None and isinstance(token, ApiToken) and required in token.scopes
