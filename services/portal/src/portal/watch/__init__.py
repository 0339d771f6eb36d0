"""The page on which somebody watches an animal in a browser."""

from amigok_chassis.service import Noun
from portal.watch import api

noun = Noun(routers=[api.router])
