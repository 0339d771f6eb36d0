"""Cameras, and which animals each shows."""

from amigok_chassis.service import Noun

noun = Noun()
