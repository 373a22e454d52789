from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self) -> None:
        # The sections of the web admin register by being imported. Named one by one: Django's own discovery would
        # also import the admin modules of libraries, which register on a site that we don't have.
        for app in ("issuers", "rubrics", "learners", "credentials"):
            import_module(f"{app}.admin")
