"""Pseudonyms: people in facts and in the archive are ids that only this service can tell from, as long as they exist."""

from amigok_chassis.service import Noun
from analytics.pseudonyms import handlers

noun = Noun(consumes={"people": [handlers.user_deleted]})
