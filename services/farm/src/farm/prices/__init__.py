"""What animals cost per kg, and since when."""

from amigok_chassis.service import Noun
from farm.prices import api

noun = Noun(routers=[api.admin, api.router])
