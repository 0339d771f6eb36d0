"""What operators get."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from amigok_contracts import Money
from wallet.receivables.models import Receivable


class ReceivableOut(BaseModel):
    """What somebody owes: `open` of the `amount` that was charged for `reference_id`."""

    user_id: UUID
    kind: str
    reference_id: UUID
    amount: Money
    open: Money
    created_at: AwareDatetime

    @classmethod
    def of(cls, row: Receivable) -> "ReceivableOut":
        return cls(
            user_id=row.user_id, kind=row.kind, reference_id=row.reference_id, open=row.open,
            amount=Money.of_minor(row.amount, row.currency), created_at=row.created_at,
        )  # fmt: skip
