"""Sensors of devices."""

from amigok_chassis.service import Noun
from stream.sensors import api

noun = Noun(routers=[api.router])
