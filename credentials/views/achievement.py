"""A badge's page for everybody, its frozen versions, their pictures, and the way to apply."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scope

from credentials.domain.application import apply_for_achievement
from credentials.enums import AchievementState
from credentials.models import Achievement, AchievementVersion
from credentials.queries import public_achievement, standing_of, version_of
from credentials.standards.ob3 import CONTEXTS
from credentials.views.documents import document, json_document
from issuers.exceptions import DomainError
from rubrics.models import Rubric
from rubrics.queries import rule_of, with_grid
from rubrics.standards.decision import rule_sentence

JSON_LD = "application/ld+json"


def _find(achievement_uuid: uuid.UUID) -> Achievement:
    achievement = public_achievement(achievement_uuid)
    if achievement is None:
        raise Http404
    return achievement


def _version(achievement: Achievement, number: int | None) -> AchievementVersion:
    version = version_of(achievement, number)
    if version is None:
        raise Http404
    return version


@require_safe
def achievement_page(
    request: HttpRequest, achievement_uuid: uuid.UUID, number: int | None = None, *, as_json: bool = False
) -> HttpResponseBase:
    """Show a badge's newest version, or the one numbered; JSON-LD (OB 3.0 Achievement) for whoever asks for that."""
    achievement = _find(achievement_uuid)
    with scope(issuer=achievement.issuer):
        version = _version(achievement, number)
        if as_json or asks_for_json(request):
            return json_ld(request, {"@context": CONTEXTS, **version.document})
        response = _page(request, achievement, version, is_newest=number is None)
    patch_vary_headers(response, ["Accept"])
    return response


def _page(
    request: HttpRequest,
    achievement: Achievement,
    version: AchievementVersion,
    *,
    is_newest: bool,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    rubric = with_grid(Rubric.objects.filter(id=version.rubric_id)).get()
    newest = version if is_newest else _version(achievement, None)
    application, credential = standing_of(achievement, request.user)
    return render(
        request,
        "achievements/detail.html",
        {
            "achievement": achievement,
            "issuer": achievement.issuer,
            "version": version,
            "newest": newest,
            "document": version.document,
            "rubric": rubric,
            "rule": rule_sentence(rule_of(rubric)),
            "is_open": achievement.state == AchievementState.PUBLISHED and version == newest,
            "is_archived": achievement.state == AchievementState.ARCHIVED,
            "application": application,
            "credential": credential,
            "back": urlencode({"next": achievement.get_absolute_url()}),
            "problem": problem,
        },
        status=status,
    )


@require_safe
def version_image(request: HttpRequest, achievement_uuid: uuid.UUID, number: int) -> HttpResponseBase:
    """Hand out the picture of one version: the stored bytes, which never change."""
    achievement = _find(achievement_uuid)
    with scope(issuer=achievement.issuer):
        image = AchievementVersion.objects.filter(achievement=achievement, number=number)
        png = image.values_list("image_png", flat=True).first()
    if png is None:
        raise Http404
    return document(request, bytes(png), content_type="image/png", cache="public, max-age=31536000, immutable")


@require_POST
def apply(request: HttpRequest, achievement_uuid: uuid.UUID) -> HttpResponse:
    """Open the way through a badge and lead to it; somebody without an account signs up first and comes back here."""
    achievement = _find(achievement_uuid)
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_signup')}?{urlencode({'next': achievement.get_absolute_url()})}")
    with scope(issuer=achievement.issuer):
        try:
            application = apply_for_achievement(achievement, acting_user=request.user)
        except DomainError as error:
            version = _version(achievement, None)
            return _page(request, achievement, version, is_newest=True, problem=str(error), status=422)
    messages.success(
        request, "Your way is open. What you write is saved as you type; nobody reads it until you hand it in."
    )
    return redirect("my-submission", submission_uuid=application.submission.uuid)


def asks_for_json(request: HttpRequest) -> bool:
    """Whether the request prefers JSON-LD to a page."""
    preferred = request.get_preferred_type(["text/html", JSON_LD, "application/json"])
    return preferred in (JSON_LD, "application/json")


def json_ld(request: HttpRequest, value: dict[str, Any]) -> HttpResponseBase:
    """Return a document as JSON-LD that any site may read and caches may keep for five minutes."""
    return json_document(request, value, content_type=JSON_LD, cache="public, max-age=300", negotiated=True)
