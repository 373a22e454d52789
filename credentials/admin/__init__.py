from credentials.admin import achievement, credential, dashboard

__all__ = ["achievement", "credential", "dashboard"]
