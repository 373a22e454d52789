from .job import Job, JobState
from .mail import MailState, OutgoingMail

__all__ = ["Job", "JobState", "MailState", "OutgoingMail"]
