"""The shapes of the API's answers, for the schema and for writing them out."""

from typing import Any

from rest_framework import serializers

from credentials.enums import CredentialStatus, RevocationReason


class ProblemSerializer(serializers.Serializer[Any]):
    """An error (RFC 9457)."""

    type = serializers.CharField(help_text="Always about:blank.")
    status = serializers.IntegerField(help_text="The HTTP status again.")
    code = serializers.CharField(help_text="Stable: for programs to tell errors apart.")
    detail = serializers.CharField(help_text="A sentence for people.")


class TranscriptLearnerSerializer(serializers.Serializer[Any]):
    """Whose record it is."""

    uuid = serializers.UUIDField()
    name = serializers.CharField()
    student_number = serializers.CharField(help_text="Empty when the institution gave none.")


class TranscriptInstitutionSerializer(serializers.Serializer[Any]):
    """Whose register it is from."""

    uuid = serializers.UUIDField()
    name = serializers.CharField()


class TranscriptResultSerializer(serializers.Serializer[Any]):
    """The level reached in one sub-competency; positions count from 1, the lowest."""

    sub_competency = serializers.CharField()
    level = serializers.CharField(help_text="Name of the level reached.")
    level_position = serializers.IntegerField()
    levels = serializers.IntegerField(help_text="How many levels there are.")
    required_level = serializers.CharField(help_text="Name of the level that was required.")
    required_level_position = serializers.IntegerField()


class RevocationSerializer(serializers.Serializer[Any]):
    """When and why a credential was withdrawn."""

    at = serializers.DateTimeField()
    reason = serializers.ChoiceField(choices=RevocationReason.choices)


class TranscriptCredentialSerializer(serializers.Serializer[Any]):
    """One award."""

    uuid = serializers.UUIDField()
    number = serializers.CharField()
    badge = serializers.CharField()
    badge_uuid = serializers.UUIDField()
    version = serializers.IntegerField(help_text="Version of the badge that was earned.")
    awarded_at = serializers.DateTimeField()
    valid_until = serializers.DateTimeField(allow_null=True, help_text="Null: for ever.")
    status = serializers.ChoiceField(choices=CredentialStatus.choices)
    revocation = RevocationSerializer(allow_null=True)
    workload_hours = serializers.DecimalField(max_digits=6, decimal_places=1, allow_null=True)
    credits = serializers.DecimalField(max_digits=6, decimal_places=2, allow_null=True)
    level = serializers.CharField(help_text="Level of the badge in a framework such as EQF; may be empty.")
    results = TranscriptResultSerializer(many=True)


class TranscriptSerializer(serializers.Serializer[Any]):
    """A learner's record at one institution: every award, oldest first."""

    learner = TranscriptLearnerSerializer()
    institution = TranscriptInstitutionSerializer()
    credentials = TranscriptCredentialSerializer(many=True)


class CheckSerializer(serializers.Serializer[Any]):
    """One step of a check."""

    code = serializers.CharField()
    state = serializers.ChoiceField(choices=["pass", "fail", "unknown"])
    sentence = serializers.CharField()


class AnswerSerializer(serializers.Serializer[Any]):
    """One of the five questions of a reader, answered."""

    question = serializers.CharField()
    state = serializers.ChoiceField(choices=["pass", "fail", "unknown"])
    sentence = serializers.CharField()


class VerdictSerializer(serializers.Serializer[Any]):
    """What a credential is worth now. Unknown is not false: `verified` is true only when everything was checked."""

    verified = serializers.BooleanField()
    verdict = serializers.CharField(
        help_text="valid, expired, revoked, suspended, not_yet, unknown, not_genuine or unreadable."
    )
    sentence = serializers.CharField()
    checked_at = serializers.DateTimeField()
    answers = AnswerSerializer(many=True)
    checks = CheckSerializer(many=True)


class VerifyRequestSerializer(serializers.Serializer[Any]):
    """A credential (object), or text that names one: a link of this platform or a credential number."""

    credential = serializers.JSONField(help_text="The credential as an object, or a link or number as text.")
    email = serializers.CharField(required=False, help_text="Compared with the holder's salted hash; not kept.")
