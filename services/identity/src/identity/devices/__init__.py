"""The devices on which a user has signed in before. Each keeps a random token."""

from amigok_chassis.service import Noun
from identity.devices import jobs

noun = Noun(jobs=[jobs.forget_devices])
