"""How far facts are complete: up to when each service was heard, and whether its books agree with them."""

from amigok_chassis.service import Noun

noun = Noun()
