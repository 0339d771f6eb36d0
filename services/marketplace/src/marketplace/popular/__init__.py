"""Popular searches: what several people have looked for lately."""

from amigok_chassis.service import Noun
from marketplace.popular import api

noun = Noun(routers=[api.router])
