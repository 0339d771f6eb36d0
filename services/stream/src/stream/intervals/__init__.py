"""Ownership intervals: whose time each recording, detection and picture of an animal belongs to."""

from amigok_chassis.service import Noun
from stream.intervals.handlers import HANDLERS

noun = Noun(consumes={"animals": HANDLERS})
