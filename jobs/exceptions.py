"""Errors of durable work."""


class GiveUp(Exception):
    """Raised by a handler whose job can never succeed: it is buried for a person to look at, not tried again."""
