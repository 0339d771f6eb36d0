"""Alarms: raised, acknowledged, escalated, ended."""

from amigok_chassis.service import Noun
from stream.alarms import api, poller, queries
from stream.alarms.metrics import UNACKNOWLEDGED
from stream.alarms.models import ALARMS

noun = Noun(
    routers=[api.router],
    pollers=[poller.escalate_alarm],
    gauges={UNACKNOWLEDGED: queries.unacknowledged},
    machines=[ALARMS],
)
