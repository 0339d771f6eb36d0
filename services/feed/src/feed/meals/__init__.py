"""Meals: what is planned, and what was fed."""

from amigok_chassis.service import Noun
from feed.meals import jobs

noun = Noun(jobs=[jobs.plan_basic_rations])
