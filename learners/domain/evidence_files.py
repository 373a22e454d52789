"""Files handed in as evidence: checked before they are kept, stored under random names, hashed."""

import hashlib
import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from issuers.exceptions import DomainError
from issuers.models import User
from learners.domain.submitting import check_kind, check_room, lock_open_submission, open_criterion, touch
from learners.models import Evidence, Submission
from rubrics.enums import EvidenceKind

# What may be handed in: file ending -> (content type it is kept as, bytes it begins with).
# The first bytes filter mistakes; they are no proof, so every file is served as an attachment in a sandbox.
ACCEPTED: dict[str, tuple[str, tuple[bytes, ...]]] = {
    ".pdf": ("application/pdf", (b"%PDF-",)),
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".webp": ("image/webp", (b"RIFF",)),
    ".txt": ("text/plain", ()),
    ".md": ("text/plain", ()),
    ".csv": ("text/csv", ()),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (b"PK\x03\x04",)),
    ".pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", (b"PK\x03\x04",)),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (b"PK\x03\x04",)),
    ".odt": ("application/vnd.oasis.opendocument.text", (b"PK\x03\x04",)),
    ".mp3": ("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    ".m4a": ("audio/mp4", ()),
    ".wav": ("audio/wav", (b"RIFF",)),
    ".mp4": ("video/mp4", ()),
    ".webm": ("video/webm", (b"\x1a\x45\xdf\xa3",)),
}


def file_too_big(name: str) -> DomainError:
    """Return the error for a file over the limit; the web stops reading such a file, so nobody knows its size."""
    return DomainError(
        f"“{name}” has more than {settings.EVIDENCE_FILE_LIMIT // 1_048_576} MB, which is the most that can be "
        "handed in as one file. Shorten it, or add a link to it.",
        code="file_size",
        field="file",
    )


def check_file(name: str, size: int, head: bytes) -> str:
    """Return the content type to keep a file as; raise DomainError (field `file`) saying what is wrong with it.

    `size` is in bytes, `head` its first bytes.
    """
    ending = PurePosixPath(name.lower()).suffix
    if ending not in ACCEPTED:
        raise DomainError(
            f"“{name}” is of a kind that can't be handed in. Accepted: {', '.join(sorted(ACCEPTED))}.",
            code="file_type",
            field="file",
        )
    if size == 0:
        raise DomainError(f"“{name}” is empty.", code="file_empty", field="file")
    if size > settings.EVIDENCE_FILE_LIMIT:
        raise file_too_big(name)
    content_type, beginnings = ACCEPTED[ending]
    if beginnings and not head.startswith(beginnings):
        raise DomainError(
            f"“{name}” ends in {ending} but isn't such a file. Save it again in that format.",
            code="file_content",
            field="file",
        )
    if content_type.startswith("text/") and b"\0" in head:
        raise DomainError(f"“{name}” ends in {ending} but isn't text.", code="file_content", field="file")
    return content_type


@transaction.atomic
def add_file(
    submission: Submission, *, criterion_uuid: uuid.UUID, file: "UploadedFile[bytes]", acting_user: User
) -> Evidence:
    """Keep an uploaded file as evidence for one sub-competency.

    Raises DomainError (field `file`) for a wrong kind, size or content, before anything is stored.
    Effects: stored file, evidence row, the submission's version.
    """
    submission = lock_open_submission(submission)
    criterion = open_criterion(submission, criterion_uuid)
    check_kind(criterion, EvidenceKind.FILE)
    check_room(submission, criterion)
    name = PurePosixPath((file.name or "file").replace("\\", "/")).name[-255:]
    head = file.read(512)
    file.seek(0)
    content_type = check_file(name, file.size or 0, head)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    evidence = Evidence(
        issuer=submission.issuer,
        submission=submission,
        criterion=criterion,
        kind=EvidenceKind.FILE,
        added_in_round=submission.round,
        file_name=name,
        content_type=content_type,
        size=file.size or 0,
        sha256=digest.hexdigest(),
    )
    evidence.file.save(name, File(file.file), save=False)
    evidence.save()
    touch(submission)
    return evidence
