"""The register: how each animal came, moved, changed hands and left."""

from amigok_chassis.service import Noun
from farm.movements import api

noun = Noun(routers=[api.router])
