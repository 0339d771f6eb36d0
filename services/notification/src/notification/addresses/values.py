"""An address as it is used."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Address:
    """Where a message goes: a mail address, a number in E.164, or what a browser or app registered with (JSON)."""

    id: UUID
    user_id: UUID
    channel: str
    value: str = field(repr=False)
