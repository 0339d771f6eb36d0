"""Streaks: days in a row on which a player has done something by hand."""

from amigok_chassis.service import Noun

noun = Noun()
