"""Hearing: the events that tell somebody something, a handler for each row of the table of kinds."""

from amigok_chassis.service import Noun
from notification.hearing.handlers import HANDLERS

noun = Noun(consumes=HANDLERS)
