"""Codes that are sent to an address or a phone number to prove it."""

from amigok_chassis.service import Noun

noun = Noun()
