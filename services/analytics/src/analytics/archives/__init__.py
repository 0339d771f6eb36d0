"""Archives: all events of the fleet in one file a day, from which facts are made anew and consumers replayed."""

from amigok_chassis.service import Noun
from analytics.archives import service

noun = Noun(jobs=[service.end_days, service.forget_arrivals], pollers=[service.seal_day])
