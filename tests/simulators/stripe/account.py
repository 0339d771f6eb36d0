"""A Stripe account: objects by their ids, its balance, and their events."""

import copy
from collections.abc import Callable, Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from tests.simulators.stripe import wire
from tests.simulators.stripe.wire import Asked, Row
from tests.simulators.webhooks import Sender

OPENING = 100_000_000
"""The initial balance in each currency, in minor units."""


class Fee(BaseModel):
    """Stripe's fee for a payment: a share in millionths, and a fixed part in minor units."""

    model_config = ConfigDict(extra="forbid")

    millionths: int = Field(ge=0, le=1_000_000)
    fixed: int = Field(ge=0)

    def of(self, amount: int) -> int:
        """Halves are rounded up."""
        return min(amount, (amount * self.millionths + 500_000) // 1_000_000 + self.fixed)


class Range(BaseModel):
    model_config = ConfigDict(extra="forbid")

    gt: int | None = None
    gte: int | None = None
    lt: int | None = None
    lte: int | None = None

    def holds(self, at: int) -> bool:
        return (
            (self.gt is None or at > self.gt)
            and (self.gte is None or at >= self.gte)
            and (self.lt is None or at < self.lt)
            and (self.lte is None or at <= self.lte)
        )


class Listed(Asked):
    """The parameters of every list. Further fields of a subclass are compared with those of the objects."""

    limit: Annotated[int, Field(ge=1, le=100)] = 10
    starting_after: str | None = None
    ending_before: str | None = None
    created: Range | int | None = None

    def matches(self, row: Row) -> bool:
        asked = self.model_dump(exclude={"expand", *Listed.model_fields}, exclude_none=True)
        within = self.created if isinstance(self.created, Range) else Range(gte=self.created, lte=self.created)
        return within.holds(row["created"]) and all(row.get(name) == value for name, value in asked.items())


class Account:
    """One account. Objects are rows in Stripe's format, in the order in which they were made."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self.reset()

    def reset(self) -> None:
        """Makes it a new account."""
        self._rows: dict[str, Row] = {}
        self.fees = {
            "card": Fee(millionths=29_000, fixed=30),
            "us_bank_account": Fee(millionths=8_000, fixed=0),
            "customer_balance": Fee(millionths=5_000, fixed=0),
            "sepa_debit": Fee(millionths=8_000, fixed=0),
            "bacs_debit": Fee(millionths=10_000, fixed=0),
            "crypto": Fee(millionths=15_000, fixed=0),
            "dispute": Fee(millionths=0, fixed=1_500),
        }

    def add(self, row: Row) -> Row:
        self._rows[row["id"]] = row
        return row

    def remove(self, row: Row) -> None:
        del self._rows[row["id"]]

    def all(self, object: str) -> Iterator[Row]:
        """Lists objects, newest first."""
        return (row for row in reversed(list(self._rows.values())) if row["object"] == object)

    def found(self, object: str, id: str) -> Row:
        row = self._rows.get(id)
        if row is None or row["object"] != object:
            raise wire.refuse(404, f"No such {object}: {id!r}", code="resource_missing", param="id")
        return row

    def named(self, object: str, name: str) -> Row:
        """Finds the newest object with this id, or with this value in its metadata."""
        for row in self.all(object):
            if row["id"] == name or name in row.get("metadata", {}).values():
                return row
        return self.found(object, name)

    def page(self, object: str, url: str, asked: Listed, keep: Callable[[Row], bool] = lambda row: True) -> Row:
        rows = [row for row in self.all(object) if asked.matches(row) and keep(row)]
        ids = [row["id"] for row in rows]
        for cursor in filter(None, (asked.starting_after, asked.ending_before)):
            if cursor not in ids:
                raise wire.refuse(400, f"No such {object}: {cursor!r}", code="resource_missing")
        if asked.ending_before:
            rows = rows[: ids.index(asked.ending_before)]
            data, more = rows[-asked.limit :], len(rows) > asked.limit
        else:
            rows = rows[ids.index(asked.starting_after) + 1 if asked.starting_after else 0 :]
            data, more = rows[: asked.limit], len(rows) > asked.limit
        listed = {"object": "list", "url": url, "data": data, "has_more": more}
        return self.shown(listed, asked)

    def shown(self, row: Row, asked: Asked) -> Row:
        """Returns a copy in which the requested ids are replaced by their objects."""
        shown = copy.deepcopy(row)
        for path in asked.expand:
            self._expand(shown, path.split("."), path)
        return shown

    def _expand(self, row: Any, path: list[str], whole: str) -> None:
        if isinstance(row, list):
            for each in row:
                self._expand(each, path, whole)
            return
        first, *rest = path
        if not isinstance(row, dict) or first not in row:
            raise wire.refuse(400, f"This property cannot be expanded ({whole[:50]})", param="expand")
        if isinstance(row[first], str) and row[first] in self._rows:
            row[first] = copy.deepcopy(self._rows[row[first]])
        if rest and row[first] is not None:
            self._expand(row[first], rest, whole)

    def move(self, type: str, amount: int, currency: str, *, source: str, category: str, fee: int = 0) -> Row:
        """Adds a row to the balance: `amount` in minor units (negative: money out), and Stripe's fee."""
        details = [{"type": "stripe_fee", "amount": fee, "currency": currency, "description": "Stripe fees"}]
        moved = wire.new(
            "balance_transaction",
            "txn",
            type=type,
            amount=amount,
            fee=fee,
            net=amount - fee,
            currency=currency,
            source=source,
            reporting_category=category,
            status="available",
            available_on=wire.now(),
            fee_details=details if fee else [],
            description=None,
            exchange_rate=None,
        )
        return self.add(moved)

    def balance(self, currency: str) -> int:
        nets: list[int] = [row["net"] for row in self.all("balance_transaction") if row["currency"] == currency]
        return OPENING + sum(nets)

    def tell(self, type: str, row: Row) -> None:
        """Stores an event and sends it, with the object's current state."""
        event = wire.new(
            "event",
            "evt",
            type=type,
            api_version=wire.API_VERSION,
            data={"object": copy.deepcopy(row)},
            pending_webhooks=len(self._sender.endpoints),
            request={"id": None, "idempotency_key": None},
        )
        self._sender.send(self.add(event), type)
