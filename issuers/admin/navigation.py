"""The sidebar: what the person's role has to do here, in the order of the work."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from issuers.admin.base import may

# (title, icon, name of the address, rule)
GROUPS: list[tuple[str, list[tuple[str, str, str, str]]]] = [
    ("", [("Dashboard", "space_dashboard", "index", "issuers.enter_admin")]),
    (
        "Programme",
        [
            ("Rubrics", "grid_on", "rubrics_rubric_changelist", "rubrics.view"),
            ("Badges", "workspace_premium", "credentials_achievement_changelist", "credentials.view_achievements"),
        ],
    ),
    (
        "Records",
        [
            ("Learners", "school", "learners_learner_changelist", "learners.see_learners"),
            ("Submissions", "inventory_2", "learners_submission_changelist", "learners.see_submissions"),
            (
                "Credentials",
                "verified",
                "credentials_achievementcredential_changelist",
                "credentials.view_credentials",
            ),
        ],
    ),
    (
        "Institution",
        [
            ("Settings", "account_balance", "institution", "issuers.change_issuer"),
            ("Members", "group", "issuers_membership_changelist", "issuers.manage_members"),
            ("API tokens", "key", "issuers_apitoken_changelist", "issuers.manage_tokens"),
            ("Failed work", "running_with_errors", "work", "issuers.manage_jobs"),
            ("Audit log", "history", "issuers_auditevent_changelist", "issuers.view_audit"),
        ],
    ),
]


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the groups and items of the sidebar that the person may open."""
    groups = []
    for title, items in GROUPS:
        shown = [
            {"title": label, "icon": icon, "link": reverse(f"admin:{name}")}
            for label, icon, name, rule in items
            if may(request, rule)
        ]
        if shown:
            groups.append({"title": title, "items": shown})
    return groups


def stylesheet(request: HttpRequest) -> str:
    """Return the address of the admin's own style sheet."""
    from django.templatetags.static import static

    return static("css/admin.css")


def icon(request: HttpRequest) -> str:
    """Return the address of the product's mark."""
    from django.templatetags.static import static

    return static("icons/laurel.svg")
