"""Judging: commitments, marks, and what they come to."""

from amigok_chassis.service import Noun
from game.judging import api

noun = Noun(routers=[api.router, api.admin])
