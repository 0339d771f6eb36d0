"""What may become of an animal, in ranges, and how often the ranges held."""

from amigok_chassis.service import Noun
from analytics.forecasts import api, jobs

noun = Noun(routers=[api.router], pollers=[jobs.settle_forecast])
