"""Livestock types, such as sheep."""

from amigok_chassis.service import Noun
from farm.types import api

noun = Noun(routers=[api.admin, api.router])
