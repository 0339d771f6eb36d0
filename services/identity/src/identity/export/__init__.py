"""All that identity knows about a user, for that user."""

from amigok_chassis.service import Noun
from identity.export import api

noun = Noun(routers=[api.router])
