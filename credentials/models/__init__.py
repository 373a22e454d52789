from .achievement import Achievement, AchievementVersion
from .application import Application
from .credential import AchievementCredential, CertificateFile
from .status import StatusList

__all__ = [
    "Achievement",
    "AchievementCredential",
    "AchievementVersion",
    "Application",
    "CertificateFile",
    "StatusList",
]
