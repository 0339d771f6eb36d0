"""What animals are sold for: prices per kg, days to sell, spread and volume."""

from amigok_chassis.service import Noun
from analytics.market_prices import api

noun = Noun(routers=[api.router, api.admin])
