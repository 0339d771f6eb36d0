"""What notification publishes: that somebody could not be told something."""

from typing import Annotated
from uuid import UUID

from amigok_contracts.base import Event
from amigok_contracts.values import known


class DeliveryFailed(Event, type="notification.delivery.failed", aggregate="delivery_id"):
    """A message was given up: nothing arrives at the address any more, or it could not be sent for a day."""

    delivery_id: UUID
    user_id: UUID
    channel: Annotated[str, known("email", "sms", "web_push", "fcm")]
    reason: Annotated[str, known("address_dead", "gave_up")]
