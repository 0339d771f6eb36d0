"""What every sender is given, and what it may answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from notification.addresses.values import Address


@dataclass(frozen=True)
class Rendered:
    """A message in the language of its recipient.

    `text` is plain; `html` is the same for mails; `link` is where the app shows more. `stop_link` ends such mails
    without signing in. `data` is small, for apps: the kind and the id of the notice. `urgent` ones may wake somebody.
    """

    language: str
    title: str
    text: str
    html: str
    link: str
    created_at: datetime
    stop_link: str = ""
    urgent: bool = False
    data: Mapping[str, str] = field(default_factory=dict)


class AddressDead(Exception):
    """Nothing arrives at this address, and never will: a bounce, a complaint, a device that is gone."""


class TryLater(Exception):
    """The provider has not taken the message, and says when to come again."""

    def __init__(self, reason: str, *, retry_after: timedelta = timedelta()) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Sender(Protocol):
    """Sends messages of one channel."""

    @property
    def channel(self) -> str:
        """`email`, `sms`, `web_push` or `fcm`."""
        ...

    async def send(self, message: Rendered, address: Address, *, delivery_id: UUID) -> None:
        """Hands a message over to the provider. A repeated `delivery_id` is the same message.

        Raises AddressDead, TryLater. After anything else nobody knows whether it was sent: it is repeated later.
        """
        ...
