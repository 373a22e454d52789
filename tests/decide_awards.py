"""Decide submissions one at a time in a running stack, for the bench of the path.

`python -m tests.decide_awards COUNT`, with the stack's environment, prepares COUNT marked submissions and prints a
JSON list of the learners' addresses. Then, for each line on stdin, it makes one decision and prints
`{"decided": seconds since the epoch, "credential": uuid, "session": session key of the learner}`.
"""

import json
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django_scopes import scope  # noqa: E402

from learners.domain.assessing import claim_submission, finish_assessment, save_mark  # noqa: E402
from learners.domain.submitting import open_criteria  # noqa: E402
from tests.programme import hand_in, make_programme, make_user  # noqa: E402


def main(count: int) -> None:
    """Prepare everything, then decide at each line."""
    programme = make_programme()
    prepared = []
    for number in range(count):
        user = make_user(f"learner{number}@harbour.example", f"Learner Number {number}")
        application = hand_in(programme, user=user)
        with scope(issuer=programme.issuer):
            assessment = claim_submission(application.submission, acting_user=programme.assessor)
            for criterion in open_criteria(assessment.submission):
                save_mark(
                    assessment,
                    criterion_uuid=criterion.uuid,
                    level_uuid=criterion.levels.get(position=2).uuid,
                    comment="Shown twice, in two settings.",
                    seen_version=None,
                    acting_user=programme.assessor,
                )
        client = Client()
        client.force_login(user)
        prepared.append((user, application, assessment, client.cookies[settings.SESSION_COOKIE_NAME].value))
    print(json.dumps([user.email for user, *_ in prepared]), flush=True)

    for (_, application, assessment, session), _ in zip(prepared, sys.stdin, strict=False):
        with scope(issuer=programme.issuer):
            decided = time.time()
            finish_assessment(assessment, message="Well done.", acting_user=programme.assessor)
            application.refresh_from_db()
            told = {"decided": decided, "credential": str(application.credential.uuid), "session": session}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
