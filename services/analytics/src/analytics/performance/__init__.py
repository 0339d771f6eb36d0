"""How animals do: gain, feed conversion, health and mortality, each beside its cohort."""

from amigok_chassis.service import Noun
from analytics.performance import api

noun = Noun(routers=[api.router])
