"""Where a request comes from."""

from dataclasses import dataclass, field, replace
from typing import Annotated

from fastapi import Depends, Request


@dataclass(frozen=True)
class Client:
    """The network address of a request, what the program calls itself, and the token of its device."""

    address: str
    user_agent: str | None = None
    device_token: str | None = field(default=None, repr=False)

    def on(self, device_token: str | None) -> "Client":
        """The same client, with the device token that a login was sent with."""
        return replace(self, device_token=device_token)


async def _client(request: Request) -> Client:
    address = request.client.host[:45] if request.client else "unknown"
    agent = "".join(filter(str.isprintable, request.headers.get("User-Agent", "")))[:300]
    return Client(address, agent or None)


Caller = Annotated[Client, Depends(_client)]
"""Where the request came from."""
