"""Billing: periods are held at their start and paid by what was fed."""

from amigok_chassis.service import Noun
from feed.billing import models as models

noun = Noun()
