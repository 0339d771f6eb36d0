"""Arrivals: every event of the fleet, kept before it is acknowledged."""

from amigok_chassis.service import Noun
from analytics.arrivals import tasks
from analytics.arrivals.service import FIREHOSE

noun = Noun(firehoses=[FIREHOSE], tasks=[tasks.take_in_events])
