from learners.admin import learner, submission

__all__ = ["learner", "submission"]
