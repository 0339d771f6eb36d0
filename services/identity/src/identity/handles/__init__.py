"""How others find a user, published as digests that only services with the fleet key can make."""

from amigok_chassis.service import Noun
from identity.handles import jobs

noun = Noun(jobs=[jobs.introduce_users])
