"""Animals: what each of them is, and who may see what of it."""

from amigok_chassis.service import Noun
from farm.livestock import api
from farm.livestock.lifecycle import MOVEMENTS

noun = Noun(routers=[api.router], machines=[MOVEMENTS])
