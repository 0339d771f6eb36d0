"""Whose figures are asked for: one's own, a farm's by its staff, the platform's by administrators."""

from amigok_chassis.service import Noun

noun = Noun()
