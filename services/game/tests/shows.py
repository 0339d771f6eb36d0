"""Contests for tests: what administrators and owners do, and what farm, wallet and feed tell."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import httpx

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.farm import (
    FarmChanged,
    LivestockDied,
    LivestockOwnershipTransferred,
    LivestockRegistered,
    LivestockReinstated,
    LivestockTypeChanged,
    LivestockWeighed,
)
from amigok_contracts.game_contests import ENTRY, EntryHoldRequested
from amigok_contracts.money_requests import Share
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused

_versions = count(10)

DAY = timedelta(days=1)
GAIN = {"kind": "weight_gain", "least_days": 7}


class Show:
    """A farm with sheep, an administrator, and the contests that they hold."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin, self.farm_id, self.type_id = new_id(), new_id(), new_id()

    async def begin(self) -> None:
        await self.rig.is_known(self.admin, role="admin")
        farm = FarmChanged(
            farm_id=self.farm_id,
            aggregate_version=1,
            name="Hill Farm",
            time_zone="Europe/Istanbul",
            latitude=38.4,
            longitude=27.2,
        )
        kind = LivestockTypeChanged(livestock_type_id=self.type_id, aggregate_version=1, name="Sheep", retired=False)
        await self.rig.deliver(farm, kind)

    async def ask(self, method: str, path: str, *, by: UUID | None = None, **body: Any) -> httpx.Response:
        """A request by an administrator, or by this user."""
        role = "admin" if by is None or by == self.admin else "investor"
        kwargs = {"json": body} if method in ("POST", "PUT") else {"params": body}
        return await self.rig.request(method, f"/api/v1{path}", user=by or self.admin, role=role, **kwargs)

    async def contest(self, *, opened: bool = True, **terms: Any) -> dict[str, Any]:
        """A contest that is open now, unless told otherwise."""
        answer = await self.ask("POST", "/admin/contests", **(self.terms() | terms))
        assert answer.status_code == 201, answer.text
        contest: dict[str, Any] = answer.json()
        if opened:
            answer = await self.ask("POST", f"/admin/contests/{contest['id']}/open", version=contest["version"])
            assert answer.status_code == 200, answer.text
        return contest

    def terms(self, **rules: Any) -> dict[str, Any]:
        """Terms of a weight contest that starts in two days and lasts for thirty."""
        now = clock.now()
        return {
            "title": "Heaviest gain of the spring",
            "rules": {"scoring": GAIN, "places": 10, "least_entries": 1} | rules,
            "rules_text": "Animals are weighed by the farm's staff.",
            "registration_closes_at": (now + DAY).isoformat(),
            "starts_at": (now + 2 * DAY).isoformat(),
            "ends_at": (now + 32 * DAY).isoformat(),
        }

    async def animal(self, owner: UUID | None, *, breed_id: UUID | None = None, kg: str = "40") -> UUID:
        """An animal that its owner has had for a hundred days."""
        registered = LivestockRegistered(
            livestock_id=new_id(),
            aggregate_version=1,
            farm_id=self.farm_id,
            farm_name="Hill Farm",
            livestock_type_id=self.type_id,
            breed_id=breed_id,
            type_name="Sheep",
            breed_name="Merino",
            tag_number=f"T{new_id().hex[-6:]}",
            sex="female",
            weight_kg=Decimal(kg),
            value=Money.of_minor(24_000, "EUR"),
            owner_id=owner,
            date_of_birth=date(2020, 1, 1),
            registered_at=clock.now() - 100 * DAY,
        )
        await self.rig.deliver(registered)
        return registered.livestock_id

    async def enter(self, contest: dict[str, Any], owner: UUID, livestock_id: UUID, **changes: Any) -> httpx.Response:
        body = {"livestock_id": str(livestock_id), "contest_version": contest["version"]} | changes
        return await self.ask("POST", f"/contests/{contest['id']}/register", by=owner, **body)

    async def entered(self, contest: dict[str, Any], owner: UUID | None = None) -> dict[str, Any]:
        """A new animal in a contest; its fee, if any, is not held yet."""
        owner = owner or await self.rig.is_known(new_id(), kyc="approved")
        answer = await self.enter(contest, owner, await self.animal(owner))
        assert answer.status_code == 201, answer.text
        return answer.json() | {"owner_id": owner}

    async def entry(self, entry_id: str) -> dict[str, Any]:
        """The row of an entry."""
        [row] = await self.rig.db.fetch("SELECT * FROM entries WHERE id = $1", UUID(entry_id))
        return dict(row)

    async def read(self, contest: dict[str, Any]) -> dict[str, Any]:
        answer = await self.ask("GET", f"/admin/contests/{contest['id']}")
        found: dict[str, Any] = answer.json()
        return found

    async def move(self, contest: dict[str, Any], stage: str, *, by: UUID | None = None) -> httpx.Response:
        """An administrator starts or ends a contest ahead of its time."""
        return await self.ask("POST", f"/admin/contests/{contest['id']}/{stage}", by=by, version=contest["version"])

    async def started(self, contest: dict[str, Any]) -> dict[str, Any]:
        answer = await self.move(contest, "start")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def weighs(self, livestock_id: str, kg: str, *, at: datetime) -> LivestockWeighed:
        """The farm tells a weight."""
        event = weighed(livestock_id, kg, at=at)
        await self.rig.deliver(event)
        return event

    async def sells(self, entry: dict[str, Any], buyer: UUID | None = None) -> LivestockOwnershipTransferred:
        return await self.transfers(entry["livestock_id"], entry["owner_id"], buyer or new_id(), order_id=new_id())

    async def transfers(
        self, livestock_id: UUID, seller: UUID, buyer: UUID, *, order_id: UUID
    ) -> LivestockOwnershipTransferred:
        """The farm tells that an animal changed hands."""
        event = LivestockOwnershipTransferred(
            livestock_id=livestock_id,
            aggregate_version=next(_versions),
            order_id=order_id,
            previous_owner_id=seller,
            owner_id=buyer,
            price=Money.of_minor(30_000, "EUR"),
            transferred_at=clock.now(),
        )
        await self.rig.deliver(event)
        return event

    async def dies(self, entry: dict[str, Any]) -> LivestockDied:
        event = LivestockDied(
            livestock_id=entry["livestock_id"],
            aggregate_version=next(_versions),
            death_id=new_id(),
            owner_id=entry["owner_id"],
            died_at=clock.now(),
        )
        await self.rig.deliver(event)
        return event

    async def lives(self, death: LivestockDied) -> None:
        """The report of a death was wrong."""
        names = ("livestock_id", "death_id", "owner_id")
        about = {name: getattr(death, name) for name in names}
        await self.rig.deliver(LivestockReinstated(aggregate_version=next(_versions), **about))

    async def board(self, contest: dict[str, Any], **query: Any) -> list[dict[str, Any]]:
        """The leaderboard, when all that is known is counted."""
        await self.rig.run_task("score_animal")
        answer = await self.ask("GET", f"/contests/{contest['id']}/leaderboard", **query)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def moves(self, by: timedelta) -> None:
        """Time goes by, and the contests follow it."""
        await self.waits(by)
        await self.rig.run_task("move_contest")

    async def waits(self, by: timedelta) -> None:
        """Time goes by; where there is Redis, it says so."""
        offset = clock.offset() + by
        if self.rig.context.redis is not None:
            await self.rig.context.redis.set(clock.OFFSET_KEY, offset.total_seconds())
        clock.set_offset(offset)


def weighed(livestock_id: str, kg: str, *, at: datetime, supersedes: UUID | None = None) -> LivestockWeighed:
    return LivestockWeighed(
        livestock_id=UUID(str(livestock_id)),
        aggregate_version=next(_versions),
        weighing_id=new_id(),
        measured_at=at,
        measured_kg=Decimal(kg),
        weight_kg=Decimal(kg),
        value=Money.of_minor(24_000, "EUR"),
        weighed_at=at,
        supersedes_id=supersedes,
    )


def placed(asked: EntryHoldRequested) -> HoldPlaced:
    """The wallet has set a fee aside."""
    names = ("purpose", "reference_id", "payer_id", "amount", "expires_at")
    return HoldPlaced(hold_id=new_id(), **{name: getattr(asked, name) for name in names})


def refused(asked: EntryHoldRequested) -> HoldRefused:
    names = ("purpose", "reference_id", "payer_id", "amount")
    return HoldRefused(reason="insufficient_funds", **{name: getattr(asked, name) for name in names})


def captured(asked: EntryHoldRequested) -> HoldCaptured:
    """The wallet has taken a fee."""
    return HoldCaptured(
        hold_id=new_id(),
        purpose=ENTRY,
        reference_id=asked.reference_id,
        transfer_id=new_id(),
        payer_id=asked.payer_id,
        amount=asked.amount,
        shares=(Share(amount=asked.amount, fee="entry"),),
    )


def ids(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The entries of a leaderboard, in its order."""
    return [row["entry_id"] for row in rows]


def types(events: Sequence[Event]) -> list[str]:
    return [event.type for event in events]
