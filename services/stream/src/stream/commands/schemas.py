"""Commands over HTTP."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from amigok_chassis.schemas import In, Out
from amigok_chassis.text import Line

State = Literal["pending", "delivered", "done", "failed", "expired", "cancelled"]

Kind = Annotated[
    str,
    StringConstraints(max_length=40, pattern=r"^[a-z][a-z0-9_]{0,39}$"),
    Field(description="`restart`, or a capability of the device", examples=["restart_stream"]),
]
Key = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Value = (
    Annotated[bool, Field(strict=True)]
    | Annotated[int, Field(strict=True, ge=-(2**53), le=2**53)]
    | Annotated[float, Field(strict=True, ge=-(2.0**53), le=2.0**53, allow_inf_nan=False)]
    | Annotated[Line, Field(max_length=500)]
    | None
)
Payload = Annotated[
    dict[Key, Value],
    Field(max_length=20, description="What the kind needs to know", examples=[{"camera": "gate", "quality": 80}]),
]


class CommandIn(In):
    """What a device is to do. Without `expires_in_seconds` it waits for the usual time."""

    kind: Kind
    payload: Payload = {}
    expires_in_seconds: Annotated[int, Field(strict=True, ge=10, le=30 * 86_400)] | None = None

    @property
    def lifetime(self) -> timedelta | None:
        return None if self.expires_in_seconds is None else timedelta(seconds=self.expires_in_seconds)


class CommandResultIn(In):
    """What became of a command."""

    result: Literal["done", "failed"]
    note: Annotated[Line, Field(max_length=500, examples=["Restarted in 4 s"])] | None = None


class CommandForDevice(Out):
    """A command as its device gets it, again and again until it acknowledges. Doing it twice must do no harm."""

    id: UUID
    kind: str = Field(examples=["restart_stream"])
    payload: dict[str, Any] = Field(examples=[{"camera": "gate", "quality": 80}])
    created_at: datetime
    expires_at: datetime


class CommandOut(CommandForDevice):
    """A command and what became of it."""

    device_id: UUID
    state: State
    created_by: UUID
    delivered_at: datetime | None
    deliveries: int
    ended_at: datetime | None
    note: str | None = Field(examples=["Restarted in 4 s"])


class CommandsOut(Out):
    """The commands that wait for a device, oldest first, at most 50."""

    items: list[CommandForDevice]
