"""Underpriced animals of the platform: one administrator proposes to offer one, another decides."""

from amigok_chassis.service import Noun
from marketplace.underpriced import api
from marketplace.underpriced.service import UNDERPRICED

noun = Noun(routers=[api.router], proposals=[UNDERPRICED])
