"""Slows the guessing of passwords and codes."""

from amigok_chassis.service import Noun
from identity.throttle import jobs

noun = Noun(jobs=[jobs.forget_login_failures])
