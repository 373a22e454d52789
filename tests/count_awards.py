"""Count what a stack made of its awards: `python -m tests.count_awards` prints one line of JSON."""

import hashlib
import json

import django

django.setup()

from django_scopes import scopes_disabled  # noqa: E402

from credentials.models import AchievementCredential, CertificateFile  # noqa: E402
from credentials.standards import proof  # noqa: E402
from issuers.domain.audit import broken_entries  # noqa: E402
from issuers.models import Issuer  # noqa: E402
from issuers.standards.multibase import decode_ed25519_public  # noqa: E402
from jobs.models import Job, OutgoingMail  # noqa: E402


def main() -> None:
    """Print the counts; every signature is verified and every certificate's bytes are hashed."""
    with scopes_disabled():
        credentials = list(AchievementCredential.objects.select_related("signing_key"))
        signed = [credential for credential in credentials if credential.document]
        for credential in signed:
            key = decode_ed25519_public(credential.signing_key.public_key_multibase)
            proof.verify(json.loads(credential.document), public_key=key)
        certificates = list(CertificateFile.objects.all())
        whole = 0
        for certificate in certificates:
            with certificate.file.open("rb") as file:
                whole += hashlib.sha256(file.read()).hexdigest() == certificate.sha256
        print(
            json.dumps(
                {
                    "credentials": len(credentials),
                    "signed": len(signed),
                    "certificates": whole,
                    "status_indexes": len({(c.status_list_id, c.status_index) for c in credentials}),
                    "open_jobs": Job.objects.filter(state__in=["ready", "running"]).count(),
                    "buried_jobs": Job.objects.filter(state="buried").count(),
                    "mails": {
                        state: OutgoingMail.objects.filter(state=state).count()
                        for state in ("queued", "sending", "sent", "unknown", "failed")
                    },
                    "broken_audit_entries": [
                        str(entry) for issuer in Issuer.objects.all() for entry in broken_entries(issuer)
                    ],
                }
            )
        )


if __name__ == "__main__":
    main()
