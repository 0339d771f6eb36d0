"""Cameras, and which animals each shows."""

from amigok_chassis.service import Noun
from stream.cameras import api

noun = Noun(routers=[api.admin, api.staff])
