"""Whether the stores tell the same story: order completed = animal transferred = money captured = invoiced.

For operators and auditors (`amigok check`), and for tests, which must find nothing at rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import asyncpg
from pydantic import BaseModel

from amigok.databases import url_of
from amigok.errors import Failure
from amigok.state import State

Rows = list[asyncpg.Record]

_LIVE = ("pending", "confirmed", "fulfilled")
_SERVICES = ("identity", "farm", "wallet", "payment", "marketplace")

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "orders": ("marketplace", "SELECT id, livestock_id, buyer_id, price, fee, state, ended_at FROM orders"),
    "known_owners": ("marketplace", "SELECT id, owner_id FROM animals"),
    "decisions": ("farm", "SELECT order_id, outcome FROM ownership_transfers"),
    "owners": ("farm", "SELECT id, owner_id FROM livestock"),
    "current": ("farm", "SELECT livestock_id AS id, owner_id, order_id FROM ownership_history WHERE ended_at IS NULL"),
    "holds": ("wallet", "SELECT reference_id AS order_id, state, amount, captured FROM holds WHERE purpose = 'order'"),
    "captures": (
        "wallet",
        "SELECT t.reference_id AS order_id, count(DISTINCT t.id) AS times, "
        "sum(e.amount) FILTER (WHERE a.kind = 'revenue')::bigint AS fee, "
        "(sum(e.amount) FILTER (WHERE e.amount > 0))::bigint AS amount "
        "FROM transfers t JOIN entries e ON e.transfer_id = t.id JOIN accounts a ON a.id = e.account_id "
        "WHERE t.kind = 'capture' GROUP BY t.reference_id",
    ),
    "invoices": (
        "payment",
        "SELECT order_id, count(*) FILTER (WHERE kind = 'purchase') AS times, "
        "(sum(total) FILTER (WHERE kind = 'purchase'))::bigint AS amount FROM invoices GROUP BY order_id",
    ),
    "gaps": (
        "payment",
        "SELECT s.entity, s.year, s.last, count(i.id) AS issued FROM invoice_series s "
        "LEFT JOIN invoices i ON i.entity = s.entity AND i.year = s.year "
        "GROUP BY s.entity, s.year HAVING count(i.id) <> s.last OR max(i.sequence) <> s.last",
    ),
    "balances": (
        "wallet",
        "SELECT a.id, a.balance, coalesce(sum(e.amount), 0)::bigint AS entries FROM accounts a "
        "LEFT JOIN entries e ON e.account_id = a.id WHERE a.balance IS NOT NULL GROUP BY a.id "
        "HAVING a.balance <> coalesce(sum(e.amount), 0) OR a.balance < 0",
    ),
    "sums": ("wallet", "SELECT transfer_id AS id FROM entries GROUP BY transfer_id HAVING sum(amount) <> 0"),
}


class Agreement(BaseModel):
    """How much was compared, what is still under way, and every difference found."""

    orders: int
    under_way: int
    unpublished: int
    differences: list[str]

    @property
    def at_rest(self) -> bool:
        return self.under_way == 0 and self.unpublished == 0


def look(state: State) -> Agreement:
    """Compares the stores of a running fleet. `Failure` if they cannot be reached."""
    return asyncio.run(compare(state))


async def compare(state: State) -> Agreement:
    """As `look`, for callers that have a loop."""
    if state.servers is None:
        raise Failure("the fleet has no databases yet")
    try:
        found, unpublished = await _ask(state.servers.postgres)
    except (OSError, asyncpg.PostgresError) as error:
        raise Failure(f"the databases cannot be read: {error}") from error
    return Agreement(
        orders=len(found["orders"]),
        under_way=sum(order["state"] in _LIVE for order in found["orders"]),
        unpublished=unpublished,
        differences=differences(found),
    )


def differences(found: Mapping[str, Rows]) -> list[str]:
    """Every way in which the answers to `QUESTIONS` contradict each other."""
    return [*_ledger(found), *_orders(found), *_invoices(found), *_owners(found)]


async def _ask(superuser: str) -> tuple[dict[str, Rows], int]:
    connections = {name: await asyncpg.connect(url_of(superuser, name), timeout=10) for name in _SERVICES}
    try:
        found = {name: await connections[service].fetch(sql) for name, (service, sql) in QUESTIONS.items()}
        waiting = "SELECT count(*) FROM outbox WHERE published_at IS NULL"
        return found, sum([await connection.fetchval(waiting) for connection in connections.values()])
    finally:
        for connection in connections.values():
            await connection.close()


def _ledger(found: Mapping[str, Rows]) -> Iterator[str]:
    for row in found["sums"]:
        yield f"transfer {row['id']} does not sum to zero"
    for row in found["balances"]:
        yield f"account {row['id']} has {row['balance']}, its entries say {row['entries']}"


def _orders(found: Mapping[str, Rows]) -> Iterator[str]:
    decisions = {row["order_id"]: row["outcome"] for row in found["decisions"]}
    holds = {row["order_id"]: row for row in found["holds"]}
    captures = {row["order_id"]: row for row in found["captures"]}
    orders = {row["id"]: row for row in found["orders"]}
    for order_id, order in orders.items():
        if order["state"] not in _LIVE:
            for what in _of_order(order, decisions.get(order_id), holds.get(order_id), captures.get(order_id)):
                yield f"order {order_id} is {order['state']}, but {what}"
    for order_id in {*decisions, *holds, *captures} - set(orders):
        yield f"order {order_id} is known to others, but not to the marketplace"


def _of_order(order: Any, decision: str | None, hold: Any, capture: Any) -> Iterator[str]:
    if order["state"] == "completed":
        if decision != "transferred":
            yield f"its animal is {decision or 'not decided on'}"
        if capture is None or (capture["times"], capture["amount"], capture["fee"] or 0) != (
            1,
            order["price"],
            order["fee"],
        ):
            yield f"its captures are {dict(capture) if capture else 'none'}"
        return
    if decision == "transferred":
        yield "its animal was transferred"
    if capture is not None:
        yield "its price was captured"
    if hold is not None and hold["state"] == "placed":
        yield "its price is still held"


def _invoices(found: Mapping[str, Rows]) -> Iterator[str]:
    prices = {row["id"]: row["price"] for row in found["orders"] if row["state"] == "completed"}
    invoices = {row["order_id"]: (row["times"], row["amount"]) for row in found["invoices"]}
    for order_id in {*prices, *invoices}:
        wanted = (1, prices[order_id]) if order_id in prices else None
        if wanted != invoices.get(order_id):
            yield f"order {order_id} wants {wanted or 'no'} purchase invoice, and has {invoices.get(order_id, 'none')}"
    for row in found["gaps"]:
        yield f"invoices {row['entity']}-{row['year']} were numbered up to {row['last']}, and there are {row['issued']}"


def _owners(found: Mapping[str, Rows]) -> Iterator[str]:
    owners: dict[UUID, UUID | None] = {row["id"]: row["owner_id"] for row in found["owners"]}
    under_way = {row["livestock_id"] for row in found["orders"] if row["state"] in _LIVE}
    for row in found["current"]:
        if owners[row["id"]] != row["owner_id"]:
            yield f"animal {row['id']} belongs to {owners[row['id']]}, its history says {row['owner_id']}"
    for row in found["known_owners"]:
        if row["id"] not in under_way and owners.get(row["id"]) != row["owner_id"]:
            yield f"animal {row['id']} belongs to {owners.get(row['id'])}, the marketplace thinks {row['owner_id']}"
    buyers = {row["id"]: row["buyer_id"] for row in found["orders"] if row["state"] == "completed"}
    for row in found["current"]:
        if row["order_id"] in buyers and buyers[row["order_id"]] != row["owner_id"]:
            yield f"animal {row['id']} belongs to {row['owner_id']}, order {row['order_id']} was another's"
