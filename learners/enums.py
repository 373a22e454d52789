"""Choices of the learners app."""

from django.db import models


class SubmissionState(models.TextChoices):
    DRAFT = "draft", "being prepared"
    SUBMITTED = "submitted", "waiting for review"
    IN_REVIEW = "in_review", "in review"
    RETURNED = "returned", "returned"
    PASSED = "passed", "passed"
    WITHDRAWN = "withdrawn", "withdrawn"


class AssessmentState(models.TextChoices):
    CLAIMED = "claimed", "being reviewed"
    FINISHED = "finished", "finished"
    RELEASED = "released", "given back to the queue"
