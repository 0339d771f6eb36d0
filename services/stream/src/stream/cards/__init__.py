"""By which cards animals are known."""

from amigok_chassis.service import Noun
from stream.cards import api
from stream.cards.handlers import HANDLERS

noun = Noun(routers=[api.router], consumes={"animals": HANDLERS})
