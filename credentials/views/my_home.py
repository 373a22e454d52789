"""The learner's first page: what to do next, and what is earned."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from credentials.queries import listed_versions, own_credentials, own_open_applications
from learners.enums import SubmissionState
from learners.scoping import as_learner

SUGGESTED = 3


@require_safe
@as_learner
def my_home(request: HttpRequest) -> HttpResponse:
    """List what is under way, what to do first on top, and the earned badges; suggest some when there is nothing."""
    applications = own_open_applications(request.user)  # type: ignore[arg-type]
    credentials = list(own_credentials(request.user))  # type: ignore[arg-type]
    waiting = {SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW}
    return render(
        request,
        "me/home.html",
        {
            "to_do": [each for each in applications if each.submission.state not in waiting],
            "waiting": [each for each in applications if each.submission.state in waiting],
            "credentials": credentials,
            "suggested": [] if applications or credentials else list(listed_versions()[:SUGGESTED]),
        },
    )
