"""A typed client of the Amigok HTTP API.

    from amigok_client import AsyncClient, Tokens
    from amigok_client.api import market, orders
    from amigok_client.models import BuyIn

    async with httpx.AsyncClient(base_url="http://127.0.0.1:8000") as http:
        client = AsyncClient(http, Tokens(access, refresh))
        listing = await client.send(market.read_listing(livestock_id))
        order = await client.send(orders.buy_order(livestock_id, body=BuyIn(listing_id=listing.id)))

The functions of `api` are named after the API's operations and describe a request; a client sends it and returns one of
the `models`, or raises `Problem`.
"""

from amigok_client.calls import Call
from amigok_client.client import AsyncClient, Client, Tokens
from amigok_client.events import StreamEvent
from amigok_client.problems import Problem

__all__ = ["AsyncClient", "Call", "Client", "Problem", "StreamEvent", "Tokens"]
