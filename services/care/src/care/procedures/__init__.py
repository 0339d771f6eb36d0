"""The catalogue of care services; in the API they are called care services."""

from amigok_chassis.service import Noun
from care.procedures import api

noun = Noun(routers=[api.router])
