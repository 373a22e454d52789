"""News that the credentials app hears: sent inside the transaction of the act, so both happen or neither."""

from django.dispatch import Signal

# Arguments: submission, assessment, outcome (rubrics.standards.decision.Outcome), acting_user
assessment_decided = Signal()

# Arguments: submission, acting_user
submission_withdrawn = Signal()
