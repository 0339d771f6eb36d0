"""Which passwords are accepted, and how they are hashed and compared."""

from amigok_chassis.service import Noun

noun = Noun()
