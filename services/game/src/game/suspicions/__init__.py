"""Suspicions: what looks as if somebody did not play fair."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from game.suspicions import api, service
from game.suspicions.machine import SUSPICIONS

noun = Noun(routers=[api.admin], gauges={STUCK: service.stuck}, machines=[SUSPICIONS])
