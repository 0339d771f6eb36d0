"""What clients send and get."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from wallet.values import Email, Note

Username = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{2,29}$", description="Letter case does not count")]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TransferIn(_In):
    """Money for another user, who is named in one of three ways."""

    recipient_id: UUID | None = None
    email: Email | None = None
    username: Username | None = None
    amount: MoneyIn
    note: Note = ""

    @property
    def recipient(self) -> tuple[Literal["recipient_id", "email", "username"], UUID | str]:
        """In which way, and by what."""
        if self.recipient_id is not None:
            return "recipient_id", self.recipient_id
        return ("email", self.email) if self.email is not None else ("username", self.username or "")

    @model_validator(mode="after")
    def _names_the_recipient_once(self) -> Self:
        if [self.recipient_id, self.email, self.username].count(None) != 2:
            raise ValueError("name the recipient by one of recipient_id, email and username")
        return self


class TransferOut(BaseModel):
    """A transfer that was made; `available` is what the sender can spend after it."""

    id: UUID
    recipient_id: UUID
    amount: Money
    note: str
    posted_at: AwareDatetime
    available: Money
