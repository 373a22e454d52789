"""What tests of the public pages share: a signed, published credential of a small programme."""

import json
from typing import Any

from django_scopes import scope

from credentials.domain.achievement import create_achievement, publish_achievement
from credentials.domain.award import award_credential
from credentials.domain.sign import sign_credential
from credentials.domain.status import publish_status_list
from credentials.models import AchievementCredential, StatusList
from jobs.domain.queue import drain
from learners.models import Learner
from tests.programme import Programme, award, make_programme


def make_credential(
    *, published: bool = True, rendered: bool = False, host: str = "harbour.example", name: str = "Harbour College"
) -> Any:
    """Return (programme, signed credential); `rendered` does every job, which takes a second for the certificate."""
    programme = make_programme(name, host=host)
    award(programme)
    with scope(issuer=programme.issuer):
        sign_credential(AchievementCredential.objects.get())
        publish_status_list(StatusList.objects.get())
    if rendered:
        drain()
    with scope(issuer=programme.issuer):
        credential = AchievementCredential.objects.select_related("issuer", "version", "learner").get()
        if published:
            publish(credential)
    return programme, credential


def publish(credential: AchievementCredential) -> None:
    """Make it public, as its holder would."""
    AchievementCredential.objects.filter(id=credential.id).update(published_at=credential.awarded_at)
    credential.refresh_from_db()


def document_of(credential: AchievementCredential) -> dict[str, Any]:
    """Return the signed document as a fresh object to play with."""
    return dict(json.loads(credential.document))


def award_more(programme: Programme, count: int) -> None:
    """Award `count` more badges on the same rubric to the programme's learner."""
    with scope(issuer=programme.issuer):
        learner = Learner.objects.get(user=programme.learner_user)
        first = AchievementCredential.objects.filter(learner=learner).first()
        assert first is not None
        for number in range(count):
            achievement = create_achievement(
                programme.issuer,
                rubric=programme.rubric,
                name=f"Teamwork {number + 2}",
                description="Works with others.",
                criteria_narrative="Hand in evidence.",
                acting_user=programme.administrator,
            )
            version = publish_achievement(achievement, acting_user=programme.administrator)
            url = f"http://localhost:8000/achievements/{achievement.uuid}/versions/1/"
            award_credential(
                learner=learner,
                version=version,
                results=[
                    {
                        "criterion": f"{url}#criterion-{criterion.uuid}",
                        "level": f"{url}#level-{criterion.levels.get(position=2).uuid}",
                        "comment": "",
                    }
                    for criterion in programme.rubric.criteria.all()
                ],
                application=None,
                acting_user=programme.administrator,
            )
