"""Transfers and their entries: the one way in which money moves."""

from amigok_chassis.service import Noun

noun = Noun()
