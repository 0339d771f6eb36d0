"""What sensors measure: types of quantities with their units and plausible ranges."""

from amigok_chassis.service import Noun
from stream.sensor_types import api

noun = Noun(routers=[api.router])
