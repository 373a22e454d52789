"""Errors that a user may read. Each has a stable `code` beside its sentence."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a draft from being published: the sentence, and the place that a page can lead to."""

    sentence: str
    place: str = ""

    def __str__(self) -> str:
        return self.sentence


class DomainError(Exception):
    """What was asked can't be done. Each of `sentences` says what is wrong and what to do; `field` names the input.

    Defined in the lowest app with people in it, so that page, admin and API show every app's errors alike.
    """

    code = "refused"

    def __init__(self, *sentences: str, code: str | None = None, field: str | None = None) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences
        if code:
            self.code = code
        self.field = field


class Conflict(DomainError):
    """Somebody else, or another tab, changed the same thing first."""

    code = "conflict"


class NotAllowed(DomainError, PermissionDenied):
    """The acting user may not do this; a page answers 403."""

    code = "not_allowed"
