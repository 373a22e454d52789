"""The PDF certificate of a credential: rendered once, stored under its hash."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string

from credentials.models import AchievementCredential, CertificateFile


def render_certificate(credential: AchievementCredential) -> CertificateFile:
    """Render and store the certificate of a signed credential; one that exists is returned. Idempotent."""
    existing = CertificateFile.objects.filter(credential=credential).first()
    if existing:
        return existing
    pdf = certificate_pdf(credential)
    digest = hashlib.sha256(pdf).hexdigest()
    with transaction.atomic():
        certificate, made = CertificateFile.objects.get_or_create(
            credential=credential, defaults={"issuer": credential.issuer, "sha256": digest, "size": len(pdf)}
        )
        if made:
            certificate.file.save(f"{digest}.pdf", ContentFile(pdf))
    return certificate


def certificate_pdf(credential: AchievementCredential) -> bytes:
    """Return the certificate's bytes."""
    from weasyprint import HTML

    html = render_to_string("certificate/certificate.html", {"credential": credential, "issuer": credential.issuer})
    return bytes(HTML(string=html).write_pdf())
