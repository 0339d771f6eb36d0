"""Doses of medicine that are due beside the meals, from care's events."""

from amigok_chassis.service import Noun
from feed.doses import handlers

noun = Noun(consumes={"care": [handlers.dose_due, handlers.treatment_given]})
