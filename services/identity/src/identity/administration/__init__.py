"""What administrators do with people's accounts."""

from amigok_chassis.service import Noun
from identity.administration import api
from identity.administration.roles import GRANT

noun = Noun(routers=[api.admin], proposals=[GRANT])
