"""What is likely of animals of a type. Beyond these bounds one person's word is not enough."""

from amigok_chassis.service import Noun
from farm.bounds import api, service

noun = Noun(routers=[api.router], proposals=[service.KIND])
