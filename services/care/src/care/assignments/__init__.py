"""Medicines that administrators assign to users' animals. The care that gives them is a request like any other."""

from amigok_chassis.service import Noun
from care.assignments import api, handlers

noun = Noun(routers=[api.router], consumes={"assignments": [handlers.requested]})
