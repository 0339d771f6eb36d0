"""Meals: what is planned, and what was fed."""

from amigok_chassis.service import Noun
from feed.meals import models as models
from feed.meals import service as service

noun = Noun()
