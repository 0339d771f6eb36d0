"""Breeds of livestock types, such as Merino."""

from amigok_chassis.service import Noun
from farm.breeds import api, proposals

noun = Noun(routers=[api.admin, api.router], proposals=[proposals.KIND])
