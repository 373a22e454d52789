"""Decide many submissions in a running stack: `python -m tests.make_awards COUNT`, with the stack's environment.

It stops after the decisions: signing, rendering and mailing are left to the stack's own worker.
"""

import sys

import django

django.setup()

from django_scopes import scope  # noqa: E402

from tests.programme import assess, hand_in, make_programme, make_user  # noqa: E402


def main(count: int) -> None:
    """Make one programme and decide `count` submissions of as many learners."""
    programme = make_programme(criteria=2)
    for number in range(count):
        user = make_user(f"learner{number}@harbour.example", f"Learner Number {number}")
        application = hand_in(programme, user=user)
        with scope(issuer=programme.issuer):
            assess(programme, application.submission, levels=[2, 3])
        print(number, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
