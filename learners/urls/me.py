"""The learner's addresses that have to do with submissions, under /me/."""

from django.urls import path

from learners.views import my_draft, my_evidence, my_submission

urlpatterns = [
    path("submissions/<uuid:submission_uuid>/", my_submission.my_submission, name="my-submission"),
    path("submissions/<uuid:submission_uuid>/texts/", my_draft.texts, name="my-submission-texts"),
    path("submissions/<uuid:submission_uuid>/files/", my_draft.files, name="my-submission-files"),
    path("submissions/<uuid:submission_uuid>/hand-in/", my_submission.hand_in, name="my-hand-in"),
    path("submissions/<uuid:submission_uuid>/withdrawal/", my_submission.withdrawal, name="my-withdrawal"),
    path("evidence/<uuid:evidence_uuid>/", my_evidence.my_evidence, name="my-evidence"),
]
