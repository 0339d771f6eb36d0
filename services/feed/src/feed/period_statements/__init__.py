"""Statements: meal by meal what a period came to, for its owner, as JSON and as PDF."""

from amigok_chassis.service import Noun
from feed.period_statements import api

noun = Noun(routers=[api.router])
