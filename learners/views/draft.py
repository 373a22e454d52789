"""The learner's page of one submission, put together: its rows, what is in them, what is wrong with them."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from learners.domain.evidence_files import ACCEPTED
from learners.domain.submitting import open_criteria
from learners.enums import SubmissionState
from learners.models import Assessment, Evidence, Mark, Submission
from learners.queries import by_criterion, current_marks, finished_reviews, own_submissions
from rubrics.enums import EvidenceKind
from rubrics.models import Rubric, RubricCriterion
from rubrics.queries import rule_of, with_grid
from rubrics.standards.decision import rule_sentence


@dataclass
class Row:
    """One sub-competency: what is handed in for it, what was judged, and what was typed but couldn't be kept.

    `text` and `url` stand in the inputs; `errors` has the names of the inputs: text, url, file. `text_elsewhere` is
    what another tab saved meanwhile, when that differs.
    """

    criterion: RubricCriterion
    is_open: bool
    mark: Mark | None
    pieces: list[Evidence]
    text: str = ""
    url: str = ""
    text_elsewhere: str | None = None
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """The place on the page."""
        return f"criterion-{self.criterion.uuid}"

    @property
    def is_filled(self) -> bool:
        """Whether there is something to judge."""
        return bool(self.pieces or self.text.strip())

    @property
    def links_and_files(self) -> list[Evidence]:
        """What is listed under the text."""
        return [piece for piece in self.pieces if piece.kind != EvidenceKind.TEXT]

    def _takes(self, kind: EvidenceKind) -> bool:
        return not self.criterion.evidence_kinds or kind in self.criterion.evidence_kinds

    @property
    def takes_text(self) -> bool:
        """Whether text is accepted; a text that is there already can always be seen and taken out."""
        return self._takes(EvidenceKind.TEXT) or bool(self.text)

    @property
    def takes_link(self) -> bool:
        """Whether links are accepted."""
        return self._takes(EvidenceKind.LINK)

    @property
    def takes_file(self) -> bool:
        """Whether files are accepted."""
        return self._takes(EvidenceKind.FILE)

    @property
    def is_unchanged(self) -> bool:
        """Whether a sub-competency that came back has nothing new yet."""
        return self.mark is not None and all(
            piece.added_in_round <= self.mark.assessment.round for piece in self.pieces
        )


@dataclass
class Round:
    """One decided round: the review with its marks, and what stood in it."""

    review: Assessment
    marks: list[tuple[Mark, list[Evidence]]]


def find_own(request: HttpRequest, submission_uuid: uuid.UUID) -> Submission:
    """Return the person's own submission, its rubric with the whole grid; anybody else's is as good as missing."""
    own = own_submissions(request.user)  # type: ignore[arg-type]
    submission = get_object_or_404(own, uuid=submission_uuid)
    submission.rubric = with_grid(Rubric.objects.filter(id=submission.rubric_id)).get()
    return submission


def as_uuid(text: str) -> uuid.UUID:
    """Return the id in a form's field; a random one, that exists nowhere, for nonsense."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


def rows_of(submission: Submission) -> list[Row]:
    """Return one row for each sub-competency, as saved."""
    marks = current_marks(submission)
    open_ids = {criterion.id for criterion in open_criteria(submission)} if submission.is_open else set()
    pieces = by_criterion(Evidence.objects.filter(submission=submission, removed_in_round=None))
    rows = []
    for criterion in submission.rubric.criteria.all():
        own = pieces.get(criterion.id, [])
        text = next((piece.text for piece in own if piece.kind == EvidenceKind.TEXT), "")
        rows.append(Row(criterion, criterion.id in open_ids, marks.get(criterion.id), own, text=text))
    return rows


def rounds_of(submission: Submission) -> list[Round]:
    """Return the decided rounds, newest first, with what was handed in for each sub-competency judged in them."""
    everything = by_criterion(Evidence.objects.filter(submission=submission))
    return [
        Round(
            review,
            [
                (mark, [piece for piece in everything.get(mark.criterion_id, []) if stood_in(piece, review.round)])
                for mark in review.marks.all()
            ],
        )
        for review in finished_reviews(submission)
    ]


def stood_in(piece: Evidence, round_number: int) -> bool:
    """Whether a piece was there when a round was handed in (the same as `evidence_in_round`, without a query)."""
    dropped = piece.removed_in_round
    return piece.added_in_round <= round_number and (dropped is None or dropped > round_number)


def draft_page(
    request: HttpRequest,
    submission: Submission,
    rows: list[Row],
    *,
    problems: list[tuple[str, str]] | None = None,
    restored: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Show the submission of `find_own`: an editor while it is open, a record afterwards.

    `rows` may carry what was typed; `problems` are (anchor on the page, sentence) for the summary on top.
    """
    to_fill = [row for row in rows if row.is_open]
    context: dict[str, Any] = {
        "submission": submission,
        "rubric": submission.rubric,
        "rule": rule_sentence(rule_of(submission.rubric)),
        "rows": rows,
        "wanted": len(to_fill),
        "filled": sum(1 for row in to_fill if row.is_filled),
        "problems": problems or [],
        "restored": restored,
        "rounds": rounds_of(submission),
        "accept": ",".join(sorted(ACCEPTED)),
        "file_limit": settings.EVIDENCE_FILE_LIMIT,
        "is_returned": submission.state == SubmissionState.RETURNED,
        "can_withdraw": submission.is_open or submission.state == SubmissionState.SUBMITTED,
    }
    template = "submissions/edit.html" if submission.is_open else "submissions/record.html"
    return render(request, template, context, status=status)
