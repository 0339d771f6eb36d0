"""Signing in with a password and, where the account needs one, a second factor."""

from amigok_chassis.service import Noun
from identity.logins import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_login_challenges])
