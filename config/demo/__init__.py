"""The demo programmes: three invented institutions, their badges, people and journeys, as plain data.

The structures follow public programmes; every name and text is written for Laurel.
"""

from config.demo.calder_grove import CALDER_GROVE
from config.demo.larkmoor import LARKMOOR
from config.demo.port_maren import PORT_MAREN

INSTITUTIONS = (LARKMOOR, PORT_MAREN, CALDER_GROVE)
