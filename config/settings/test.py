"""Settings of the test suite: the base, made faster. It changes no behaviour that a test could rely on."""

import tempfile
from os import environ

environ.setdefault("LAUREL_DATA", tempfile.mkdtemp(prefix="laurel-test-"))

from .base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# No worker listens in a unit test: the doorbell rings in memory, and tests drain the table themselves.
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405  WhiteNoise warns of a missing folder
