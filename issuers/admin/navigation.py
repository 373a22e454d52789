"""The sidebar: what the person's role has to do here, in the order of the work."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from issuers.admin.asking import may

# (title, icon, name of the address, rule)
GROUPS: list[tuple[str, list[tuple[str, str, str, str]]]] = [
    ("", [("Dashboard", "home", "index", "issuers.enter_admin")]),
    (
        "Programme",
        [
            ("Rubrics", "rubric", "rubrics_rubric_changelist", "rubrics.view"),
            ("Badges", "badge", "credentials_achievement_changelist", "credentials.view_achievements"),
        ],
    ),
    (
        "Records",
        [
            ("Learners", "users", "learners_learner_changelist", "learners.see_learners"),
            ("Submissions", "inbox", "learners_submission_changelist", "learners.see_submissions"),
            (
                "Credentials",
                "shield",
                "credentials_achievementcredential_changelist",
                "credentials.view_credentials",
            ),
        ],
    ),
    (
        "Institution",
        [
            ("Settings", "institution", "institution", "issuers.change_issuer"),
            ("Members", "user", "issuers_membership_changelist", "issuers.manage_members"),
            ("API tokens", "key", "issuers_apitoken_changelist", "issuers.manage_tokens"),
            ("Failed work", "alert", "work", "issuers.manage_jobs"),
            ("Audit log", "list", "issuers_auditevent_changelist", "issuers.view_audit"),
        ],
    ),
]


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the groups and items of the sidebar that the person may open."""
    groups = []
    for title, items in GROUPS:
        shown = []
        for label, icon, name, rule in items:
            if not may(request, rule):
                continue
            link = reverse(f"admin:{name}")
            here = request.path == link if name == "index" else request.path.startswith(link)
            shown.append({"title": label, "icon": icon, "link": link, "here": here})
        if shown:
            groups.append({"title": title, "items": shown})
    return groups
