"""Mails to users about what other services report."""

from amigok_chassis.service import Noun
from identity.notices import handlers

noun = Noun(consumes={"exits": [handlers.exit_noticed]})
