"""The deletion of users: whether anything here prevents it, and what is forgotten afterwards."""

from amigok_chassis.service import Noun
from amigok_chassis.standing.handlers import standing_changed
from farm.deletions import handlers

noun = Noun(consumes={"people": [handlers.deletion_requested, handlers.forget_in_audit_log, standing_changed]})
