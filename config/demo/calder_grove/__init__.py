"""Calder Grove Community Colleges: ten 21st-century skills in three tiers, thirty badges."""

from config.demo.calder_grove.journeys import JOURNEYS
from config.demo.calder_grove.people import PEOPLE
from config.demo.calder_grove.skills import SKILLS
from config.demo.types import Institution
from config.demo.writing import prose

CALDER_GROVE = Institution(
    key="calder-grove",
    name="Calder Grove Community Colleges",
    place="Calder Grove, United States",
    url="https://caldergrove.example.org/",
    email="skills@caldergrove.example.org",
    colour="#7a2e2e",
    language="en-US",
    time_zone="America/Los_Angeles",
    description=prose("""
        Seven community colleges in one valley with farms, clinics and small firms. Together with employers
        they describe ten skills in words that can be observed, and award each of them in three tiers:
        understood, shown in studies, and confirmed at work.
    """),
    signatory_name="Winifred Castellane",
    signatory_title="Dean of Workforce Programs",
    badges=tuple(badge for skill in SKILLS for badge in skill.badges()),
    people=PEOPLE,
    journeys=JOURNEYS,
)
