"""The ten 21st-century skills of Calder Grove, one module for each."""

from config.demo.calder_grove.skills.adaptability import ADAPTABILITY
from config.demo.calder_grove.skills.analysis import ANALYSIS
from config.demo.calder_grove.skills.collaboration import COLLABORATION
from config.demo.calder_grove.skills.communication import COMMUNICATION
from config.demo.calder_grove.skills.digital_fluency import DIGITAL_FLUENCY
from config.demo.calder_grove.skills.empathy import EMPATHY
from config.demo.calder_grove.skills.entrepreneurial_mindset import ENTREPRENEURIAL_MINDSET
from config.demo.calder_grove.skills.resilience import RESILIENCE
from config.demo.calder_grove.skills.self_awareness import SELF_AWARENESS
from config.demo.calder_grove.skills.social_diversity import SOCIAL_DIVERSITY

SKILLS = (
    ADAPTABILITY,
    ANALYSIS,
    COLLABORATION,
    COMMUNICATION,
    DIGITAL_FLUENCY,
    EMPATHY,
    ENTREPRENEURIAL_MINDSET,
    RESILIENCE,
    SELF_AWARENESS,
    SOCIAL_DIVERSITY,
)
