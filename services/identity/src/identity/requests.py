"""What endpoints take from a request besides its body."""

from typing import Annotated

from fastapi import Depends, Request

from amigok_chassis.context import InContext
from identity.activity.service import Client
from identity.site import Site


async def _client(request: Request) -> Client:
    address = request.client.host[:45] if request.client else "unknown"
    agent = "".join(filter(str.isprintable, request.headers.get("User-Agent", "")))[:300]
    return Client(address, agent or None)


async def _site(process: InContext) -> Site:
    return Site.of(process)


Caller = Annotated[Client, Depends(_client)]
"""From where the request came."""

Here = Annotated[Site, Depends(_site)]
"""In whose name this deployment speaks."""
