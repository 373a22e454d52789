"""The assessor's addresses, under /assess/."""

from django.urls import path

from learners.views import queue, review

urlpatterns = [
    path("", queue.queue_page, name="assess-queue"),
    path("submissions/<uuid:submission_uuid>/claim/", queue.claim, name="assess-claim"),
    path("reviews/<uuid:assessment_uuid>/", review.review, name="assess-review"),
    path("reviews/<uuid:assessment_uuid>/marks/", review.save, name="assess-save"),
    path("reviews/<uuid:assessment_uuid>/release/", review.release, name="assess-release"),
    path("evidence/<uuid:evidence_uuid>/", review.evidence_file, name="assess-evidence"),
]
