"""Periods: what owners pay for at once, by the meals that were fed."""

from amigok_chassis.service import Noun
from feed.periods.machine import PERIODS

noun = Noun(machines=[PERIODS])
