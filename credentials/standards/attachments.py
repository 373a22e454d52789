"""The credential attached to a PDF (ISO 32000-2 section 7.11.4, embedded files; Open Badges 3.0 has no rule for PDF).

PDF is a large format and its reader a large library, so a file from outside is read in a process of its own with
bounds on time and memory: `python -m credentials.standards.attachments` takes the PDF on standard input and
writes one JSON object on standard output, `{"credential": …}` or `{"code": …, "sentence": …}`.
"""

import contextlib
import io
import json
import sys
from typing import Any

LARGEST = 262_144  # bytes of a credential inside a PDF, as in a picture
MOST = 50  # attached files looked at
SECONDS = 5  # of processor time in a process of its own
MEMORY = 512 * 1024 * 1024  # bytes, likewise


class AttachmentError(ValueError):
    """A PDF that does not hold a credential; `code` is stable, `sentence` may be shown."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


def attached_credential(pdf: bytes) -> str:
    """Return the JSON text of the one credential attached to `pdf`.

    Raises AttachmentError: `pdf_invalid`, `credential_missing` or `credential_repeated`.
    """
    from pypdf import PdfReader

    if b"%PDF-" not in pdf[:1024]:
        raise AttachmentError("pdf_invalid", "The file is not a PDF.")
    found: list[str] = []
    try:
        for number, file in enumerate(PdfReader(io.BytesIO(pdf)).attachment_list):
            if number == MOST:
                break
            text = _credential_text(file.content)
            if text and text not in found:
                found.append(text)
    except Exception as error:  # the reader raises many kinds for a damaged file
        raise AttachmentError(
            "pdf_invalid", "The PDF is damaged or protected, so nothing in it can be read."
        ) from error
    if not found:
        raise AttachmentError(
            "credential_missing",
            "No credential is attached to this PDF. A print or scan keeps none: use the file as it was downloaded.",
        )
    if len(found) > 1:
        raise AttachmentError(
            "credential_repeated", f"{len(found)} credentials are attached to this PDF; it is unclear which counts."
        )
    return found[0]


def _credential_text(content: bytes) -> str:
    if len(content) > LARGEST or not content.lstrip().startswith(b"{"):
        return ""
    try:
        document: Any = json.loads(content)
        return content.decode() if isinstance(document, dict) and "credentialSubject" in document else ""
    except (ValueError, RecursionError):
        return ""


def _limit_this_process() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with contextlib.suppress(ValueError, OSError):  # macOS knows no such bound; the one on time still holds
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit_this_process()
    try:
        answer = {"credential": attached_credential(sys.stdin.buffer.read())}
    except AttachmentError as refusal:
        answer = {"code": refusal.code, "sentence": refusal.sentence}
    sys.stdout.write(json.dumps(answer))
