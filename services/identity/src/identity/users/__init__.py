"""People with an account."""

from amigok_chassis.service import Noun

noun = Noun()
