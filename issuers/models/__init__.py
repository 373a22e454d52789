from .audit import AuditEvent, AuditHead
from .base import IssuerOwnedModel, IssuerScopedManager
from .issuer import Issuer
from .key import SigningKey
from .membership import Membership
from .token import ApiToken
from .user import User

__all__ = [
    "ApiToken",
    "AuditEvent",
    "AuditHead",
    "Issuer",
    "IssuerOwnedModel",
    "IssuerScopedManager",
    "Membership",
    "SigningKey",
    "User",
]
