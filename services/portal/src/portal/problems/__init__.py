"""The errors that the gateway cannot put into words by itself."""

from amigok_chassis.service import Noun
from portal.problems import api

noun = Noun(routers=[api.router])
