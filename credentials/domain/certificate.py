"""The PDF certificate of a credential: rendered once, stored under its hash."""

import hashlib
import logging
import os
import tempfile
from pathlib import Path

from django.core.files.storage import Storage
from django.db import IntegrityError, transaction

from credentials.domain.certificate_page import certificate_page
from credentials.models import AchievementCredential, CertificateFile
from credentials.renderer.client import RenderError, renderer
from jobs.exceptions import GiveUp

logger = logging.getLogger(__name__)


def render_certificate(credential: AchievementCredential) -> CertificateFile:
    """Render and store the certificate of a signed credential; one that exists is returned. Idempotent.

    Whether it still stands is not asked: the page says what was awarded, the check address says what holds now.
    Effects in order: the file, durable under the hash of its bytes; then its row. Equal facts give equal bytes, so a
    worker that dies in between leaves a file that the next one finds in place, and of two that finish at once the
    unique row keeps the first.
    """
    existing = CertificateFile.objects.filter(credential=credential).first()
    if existing:
        return existing
    if not credential.document:
        raise GiveUp("The credential isn't signed yet: a certificate is made of the signed document.")
    pdf = certificate_pdf(credential)
    digest = hashlib.sha256(pdf).hexdigest()
    name = f"certificates/{digest[:2]}/{digest}.pdf"
    storage = CertificateFile._meta.get_field("file").storage
    written = write_once(storage, name, pdf)
    try:
        with transaction.atomic():
            return CertificateFile.objects.create(
                issuer=credential.issuer, credential=credential, file=name, sha256=digest, size=len(pdf)
            )
    except IntegrityError:
        kept = CertificateFile.objects.get(credential=credential)
        if written and kept.sha256 != digest:  # drawn by another release at the same moment
            storage.delete(name)
        return kept


def certificate_pdf(credential: AchievementCredential) -> bytes:
    """Return the certificate's bytes: one page, PDF/A-3a and PDF/UA-1, the signed credential attached."""
    drawing = renderer.draw(certificate_page(credential))
    if drawing.pages != 1:
        raise GiveUp(f"The certificate of {credential.number} doesn't fit on one page.")
    if drawing.refused:
        raise RenderError(f"The certificate asked for {', '.join(drawing.refused)}, which it may not have.")
    if drawing.missing:
        signs = ", ".join(f"U+{ord(sign):04X}" for sign in drawing.missing)
        logger.warning("certificate %s: no installed font has %s; install the Noto fonts", credential.number, signs)
    return drawing.pdf


def write_once(storage: Storage, name: str, data: bytes) -> bool:
    """Store bytes under a name made of their hash, on the disk before this returns; False when they were there.

    The file appears whole or not at all: written beside its place, flushed, then renamed, and the folder flushed.
    """
    path = Path(storage.path(name))
    if path.exists() and path.stat().st_size == len(data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    return True
