"""The web admin's frame, and the sections about the institution itself. Importing it registers them."""

from issuers.admin import audit, institution, members, tokens, work

__all__ = ["audit", "institution", "members", "tokens", "work"]
