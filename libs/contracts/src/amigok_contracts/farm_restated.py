"""What the farm says again of what is there now. The states of farms, staff, types and breeds are events in `farm`."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.farm import Block, Name
from amigok_contracts.money import Money
from amigok_contracts.values import AreaName, Kilograms, Marks, known, like


class LivestockRestated(Marks, Event, type="farm.livestock.restated", aggregate="livestock_id"):
    """What the animal is like now, for services that were not there when it became so. Nothing has happened to it.

    `gone` says why it is no more: `removed` or `deceased`, at `gone_at`. `owned_since` is when its owner got it, or it
    left. The other fields are those of the events that tell of a change.
    """

    livestock_id: UUID
    farm_id: UUID
    farm_name: Name
    area_id: UUID | None
    area_name: AreaName | None
    livestock_type_id: UUID
    breed_id: UUID
    type_name: Annotated[str, like("Sheep")]
    breed_name: Annotated[str, like("Awassi")]
    tag_number: Annotated[str, like("EID-982000123456789")]
    sex: Annotated[str, known("female", "male")]
    date_of_birth: date | None
    weight_kg: Kilograms
    weighed_at: AwareDatetime
    daily_gain_kg: Annotated[Decimal, like("0.18")] | None
    value: Money
    owner_id: UUID | None
    owned_since: AwareDatetime
    gone: Annotated[str, known("removed", "deceased")] | None
    gone_at: AwareDatetime | None
    blocks: tuple[Block, ...]
