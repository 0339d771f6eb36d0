"""What was done to an animal, for its owners, its farm and veterinarians."""

from amigok_chassis.service import Noun
from care.history import api

noun = Noun(routers=[api.router])
