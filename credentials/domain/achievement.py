"""Badges: drafted on a rubric, published as frozen versions, archived."""

import json
import uuid
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from credentials.domain.images import achievement_png, normalised_png
from credentials.enums import AchievementState
from credentials.models import Achievement, AchievementVersion
from credentials.queries import searchable
from credentials.standards import ob3
from issuers.domain.audit import record
from issuers.domain.keys import did_of
from issuers.exceptions import DomainError, Problem
from issuers.models import Issuer, User
from rubrics.enums import RubricState
from rubrics.models import Rubric


@transaction.atomic
def create_achievement(
    issuer: Issuer,
    *,
    rubric: Rubric,
    acting_user: User | None,
    image_upload: bytes | None = None,
    **details: Any,
) -> Achievement:
    """Make a draft badge on a rubric of the institution; `details` are fields of Achievement. Effects: row, audit.

    `image_upload` is an image as it was uploaded: it is re-encoded before it is kept (DomainError if it can't be).
    """
    achievement = Achievement(issuer=issuer, rubric=rubric, **details)
    if image_upload is not None:
        achievement.image = _image_file(image_upload)
    achievement.full_clean(exclude=["issuer"])
    achievement.save()
    record(
        issuer,
        "credentials.create_achievement",
        actor=acting_user,
        about=achievement,
        data={"name": achievement.name},
    )
    return achievement


@transaction.atomic
def change_achievement(
    achievement: Achievement,
    *,
    details: dict[str, Any],
    acting_user: User | None,
    image_upload: bytes | None = None,
    remove_image: bool = False,
) -> Achievement:
    """Change the draft of a badge; `details` are fields of Achievement. Published versions stay as they are.

    `image_upload` replaces the image (re-encoded first), `remove_image` goes back to the drawn one. Raises DomainError
    for an image that can't be read, ValidationError for a value that a field doesn't take.
    Effects: row, the old image's file (removed after the commit), audit entry.
    """
    achievement = (
        Achievement.objects.select_for_update(of=("self",)).select_related("rubric", "issuer").get(id=achievement.id)
    )
    changed = sorted(name for name, value in details.items() if getattr(achievement, name) != value)
    for name in changed:
        setattr(achievement, name, details[name])
    old = str(achievement.image.name or "")
    if image_upload is not None or (remove_image and old):
        achievement.image = _image_file(image_upload) if image_upload is not None else ""
        changed.append("image")
    if not changed:
        return achievement
    achievement.full_clean(exclude=["issuer"])
    achievement.save()
    if "image" in changed and old:
        storage = achievement.image.storage
        transaction.on_commit(lambda: storage.delete(old))
    record(
        achievement.issuer,
        "credentials.change_achievement",
        actor=acting_user,
        about=achievement,
        data={"fields": changed},
    )
    return achievement


def _image_file(raw: bytes) -> "ContentFile[bytes]":
    return ContentFile(normalised_png(raw), name=f"{uuid.uuid4().hex}.png")


def differs_from_version(achievement: Achievement, version: AchievementVersion) -> bool:
    """Whether the draft says anything else than a version published from it: then learners don't see all of it."""
    document = json.loads(json.dumps(compose_achievement(achievement, version.number), cls=DjangoJSONEncoder))
    return (
        document != version.document
        or certificate_of(achievement) != version.certificate
        or achievement_png(achievement) != bytes(version.image_png)
        or achievement.is_listed != version.is_listed
        or achievement.validity_months != version.validity_months
        or achievement.workload_hours != version.workload_hours
        or achievement.level != version.level
    )


def certificate_of(achievement: Achievement) -> dict[str, str]:
    """Return what a version keeps of its certificate's look."""
    return {
        "layout": achievement.certificate_layout,
        "signatory_name": achievement.signatory_name,
        "signatory_title": achievement.signatory_title,
        "colour": achievement.colour,
        "accent_colour": achievement.accent_colour,
    }


def achievement_problems(achievement: Achievement) -> list[Problem]:
    """Return what keeps a badge from being published, each a sentence with its field; empty when it is ready."""
    problems = []
    if achievement.rubric.state != RubricState.PUBLISHED:
        sentence = f"The rubric “{achievement.rubric.title}” is not published: publish it first."
        problems.append(Problem(sentence, "rubric"))
    if not achievement.description.strip():
        problems.append(Problem("The badge has no description.", "description"))
    if not achievement.criteria_narrative.strip():
        problems.append(Problem("The badge has no criteria: say what it takes to earn it.", "criteria_narrative"))
    if achievement.image and not achievement.image_alt.strip():
        problems.append(Problem("Describe the badge's image in words, for people who can't see it.", "image_alt"))
    return problems


@transaction.atomic
def publish_achievement(achievement: Achievement, *, acting_user: User | None) -> AchievementVersion:
    """Freeze the badge as its next version; learners who apply from now on get this one.

    Raises DomainError with every problem of `achievement_problems`. Effects: version row with the composed OB 3.0
    Achievement and the image's bytes, state, audit entry.
    """
    achievement = (
        Achievement.objects.select_for_update(of=("self",)).select_related("rubric", "issuer").get(id=achievement.id)
    )
    problems = achievement_problems(achievement)
    if problems:
        raise DomainError(*(str(problem) for problem in problems), code="achievement_not_ready")
    number = (achievement.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    document = compose_achievement(achievement, number)
    version = AchievementVersion.objects.create(
        issuer=achievement.issuer,
        achievement=achievement,
        number=number,
        rubric=achievement.rubric,
        name=achievement.name,
        document=document,
        certificate=certificate_of(achievement),
        image_png=achievement_png(achievement),
        validity_months=achievement.validity_months,
        workload_hours=achievement.workload_hours,
        level=achievement.level,
        is_listed=achievement.is_listed,
        search_text=searchable(
            achievement.name,
            achievement.description,
            achievement.issuer.name,
            *achievement.tags,
            *(result["name"] for result in document.get("resultDescription", [])),
        ),
        published_at=timezone.now(),
    )
    achievement.state = AchievementState.PUBLISHED
    achievement.save(update_fields=["state", "updated_at"])
    record(
        achievement.issuer,
        "credentials.publish_achievement",
        actor=acting_user,
        about=achievement,
        data={"version": number},
    )
    return version


def issuer_profile(issuer: Issuer) -> ob3.Profile:
    """Return the institution as the OB 3.0 Profile that its credentials name."""
    return ob3.Profile(
        id=did_of(issuer),
        name=issuer.name,
        url=issuer.url or issuer.public_url,
        email=issuer.email or None,
        description=issuer.description or None,
        image=None,
    )


def compose_achievement(achievement: Achievement, number: int) -> dict[str, Any]:
    """Return the OB 3.0 Achievement of a badge as version `number`: a result description for each sub-competency."""
    base = f"{settings.PUBLIC_BASE_URL}{achievement.get_absolute_url()}"
    version_url = f"{base}versions/{number}/"
    criteria = []
    for criterion in achievement.rubric.criteria.prefetch_related("levels"):
        levels = tuple(
            ob3.Level(
                id=f"{version_url}#level-{level.uuid}",
                name=level.name,
                description=level.description,
                points=Decimal(level.points),
                position=level.position,
            )
            for level in criterion.levels.all()
        )
        criteria.append(
            ob3.Criterion(
                id=f"{version_url}#criterion-{criterion.uuid}",
                name=criterion.name,
                description=criterion.description,
                levels=levels,
                required_level_id=levels[criterion.required_level - 1].id,
                alignments=(),
            )
        )
    return ob3.achievement_document(
        ob3.AchievementFacts(
            id=base,
            name=achievement.name,
            description=achievement.description,
            criteria_narrative=achievement.criteria_narrative,
            image_id=f"{version_url}image.png",
            image_caption=achievement.image_alt or f"Badge: {achievement.name}",
            achievement_type=achievement.achievement_type,
            version=str(number),
            language=achievement.language,
            tags=tuple(achievement.tags),
            credits_available=achievement.credits_available,
            field_of_study=None,
            criteria=tuple(criteria),
            creator=issuer_profile(achievement.issuer),
        )
    )


@transaction.atomic
def archive_achievement(achievement: Achievement, *, acting_user: User | None) -> Achievement:
    """Take a badge out of the catalogue; credentials and submissions under way keep their version. Idempotent."""
    achievement = Achievement.objects.select_for_update(of=("self",)).select_related("issuer").get(id=achievement.id)
    if achievement.state == AchievementState.ARCHIVED:
        return achievement
    achievement.state = AchievementState.ARCHIVED
    achievement.save(update_fields=["state", "updated_at"])
    record(achievement.issuer, "credentials.archive_achievement", actor=acting_user, about=achievement)
    return achievement
