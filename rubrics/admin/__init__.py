from rubrics.admin import rubric

__all__ = ["rubric"]
