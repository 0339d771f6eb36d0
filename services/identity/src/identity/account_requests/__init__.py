"""What people without a session ask for an address: an account, or another password."""

from amigok_chassis.service import Noun
from identity.account_requests import api, jobs

noun = Noun(routers=[api.router], pollers=[jobs.answer_request])
