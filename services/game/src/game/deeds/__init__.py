"""Deeds: what players have done on each day, counted; achievements and challenges ask for it."""

from amigok_chassis.service import Noun

noun = Noun()
