"""The printable log of equipment: day by day how cold it was, its excursions, and when nothing is known."""

from amigok_chassis.service import Noun
from stream.equipment_logs import api

noun = Noun(routers=[api.router])
