"""Larkmoor State University Online: soft-skill badges for people who study beside work."""

from config.demo.larkmoor.badges import BADGES
from config.demo.larkmoor.journeys import JOURNEYS
from config.demo.larkmoor.people import PEOPLE
from config.demo.types import Institution
from config.demo.writing import prose

LARKMOOR = Institution(
    key="larkmoor",
    name="Larkmoor State University Online",
    place="Larkmoor, United States",
    url="https://larkmoor.example.edu/",
    email="badges@larkmoor.example.edu",
    colour="#1f4e5f",
    language="en-US",
    time_zone="America/Denver",
    description=prose("""
        Larkmoor State University Online teaches people who work, care for others or live far from a campus.
        Its soft-skill badges need no admission and no fee: they take a few weeks beside a job, use
        situations that learners are in anyway, and are read by trained assessors who answer every part with
        a comment.
    """),
    signatory_name="Maribel Quintana-Ostrowski",
    signatory_title="Director of Open Badges",
    badges=BADGES,
    people=PEOPLE,
    journeys=JOURNEYS,
)
