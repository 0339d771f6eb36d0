"""Devices on farms, and how each proves who it is."""

from amigok_chassis.service import Noun
from stream.devices import api

noun = Noun(routers=[api.router])
