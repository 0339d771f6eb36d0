"""Who may see what of an animal, and of which time."""

from amigok_chassis.service import Noun

noun = Noun()
