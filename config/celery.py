"""The Celery application: it carries doorbells only, so a lost message loses nothing."""

import os

from celery import Celery

from jobs import broker

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")

broker.register()
app = Celery("laurel")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
