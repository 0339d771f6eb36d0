"""Emergencies: veterinarians are asked one after the other until somebody takes it over, then the administrators."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from care.emergencies import api, handlers, poller, queries
from care.emergencies.models import EMERGENCIES

noun = Noun(
    routers=[api.vet, api.admin],
    consumes={
        "emergencies": [
            handlers.requested,
            handlers.scheduled,
            handlers.unscheduled,
            handlers.started,
            handlers.completed,
            handlers.cancelled,
        ]
    },
    pollers=[poller.escalate_emergency],
    gauges={STUCK: queries.unanswered},
    machines=[EMERGENCIES],
)
