"""Completeness: up to when which service's events are in the facts."""

from prometheus_client import Gauge

from amigok_chassis.service import Noun
from analytics.completeness import api, service

BEHIND = Gauge("amigok_analytics_behind_seconds", "How long the oldest event that is not in the facts has waited")

noun = Noun(routers=[api.router], gauges={BEHIND: service.seconds_behind})
