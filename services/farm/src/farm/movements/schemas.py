"""Movements over HTTP."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.schemas import Out
from farm.livestock.lifecycle import Kind
from farm.schemas import FieldIn


class MoveIn(FieldIn):
    """Where the animal goes, and where you have last seen it."""

    farm_id: UUID
    from_farm_id: UUID


class MovementOut(Out):
    """One row of the register. `version` is the animal's version afterwards. A null farm is outside of the platform."""

    id: UUID
    livestock_id: UUID
    version: int
    kind: Kind
    from_farm_id: UUID | None
    to_farm_id: UUID | None
    occurred_at: datetime
    recorded_at: datetime
    reference_id: UUID | None
    corrects_id: UUID | None


class RecordedMovementOut(MovementOut):
    """What the farm's people see in addition: who recorded it, null for what an order or a dispute did."""

    recorded_by: UUID | None
