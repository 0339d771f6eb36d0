"""Deletions: what keeps a person from being deleted."""

from amigok_chassis.service import Noun
from game.deletions import handlers

noun = Noun(consumes={"people": [handlers.deletion_requested]})
