"""SMS: `POST {to, text, id}` to a provider, which sends what has one Idempotency-Key only once."""

from dataclasses import dataclass, field
from uuid import UUID

import httpx

from notification.addresses.values import Address
from notification.senders.answers import refuse_for_now
from notification.senders.sending import AddressDead, Rendered, TryLater

GONE = (404, 410, 422)
"""The statuses by which the provider says that there is no such number."""

LONGEST = 300
"""Characters: more would be several SMS."""


@dataclass(frozen=True)
class SmsSender:
    """Sends over a provider's HTTP interface."""

    http: httpx.AsyncClient
    url: str
    token: str = field(repr=False)
    channel: str = "sms"

    async def send(self, message: Rendered, address: Address, *, delivery_id: UUID) -> None:
        """Sends an SMS. Raises AddressDead, TryLater."""
        text = message.text if len(message.text) <= LONGEST else f"{message.text[: LONGEST - 1]}…"
        headers = {"Idempotency-Key": str(delivery_id)} | (
            {"Authorization": f"Bearer {self.token}"} if self.token else {}
        )
        body = {"to": address.value, "text": text, "id": str(delivery_id)}
        try:
            answer = await self.http.post(self.url, json=body, headers=headers)
        except httpx.HTTPError as error:
            raise TryLater(type(error).__name__) from error
        if answer.status_code in GONE:
            raise AddressDead(f"status {answer.status_code}")
        refuse_for_now(answer)
