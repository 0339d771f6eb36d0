"""How a user verifies a phone number: with a code sent by SMS."""

from amigok_chassis.service import Noun
from identity.phones import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_phone_verifications])
