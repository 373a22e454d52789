from .rubric import Rubric, RubricCriterion, RubricCriterionLevel

__all__ = ["Rubric", "RubricCriterion", "RubricCriterionLevel"]
