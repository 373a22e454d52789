"""On whose behalf a page of the admin works, and what the person may do there."""

from django.http import HttpRequest

from issuers.models import Issuer


def institution(request: HttpRequest) -> Issuer:
    """Return the institution on whose behalf the person works here."""
    issuer: Issuer = request.membership.issuer  # type: ignore[attr-defined]
    return issuer


def may(request: HttpRequest, rule: str) -> bool:
    """Whether the person may do `rule` in the institution; asked once for each request."""
    answers: dict[str, bool] = request.__dict__.setdefault("admin_answers", {})
    if rule not in answers:
        answers[rule] = request.user.has_perm(rule, institution(request))
    return answers[rule]
