"""Money that users send to each other."""

from amigok_chassis.service import Noun
from wallet.transfers import api

noun = Noun(routers=[api.router])
