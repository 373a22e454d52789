"""Port Maren University: one resilience badge with a programme of six modules."""

from config.demo.port_maren.badges import BADGES
from config.demo.port_maren.journeys import JOURNEYS
from config.demo.port_maren.people import PEOPLE
from config.demo.types import Institution
from config.demo.writing import prose

PORT_MAREN = Institution(
    key="port-maren",
    name="Port Maren University",
    place="Port Maren, Ireland",
    url="https://portmaren.example.edu/",
    email="wellbeing@portmaren.example.edu",
    colour="#21395b",
    language="en-IE",
    time_zone="Europe/Dublin",
    description=prose("""
        Port Maren is a small university on the coast with a long tradition in nursing, engineering and
        music. Its Centre for Learning and Well-being runs the resilience programme for students of every
        year: free, at one's own pace, and with a plan that a person reads and answers.
    """),
    signatory_name="Orlaith Devenish",
    signatory_title="Head of the Centre for Learning and Well-being",
    badges=BADGES,
    people=PEOPLE,
    journeys=JOURNEYS,
)
