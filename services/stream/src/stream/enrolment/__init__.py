"""What administrators do with devices: enrol them, give claims, move them, revoke them."""

from amigok_chassis.service import Noun
from stream.enrolment import api

noun = Noun(routers=[api.admin, api.staff])
