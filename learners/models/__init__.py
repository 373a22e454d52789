from .assessment import Assessment, Mark
from .evidence import Evidence
from .learner import Learner
from .submission import Submission

__all__ = ["Assessment", "Evidence", "Learner", "Mark", "Submission"]
