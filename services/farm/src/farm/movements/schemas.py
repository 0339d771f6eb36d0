"""What clients send and get about movements."""

from datetime import datetime
from uuid import UUID

from farm.movements.rules import Kind
from farm.schemas import FieldIn, Out


class MoveIn(FieldIn):
    """Where it goes, and where you have seen it."""

    farm_id: UUID
    from_farm_id: UUID


class MovementOut(Out):
    """One row of the register. `version` is the animal's after it; farms are null outside of ours."""

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
    """What the farm's people see besides: who recorded it; null for what an order did."""

    recorded_by: UUID | None
