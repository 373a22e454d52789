"""A small programme for tests, made through the domain functions like everything else: nothing is faked."""

from dataclasses import dataclass

from django_scopes import scope

from credentials.domain.achievement import create_achievement, publish_achievement
from credentials.domain.application import apply_for_achievement
from credentials.models import Achievement, Application
from issuers.domain.issuer import add_member, create_issuer
from issuers.enums import Role
from issuers.models import Issuer, User
from learners.domain.assessing import claim_submission, finish_assessment, save_mark
from learners.domain.submitting import open_criteria, save_text, submit
from learners.models import Assessment, Submission
from rubrics.domain.authoring import CriterionDraft, LevelDraft, create_rubric, publish_rubric
from rubrics.models import Rubric


@dataclass
class Programme:
    """An institution with one published badge, and somebody for each role."""

    issuer: Issuer
    administrator: User
    assessor: User
    registrar: User
    learner_user: User
    rubric: Rubric
    achievement: Achievement


def make_user(email: str, name: str) -> User:
    """Make a person who can sign in with the password `correct horse battery`."""
    from allauth.account.models import EmailAddress

    user = User.objects.create_user(email, "correct horse battery", name=name)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def make_rubric(issuer: Issuer, administrator: User, *, title: str = "Teamwork", criteria: int = 3) -> Rubric:
    """Make and publish a rubric of `criteria` sub-competencies with three levels each; level 2 meets it."""
    names = ["Shares the work", "Listens", "Settles disagreement", "Keeps promises", "Gives feedback"]
    rubric = create_rubric(
        issuer,
        title=title,
        description="How somebody works with others towards one result.",
        criteria=[
            CriterionDraft(
                name=names[number % len(names)],
                description="Seen in a project with at least two others.",
                required_level=2,
                evidence_prompt="Describe one situation in about 200 words.",
                levels=[
                    LevelDraft("Beginning", f"Needs to be asked ({number}).", 1),
                    LevelDraft("Able", f"Does it without being asked ({number}).", 2),
                    LevelDraft("Strong", f"Helps others to do it too ({number}).", 3),
                ],
            )
            for number in range(criteria)
        ],
        acting_user=administrator,
    )
    return publish_rubric(rubric, acting_user=administrator)


def make_programme(name: str = "Harbour College", *, host: str = "harbour.example", criteria: int = 3) -> Programme:
    """Make an institution with a published badge and its people."""
    administrator = make_user(f"admin@{host}", "Ada Administrator")
    assessor = make_user(f"assessor@{host}", "Asa Assessor")
    registrar = make_user(f"registrar@{host}", "Rea Registrar")
    learner_user = make_user(f"learner@{host}", "Léa Lerner")
    issuer = create_issuer(
        name=name,
        acting_user=administrator,
        url=f"https://{host}/",
        email=f"badges@{host}",
        description="A college.",
    )
    add_member(issuer, user=administrator, role=Role.ADMINISTRATOR, acting_user=administrator)
    add_member(issuer, user=assessor, role=Role.ASSESSOR, acting_user=administrator)
    add_member(issuer, user=registrar, role=Role.REGISTRAR, acting_user=administrator)
    with scope(issuer=issuer):
        rubric = make_rubric(issuer, administrator, criteria=criteria)
        achievement = create_achievement(
            issuer,
            rubric=rubric,
            name="Teamwork",
            description="Works with others towards one result.",
            criteria_narrative="Hand in evidence for each sub-competency.",
            validity_months=36,
            workload_hours=25,
            tags=["teamwork", "collaboration"],
            signatory_name="Dr. Maud Rector",
            signatory_title="Rector",
            acting_user=administrator,
        )
        publish_achievement(achievement, acting_user=administrator)
        achievement.refresh_from_db()
    return Programme(issuer, administrator, assessor, registrar, learner_user, rubric, achievement)


def hand_in(programme: Programme, *, user: User | None = None) -> Application:
    """Apply and hand in a text for each sub-competency."""
    user = user or programme.learner_user
    with scope(issuer=programme.issuer):
        application = apply_for_achievement(programme.achievement, acting_user=user)
        submission = application.submission
        for criterion in open_criteria(submission):
            save_text(
                submission,
                criterion_uuid=criterion.uuid,
                text=f"What I did for {criterion.name}.",
                seen_version=None,
                acting_user=user,
            )
        submit(submission, acting_user=user)
        application.refresh_from_db()
    return application


def assess(programme: Programme, submission: Submission, *, levels: list[int]) -> Assessment:
    """Claim, mark the open sub-competencies with `levels` (positions) and decide."""
    with scope(issuer=programme.issuer):
        assessment = claim_submission(submission, acting_user=programme.assessor)
        for criterion, position in zip(open_criteria(assessment.submission), levels, strict=True):
            save_mark(
                assessment,
                criterion_uuid=criterion.uuid,
                level_uuid=criterion.levels.get(position=position).uuid,
                comment=f"Level {position} because of what you describe.",
                seen_version=None,
                acting_user=programme.assessor,
            )
        return finish_assessment(assessment, message="Thank you.", acting_user=programme.assessor)


def award(programme: Programme, *, user: User | None = None) -> Application:
    """Walk one learner from application to a passed submission; the jobs of the award wait in the table."""
    application = hand_in(programme, user=user)
    with scope(issuer=programme.issuer):
        assess(programme, application.submission, levels=[2] * programme.rubric.criteria.count())
        application.refresh_from_db()
    return application
