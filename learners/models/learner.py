"""An institution's record of a person."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from issuers.models import IssuerOwnedModel


class Learner(IssuerOwnedModel):
    """A person as one institution knows them; `user` is set once they have claimed the record by signing in."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="learner_records",
    )
    name = models.CharField(max_length=300)  # personal data
    email = models.EmailField("e-mail address", max_length=254)  # personal data
    student_number = models.CharField(max_length=60, blank=True, default="")  # personal data

    class Meta:
        constraints = [
            models.UniqueConstraint("issuer", Lower("email"), name="learner_email_once_per_issuer"),
            models.UniqueConstraint(fields=["issuer", "user"], name="learner_user_once_per_issuer"),
            models.UniqueConstraint(
                fields=["issuer", "student_number"],
                condition=~models.Q(student_number=""),
                name="learner_number_once_per_issuer",
            ),
        ]

    def __str__(self) -> str:
        return self.name
