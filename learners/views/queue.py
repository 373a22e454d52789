"""The assessor's queue: what waits, what is mine, what I decided."""

import uuid
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from issuers.exceptions import Conflict
from issuers.models import Issuer
from issuers.scoping import in_workplace
from learners.domain.assessing import claim_submission
from learners.models import Submission
from learners.queries import claimed_by, decided_by, queue

PAGE = 50
TABS = {"waiting": "Waiting", "mine": "Mine", "decided": "Decided"}


@require_GET
@in_workplace("learners.enter_queue")
def queue_page(request: HttpRequest, issuer: Issuer) -> HttpResponse:
    """Show one tab of the queue, oldest first. `?badge=` narrows it; `?after=` is the key of the row before it."""
    tab = request.GET.get("tab", "waiting")
    if tab not in TABS:
        tab = "waiting"
    badge = request.GET.get("badge", "")
    waiting = queue(issuer, request.user)  # type: ignore[arg-type]
    mine = claimed_by(issuer, request.user)  # type: ignore[arg-type]
    decided = decided_by(issuer, request.user)  # type: ignore[arg-type]
    rows: QuerySet[Any] = {"waiting": waiting, "mine": mine, "decided": decided}[tab]
    if badge and tab == "waiting":
        rows = rows.filter(title=badge)
    if tab == "waiting":
        rows = after_key(rows, request.GET.get("after", ""))
    shown = list(rows[: PAGE + 1])
    following = shown[PAGE - 1] if len(shown) > PAGE and tab == "waiting" else None
    counts = {"waiting": waiting.count(), "mine": mine.count(), "decided": decided.count()}
    return render(
        request,
        "assess/queue.html",
        {
            "issuer": issuer,
            "tab": tab,
            "tabs": [
                {"url": f"?tab={key}", "label": label, "count": counts[key], "current": key == tab}
                for key, label in TABS.items()
            ],
            "rows": shown[:PAGE],
            "next_url": f"?{urlencode({'badge': badge, 'after': key_of(following)})}" if following else "",
            "badge": badge,
            "badges": list(waiting.order_by("title").values_list("title", flat=True).distinct()),
        },
    )


def key_of(submission: Submission) -> str:
    """Return the key of a row: "<moment>~<id>"."""
    return f"{submission.submitted_at.isoformat() if submission.submitted_at else ''}~{submission.pk}"


def after_key(rows: "QuerySet[Submission]", key: str) -> "QuerySet[Submission]":
    """Return the rows behind the one named by `key` ("<moment>~<id>"); all of them for a key that can't be read."""
    text, _, row_id = key.partition("~")
    try:
        moment, number = datetime.fromisoformat(text), int(row_id)
    except ValueError:
        return rows
    if moment.tzinfo is None:
        return rows
    return rows.filter(submitted_at__gte=moment).exclude(submitted_at=moment, id__lte=number)


@require_POST
@in_workplace("learners.enter_queue")
def claim(request: HttpRequest, issuer: Issuer, submission_uuid: uuid.UUID) -> HttpResponse:
    """Take a waiting submission and open it; when somebody else was quicker, say who, in the queue."""
    submission = get_object_or_404(Submission.objects.filter(issuer=issuer), uuid=submission_uuid)
    try:
        assessment = claim_submission(submission, acting_user=request.user)  # type: ignore[arg-type]
    except Conflict as conflict:
        messages.warning(request, str(conflict))
        return redirect("assess-queue")
    return redirect("assess-review", assessment_uuid=assessment.uuid)
