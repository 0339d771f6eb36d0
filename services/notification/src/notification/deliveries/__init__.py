"""Deliveries: each message to an address is a row, sent once. Somebody is told something here, by every channel."""

from amigok_chassis.invariants import Holds
from amigok_chassis.service import Noun
from notification.deliveries import jobs
from notification.deliveries.models import Delivery
from notification.people.forgetting import forgets, sweeps

noun = Noun(
    consumes={"people": [forgets(Delivery)]},
    jobs=[jobs.forget_deliveries, sweeps(Delivery)],
    pollers=[jobs.send_delivery],
    invariants=[
        Holds(
            "deliveries_tell_something",
            "SELECT id, 1 AS expected, 0 AS found FROM deliveries WHERE sent_at IS NULL AND dropped_at IS NULL "
            "AND NOT EXISTS (SELECT FROM enclosures WHERE delivery_id = deliveries.id)",
        ),
    ],
)
