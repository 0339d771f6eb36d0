"""Veterinarians' open cases, from care's events: who looks after which animal now."""

from amigok_chassis.service import Noun
from stream.cases import handlers

noun = Noun(consumes={"cases": handlers.HANDLERS})
