"""The platform's fee on sales: the only place where it is worked out."""

from amigok_chassis.service import Noun
from marketplace.fees import api

noun = Noun(routers=[api.router])
