"""Leaderboards: what entries come to, and who is before whom."""

from amigok_chassis.service import Noun

noun = Noun()
