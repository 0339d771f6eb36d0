"""Feed packages: what administrators offer, and what animals get that nobody pays a package for."""

from amigok_chassis.service import Noun
from feed.packages import api

noun = Noun(routers=[api.admin, api.router])
