"""Who gets what answer at which address: a row for each route of the URL resolver, a column for each role.

A new route without a row fails, and so does a row without a route; the failure prints the row to judge and paste.
The REST API asks for tokens, so a session opens nothing there; tests/credentials/test_api.py has its own roles.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from django_scopes import scope

from credentials.domain.achievement import create_achievement, publish_achievement
from credentials.domain.application import apply_for_achievement
from credentials.models import AchievementCredential
from issuers.domain.tokens import create_token
from issuers.models import AuditEvent, Membership, User
from jobs.domain.queue import drain
from jobs.models import Job, OutgoingMail
from learners.domain.assessing import claim_submission
from learners.domain.evidence_files import add_file
from learners.domain.submitting import open_criteria
from tests.credentials.public_helpers import publish
from tests.programme import Programme, award, hand_in, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# The columns, in this order. The learner is the one whose things the addresses name; the last two belong elsewhere.
ROLES = ("anonymous", "learner", "assessor", "registrar", "administrator", "other administrator", "other assessor")
Answers = tuple[int, ...]


def everybody(status: int) -> Answers:
    """The same answer for each role."""
    return (status,) * len(ROLES)


#                 anon learn asses regis admin o-adm o-ass
OWNER_ONLY = (302, 200, 404, 404, 404, 404, 404)
OWNER_ACTS = (302, 302, 404, 404, 404, 404, 404)
SIGNED_IN = (302, 200, 200, 200, 200, 200, 200)
ASSESSOR_OF_HERE = (302, 403, 200, 403, 403, 403, 404)
ASSESSOR_ACTS = (302, 403, 302, 403, 403, 403, 404)

TABLE: dict[tuple[str, str], Answers] = {
    # Everybody: the catalogue, and what a stranger may read
    ("GET", ""): (200, 302, 302, 302, 302, 302, 302),  # whoever is signed in is led on to their own room
    ("GET", "achievements/"): everybody(200),
    ("GET", "achievements/<uuid:achievement_uuid>/"): everybody(200),
    ("GET", "achievements/<uuid:achievement_uuid>.json"): everybody(200),
    ("GET", "achievements/<uuid:achievement_uuid>/versions/<int:number>/"): everybody(200),
    ("GET", "achievements/<uuid:achievement_uuid>/versions/<int:number>/image.png"): everybody(200),
    ("POST", "achievements/<uuid:achievement_uuid>/application/"): (
        302,
        422,
        302,
        302,
        302,
        302,
        302,
    ),  # 422: held already
    ("GET", "credentials/<uuid:uuid>/"): everybody(200),
    ("GET", "credentials/<uuid:uuid>.json"): everybody(200),
    ("GET", "credentials/<uuid:uuid>/credential.json"): everybody(200),
    ("GET", "credentials/<uuid:uuid>/certificate.pdf"): everybody(200),
    ("GET", "credentials/<uuid:uuid>/badge.png"): everybody(200),
    ("POST", "credentials/<uuid:uuid>/"): everybody(405),
    ("GET", "issuers/<uuid:uuid>/"): everybody(200),
    ("GET", "issuers/<uuid:uuid>.json"): everybody(200),
    ("GET", "issuers/<uuid:uuid>/did.json"): everybody(200),
    ("GET", "status-lists/<uuid:uuid>/"): everybody(200),
    ("GET", "verify/"): everybody(200),
    ("POST", "verify/"): everybody(422),  # nothing was given to check
    ("GET", "docs/"): everybody(200),
    ("GET", "docs/<slug:name>/"): everybody(200),
    ("GET", "healthz/"): everybody(200),
    # The learner's own
    ("GET", "me/"): SIGNED_IN,
    ("GET", "me/credentials/<uuid:credential_uuid>/"): OWNER_ONLY,
    ("POST", "me/credentials/<uuid:credential_uuid>/publication/"): OWNER_ACTS,
    ("GET", "me/credentials/<uuid:credential_uuid>/certificate.pdf"): OWNER_ONLY,
    ("GET", "me/credentials/<uuid:credential_uuid>/badge.png"): OWNER_ONLY,
    ("GET", "me/credentials/<uuid:credential_uuid>/credential.json"): OWNER_ONLY,
    ("GET", "me/submissions/<uuid:submission_uuid>/"): OWNER_ONLY,
    ("POST", "me/submissions/<uuid:submission_uuid>/"): OWNER_ACTS,
    ("POST", "me/submissions/<uuid:submission_uuid>/texts/"): (403, 422, 404, 404, 404, 404, 404),
    ("POST", "me/submissions/<uuid:submission_uuid>/files/"): (403, 422, 404, 404, 404, 404, 404),
    ("GET", "me/submissions/<uuid:submission_uuid>/hand-in/"): OWNER_ONLY,
    ("POST", "me/submissions/<uuid:submission_uuid>/withdrawal/"): OWNER_ACTS,
    ("GET", "me/evidence/<uuid:evidence_uuid>/"): OWNER_ONLY,
    # For whom somebody works
    ("GET", "workplace/"): SIGNED_IN,
    ("POST", "workplace/"): (302, 404, 404, 404, 404, 404, 404),  # no institution of theirs was named
    # The assessors' room
    ("GET", "assess/"): (302, 403, 200, 403, 403, 403, 200),
    ("POST", "assess/submissions/<uuid:submission_uuid>/claim/"): ASSESSOR_ACTS,
    ("GET", "assess/reviews/<uuid:assessment_uuid>/"): ASSESSOR_OF_HERE,
    ("POST", "assess/reviews/<uuid:assessment_uuid>/"): ASSESSOR_ACTS,
    ("POST", "assess/reviews/<uuid:assessment_uuid>/marks/"): (302, 403, 422, 403, 403, 403, 404),
    ("POST", "assess/reviews/<uuid:assessment_uuid>/release/"): ASSESSOR_ACTS,
    ("GET", "assess/evidence/<uuid:evidence_uuid>/"): ASSESSOR_OF_HERE,
    # The web admin's front door; what lies behind is generated below
    ("GET", "admin/"): (302, 403, 403, 200, 200, 200, 403),
    # Shown only where DEBUG is on
    ("GET", "design/"): everybody(404),
    # The API: a session is no token
    ("GET", "api/v1/transcripts/"): everybody(401),
    ("GET", "api/v1/transcripts/<uuid:uuid>/"): everybody(401),
    ("POST", "api/v1/verify"): everybody(200),
    ("GET", "api/v1/openapi.json"): everybody(200),
}

# Groups with rows of their own below: made by packages, and many.
GROUPS = ("accounts/", "admin/")
# What allauth shows to somebody not signed in; all else under accounts/ sends them to the sign-in page or away.
OPEN_ACCOUNTS = {
    "accounts/login/",
    "accounts/signup/",
    "accounts/inactive/",
    "accounts/password/reset/",
    "accounts/password/reset/done/",
    "accounts/password/reset/key/done/",
}


def routes() -> Iterator[str]:
    """Yield each route of the site as its pattern reads."""

    def walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, before + str(pattern.pattern))
            else:
                yield before + str(pattern.pattern)

    yield from walk(get_resolver().url_patterns, "")


@dataclass
class World:
    """One institution with something at each step of the path, another one, and a signed-in client for each role."""

    clients: dict[str, Client]
    names: dict[str, Callable[[str], Any]]

    def address(self, route: str) -> str:
        """Return the route with its arguments filled in by things of the learner's institution."""
        path = "/" + route
        for argument, choose in self.names.items():
            if argument in path:
                path = path.replace(argument, str(choose(route)))
        return path


@pytest.fixture
def world() -> World:
    here, there = make_programme(), make_programme("Northern Academy", host="north.example")
    award(here)
    drain()
    with scope(issuer=here.issuer):
        credential = AchievementCredential.objects.get()
        publish(credential)
    waiting = hand_in(another_badge(here, "Listening")).submission
    reviewed, evidence = with_file(another_badge(here, "Leading"))
    draft = draft_of(another_badge(here, "Learning"))
    with scope(issuer=here.issuer):
        assessment = claim_submission(reviewed, acting_user=here.assessor)
        token, _secret = create_token(
            here.issuer,
            name="Student system",
            scopes=["records:read"],
            expires_at=timezone.now() + timedelta(days=30),
            acting_user=here.administrator,
        )
        own = {  # by the admin's name of the model
            "achievement": here.achievement.id,
            "achievementcredential": credential.id,
            "apitoken": token.id,
            "auditevent": AuditEvent.objects.filter(issuer=here.issuer).earliest("sequence").id,
            "learner": credential.learner_id,
            "membership": Membership.objects.filter(issuer=here.issuer).earliest("id").id,
            "rubric": here.rubric.id,
            "submission": reviewed.id,
        }
    job = Job.objects.filter(issuer_uuid=here.issuer.uuid).earliest("id")
    mail = OutgoingMail.objects.filter(issuer_uuid=here.issuer.uuid).earliest("id")
    people: dict[str, User | None] = {
        "anonymous": None,
        "learner": here.learner_user,
        "assessor": here.assessor,
        "registrar": here.registrar,
        "administrator": here.administrator,
        "other administrator": there.administrator,
        "other assessor": there.assessor,
    }
    things = {
        "<uuid:achievement_uuid>": lambda route: here.achievement.uuid,
        "<int:number>": lambda route: 1,
        "<uuid:credential_uuid>": lambda route: credential.uuid,
        "<uuid:submission_uuid>": lambda route: waiting.uuid if route.startswith("assess/") else draft.uuid,
        "<uuid:assessment_uuid>": lambda route: assessment.uuid,
        "<uuid:evidence_uuid>": lambda route: evidence.uuid,
        "<int:object_id>": lambda route: own[route.split("/")[2]],
        "<path:object_id>": lambda route: own[route.split("/")[2]],
        "<uuid:job>": lambda route: job.uuid,
        "<uuid:mail>": lambda route: mail.uuid,
        "<slug:name>": lambda route: "employer",
        "<uuid:uuid>": lambda route: {
            "credentials": credential.uuid,
            "issuers": here.issuer.uuid,
            "status-lists": credential.status_list.uuid,
            "api": credential.learner.uuid,
        }[route.partition("/")[0]],
    }
    clients: dict[str, Client] = {}
    for role, user in people.items():
        clients[role] = Client()
        if user:
            clients[role].force_login(user)
    return World(clients, things)


def another_badge(programme: Programme, name: str) -> Programme:
    """Return the programme with one more published badge on the same rubric, as its badge."""
    with scope(issuer=programme.issuer):
        achievement = create_achievement(
            programme.issuer,
            rubric=programme.rubric,
            name=name,
            description="Works with others.",
            criteria_narrative="Hand in evidence.",
            acting_user=programme.administrator,
        )
        publish_achievement(achievement, acting_user=programme.administrator)
        achievement.refresh_from_db()
    return replace(programme, achievement=achievement)


def draft_of(programme: Programme) -> Any:
    """Return an open submission of the learner with a file in it."""
    with scope(issuer=programme.issuer):
        return apply_for_achievement(programme.achievement, acting_user=programme.learner_user).submission


def with_file(programme: Programme) -> tuple[Any, Any]:
    """Return a submission that was handed in, and the file that is evidence in it."""
    draft = draft_of(programme)
    with scope(issuer=programme.issuer):
        evidence = add_file(
            draft,
            criterion_uuid=open_criteria(draft)[0].uuid,
            file=SimpleUploadedFile("notes.txt", b"What I did.", "text/plain"),
            acting_user=programme.learner_user,
        )
    return hand_in(programme).submission, evidence


def answers(world: World, method: str, route: str) -> Answers:
    """Return what each role is answered; whatever a request changed is taken back."""
    found = []
    for client in world.clients.values():
        with transaction.atomic():
            options = {"content_type": "application/json"} if route.startswith("api/") and method == "POST" else {}
            data = '{"credential": "x"}' if options else {}
            headers = {"Accept": "application/json"} if route.endswith(("/texts/", "/files/")) else None
            send = getattr(client, method.lower())
            found.append(send(world.address(route), data, headers=headers, **options).status_code)
            transaction.set_rollback(True)
    return tuple(found)


def test_every_route_has_a_row_and_every_row_a_route(world):
    known = set(routes())
    ours = {route for route in known if not route.startswith(GROUPS)}
    judged = {route for _, route in TABLE}
    missing = [f'("GET", "{route}"): {answers(world, "GET", route)},' for route in sorted(ours - judged)]
    assert not missing, "Judge these rows and add them:\n" + "\n".join(missing)
    assert sorted(judged - known) == []


def test_every_route_answers_each_role_as_the_table_says(world):
    wrong = []
    for (method, route), expected in TABLE.items():
        found = answers(world, method, route)
        wrong += [
            f"{method} /{route} as {role}: {is_now} instead of {should_be}"
            for role, is_now, should_be in zip(ROLES, found, expected, strict=True)
            if is_now != should_be
        ]
    assert not wrong, "\n".join(wrong)


def test_the_pages_of_an_account_want_a_signed_in_person(world):
    stranger = world.clients["anonymous"]
    shown = {
        route
        for route in routes()
        if route.startswith("accounts/") and "<" not in route and stranger.get("/" + route).status_code == 200
    }
    assert shown == OPEN_ACCOUNTS


def admin_routes() -> list[str]:
    """Return the routes of the web admin, but for the doors in and out and the catch-all behind them."""
    doors = ("admin/login/", "admin/logout/", "admin/(", "admin/^")
    return [route for route in routes() if route.startswith("admin/") and not route.startswith(doors)]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_whole_admin_is_closed_to_those_without_a_role_in_it(world, method):
    wrong = []
    for route in admin_routes():
        found = dict(zip(ROLES, answers(world, method, route), strict=True))
        for role, allowed in (
            ("anonymous", (302,)),
            ("learner", (403,)),
            ("assessor", (403,)),
            ("other assessor", (403,)),
        ):
            if found[role] not in allowed:
                wrong.append(f"{method} /{route} as {role}: {found[role]} instead of {allowed[0]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_one_institutions_things_do_not_exist_in_anothers_admin(world, method):
    """Whatever is answered for a thing of another institution is answered for a thing that is none at all."""
    nobody = "00000000-0000-4000-8000-000000000000"
    nothing = World({}, {name: (lambda route: 999_999) for name in world.names})
    nothing.names |= {name: (lambda route: nobody) for name in world.names if name.startswith("<uuid:")}
    stranger = world.clients["other administrator"]
    wrong = []
    for route in admin_routes():
        if "<" not in route:
            continue
        with transaction.atomic():
            send = getattr(stranger, method.lower())
            foreign, missing = send(world.address(route)), send(nothing.address(route))
            transaction.set_rollback(True)
        if foreign.status_code != missing.status_code or foreign.status_code not in (403, 404, 405):
            wrong.append(f"{method} /{route}: {foreign.status_code} for theirs, {missing.status_code} for none")
    assert not wrong, "\n".join(wrong)
