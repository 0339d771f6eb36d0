"""What the farm publishes for who lists animals: pictures of them, and which it does not take in."""

from typing import Annotated
from uuid import UUID

from amigok_contracts.base import Event
from amigok_contracts.values import known


class LivestockRegistrationRefused(Event, type="farm.livestock.registration_refused", aggregate="livestock_id"):
    """The farm did not register the animal that the marketplace asked for. `reason` is a stable code."""

    livestock_id: UUID
    reason: Annotated[
        str,
        known(
            "tag_number_taken",
            "unique_id_card_taken",
            "eid_taken",
            "unknown_breed",
            "retired",
            "unknown_farm",
            "farm_full",
            "born_in_future",
            "born_too_early",
            "too_heavy",
            "invalid",
        ),
    ]


class LivestockPhotosChanged(Event, type="farm.livestock.photos_changed", aggregate="livestock_id"):
    """Photos of the animal were added or removed, or another is the cover: all that there are now, the cover first."""

    livestock_id: UUID
    photo_ids: tuple[UUID, ...]
