"""Facts: what happened to animals, from the events of farm, feed, care and wallet."""

from amigok_chassis.service import Noun

noun = Noun()
