"""What every change by an administrator has in common: who may make it, whom it concerns, and its records."""

from amigok_chassis.service import Noun

noun = Noun()
