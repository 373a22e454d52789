"""The first page of the admin: what is to do, where the work stands, what was awarded last."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from credentials.enums import AchievementState
from credentials.models import Achievement, AchievementCredential
from issuers.admin.base import institution, may, page, site
from issuers.enums import Role
from issuers.models import Membership
from jobs.models import Job, JobState, MailState, OutgoingMail
from learners.enums import SubmissionState
from learners.models import Submission
from rubrics.enums import RubricState
from rubrics.models import Rubric


@dataclass(frozen=True)
class Step:
    """One line of the first-run list."""

    title: str
    help: str
    done: bool
    link: str


def dashboard(request: HttpRequest) -> HttpResponse:
    """Show the institution's day."""
    issuer = institution(request)
    sees_records = may(request, "credentials.view_credentials")
    steps = first_steps(request)
    context: dict[str, Any] = {
        "issuer": issuer,
        "steps": steps,
        "steps_done": sum(1 for step in steps if step.done),
        "flow": flow(request),
        "is_index": True,
    }
    if sees_records:
        month = timezone.now() - timedelta(days=30)
        credentials = AchievementCredential.objects.all()
        context |= {
            "latest": credentials.select_related("version").order_by("-awarded_at", "-id")[:8],
            "awards_month": credentials.filter(awarded_at__gte=month, revoked_at=None).count(),
        }
    if may(request, "issuers.manage_jobs"):
        context["failed"] = (
            Job.objects.filter(issuer_uuid=issuer.uuid, state=JobState.BURIED).count()
            + OutgoingMail.objects.filter(
                issuer_uuid=issuer.uuid, state__in=[MailState.UNKNOWN, MailState.FAILED]
            ).count()
        )
    return page(request, "admin/laurel/dashboard.html", issuer.name, context)


def flow(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the steps of the path with how many stand at each, and their share of the highest, in per cent."""
    counts = dict(
        Submission.objects.order_by().values_list("state").annotate(number=Count("id")).values_list("state", "number")
    )
    awarded = AchievementCredential.objects.filter(revoked_at=None).count()
    sees = may(request, "learners.see_submissions")
    base = reverse("admin:learners_submission_changelist") if sees else ""
    bars: list[dict[str, Any]] = [
        {"name": name, "count": counts.get(state, 0), "link": f"{base}?state__exact={state}" if sees else ""}
        for name, state in [
            ("Being prepared", SubmissionState.DRAFT),
            ("Waiting for review", SubmissionState.SUBMITTED),
            ("In review", SubmissionState.IN_REVIEW),
            ("Returned to the learner", SubmissionState.RETURNED),
        ]
    ]
    link = reverse("admin:credentials_achievementcredential_changelist")
    bars.append({"name": "Awarded", "count": awarded, "link": link if sees else ""})
    most = max((bar["count"] for bar in bars), default=0)
    for bar in bars:
        bar["share"] = round(100 * bar["count"] / most) if most else 0
    return bars


def first_steps(request: HttpRequest) -> list[Step]:
    """Return what a new institution does once, in order, each with whether it is done."""
    issuer = institution(request)
    rubrics = set(Rubric.objects.order_by().values_list("state", flat=True).distinct())
    badges = set(Achievement.objects.order_by().values_list("state", flat=True).distinct())
    has_assessor = Membership.objects.filter(
        issuer=issuer, is_active=True, role__in=[Role.ASSESSOR, Role.MODERATOR]
    ).exists()
    badge_list = reverse("admin:credentials_achievement_changelist")
    all_steps = [
        (
            "issuers.change_issuer",
            Step(
                "Describe the institution",
                "Name, web site and contact stand in every credential.",
                bool(issuer.description and issuer.url and issuer.email),
                reverse("admin:institution"),
            ),
        ),
        (
            "rubrics.change",
            Step(
                "Write a rubric",
                "Sub-competencies, their levels, and the rule to pass.",
                bool(rubrics),
                reverse("admin:rubrics_rubric_add"),
            ),
        ),
        (
            "rubrics.publish",
            Step(
                "Publish the rubric",
                "From then on that version never changes.",
                RubricState.PUBLISHED in rubrics,
                reverse("admin:rubrics_rubric_changelist"),
            ),
        ),
        (
            "credentials.change_achievement",
            Step(
                "Define a badge on it",
                "Name, image, criteria, certificate.",
                bool(badges),
                reverse("admin:credentials_achievement_add"),
            ),
        ),
        (
            "credentials.publish_achievement",
            Step(
                "Publish the badge",
                "It appears in the public catalogue.",
                AchievementState.PUBLISHED in badges,
                badge_list,
            ),
        ),
        (
            "issuers.manage_members",
            Step(
                "Add an assessor",
                "Who judges what learners hand in.",
                has_assessor,
                reverse("admin:issuers_membership_add"),
            ),
        ),
        (
            "credentials.view_credentials",
            Step(
                "See the first award",
                "A learner hands in, an assessor decides: the credential follows by itself.",
                AchievementCredential.objects.exists(),
                reverse("admin:credentials_achievementcredential_changelist"),
            ),
        ),
    ]
    return [step for rule, step in all_steps if may(request, rule)]


site.index_view = dashboard
