"""What every answer with figures says of itself: up to when they count, how complete they are, where their rows are."""

from amigok_chassis.service import Noun

noun = Noun()
