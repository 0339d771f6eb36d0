"""Sensors and what they measure."""

from amigok_chassis.service import Noun

noun = Noun()
