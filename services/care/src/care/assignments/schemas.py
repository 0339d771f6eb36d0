"""Assigned medicines over HTTP."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from amigok_chassis.schemas import Out
from amigok_contracts import Money
from care.batches.schemas import Units
from care.requests.schemas import CareAssignmentIn, State


class MedicineAssignmentIn(CareAssignmentIn):
    """A medicine for an animal of this user, and the care service in which it is given."""

    medicine_id: UUID
    quantity: Units


class AssignedMedicineOut(Out):
    """A medicine that was assigned to your animal. Accept, pay or decline the care request by its `quote_version`.

    `estimate` is what the care is expected to cost, with the medicine's `cost` in it.
    """

    request_id: UUID
    livestock_id: UUID
    medicine_id: UUID
    medicine_name: str
    quantity: Decimal
    unit: str
    cost: Money
    estimate: Money
    quote_version: int
    state: State
    mandatory: bool
    due_at: datetime | None
    reason: str
