from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    name = "credentials"

    def ready(self) -> None:
        from credentials import receivers, rules, tasks  # noqa: F401  registered by being imported
