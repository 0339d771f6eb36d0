"""Pseudonyms: people in facts and in the archive are ids, and only this service can tell whose, until they go."""

from amigok_chassis.service import Noun
from analytics.pseudonyms import handlers, jobs

noun = Noun(consumes={"people": [handlers.user_deleted]}, jobs=[jobs.forget_owners])
