"""What is true of an animal from its birth: the date, its parents and its transponder."""

from amigok_chassis.service import Noun
from farm.pedigree import api, service

noun = Noun(routers=[api.admin], proposals=[service.KIND])
