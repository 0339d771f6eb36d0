"""How people get an account: by registering, or as the first administrator."""

from amigok_chassis.service import Noun
from identity.registration import jobs

noun = Noun(jobs=[jobs.forget_unverified])
