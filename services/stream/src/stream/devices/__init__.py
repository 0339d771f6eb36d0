"""Devices on farms, and how each proves who it is."""

from amigok_chassis.service import Noun

noun = Noun()
