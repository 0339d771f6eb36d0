"""Settlements: what moved at each provider, compared with our rows each day."""

from amigok_chassis.metrics import DIFFERENCES
from amigok_chassis.service import Noun
from payment.settlements import api, jobs, queries

noun = Noun(routers=[api.router], tasks=[jobs.settle], gauges={DIFFERENCES: queries.count_differences})
