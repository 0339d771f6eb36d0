"""What administrators send, and proposals contain."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from amigok_chassis.money import MoneyIn
from wallet.values import Reason


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CreditIn(_In):
    """Money from outside for a user. The reason is for auditors: the user does not see it."""

    user_id: UUID
    amount: MoneyIn
    reason: Reason


class CorrectionIn(CreditIn):
    """Money that is put into a user's wallet or taken out of it; `corrects` is the transfer that was wrong."""

    direction: Literal["credit", "debit"]
    corrects: UUID | None = None
