"""Files that arrive with a form: none is read beyond the limit, and the rest of the form still counts."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class LimitedFiles(FileUploadHandler):
    """Drops a file when it grows over EVIDENCE_FILE_LIMIT and remembers its name under its field in `refused`.

    Comes before the handlers that keep the bytes, so an endless file fills neither memory nor disk.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.refused: dict[str, str] = {}
        self.received = 0

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        super().new_file(field_name, file_name, *args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the bytes on, or skip the rest of the file."""
        self.received += len(raw_data)
        if self.received > settings.EVIDENCE_FILE_LIMIT:
            self.refused[str(self.field_name)] = str(self.file_name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers behind."""


def limit_files(request: HttpRequest) -> dict[str, str]:
    """Put the limit in place; return field -> name of what it refuses, filled when the form is read.

    Must come before anything reads the form, the CSRF check included.
    """
    handler = LimitedFiles(request)
    request.upload_handlers.insert(0, handler)
    return handler.refused
