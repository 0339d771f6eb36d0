"""Links to choose another password, which people ask for who have forgotten theirs."""

from amigok_chassis.service import Noun
from identity.resets import jobs

noun = Noun(jobs=[jobs.forget_password_resets])
