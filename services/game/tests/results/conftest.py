import secrets
import struct
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID
from zlib import compress, crc32

import httpx
import pytest
from sqlalchemy import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts.game_contests import ContestEnded
from game.contests.models import Contest
from game.contests.rules import Rules
from game.entries.models import Entry
from game.entries.queries import population
from game.facts.models import FactRow
from game.judging.commitments import digest
from game.judging.order import positions
from game.main import service
from game.scoring.freezing import digest as frozen_hash
from game.scoring.rules import VERSION, Beauty, Criterion, Scoring, WeightGain
from game.stages.freezing import frozen_entry, frozen_terms

BEAUTY = Beauty(criteria=(Criterion(name="Coat", weight=60), Criterion(name="Gait", weight=40)), least_judges=3, trim=1)
GAIN = WeightGain(least_days=7)
CUP = [
    {"first": 1, "last": 1, "kind": "cash", "amount": {"amount": "100.00", "currency": "EUR"}},
    {"first": 2, "last": 3, "kind": "cash", "amount": {"amount": "20.01", "currency": "EUR"}},
    {"first": 1, "last": 3, "kind": "free_service", "what": "A checkup of your choice"},
]
DAY = timedelta(days=1)


def _chunk(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))


PNG = b"".join(
    [
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", compress(b"\0\0")),
        _chunk(b"IEND"),
    ]
)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


@pytest.fixture(autouse=True)
def real_time_again() -> Iterator[None]:
    yield
    clock.set_offset(timedelta())


def later(by: timedelta) -> None:
    clock.set_offset(clock.offset() + by)


class Court:
    """A contest that has ended, its judges, and what they do."""

    def __init__(self, rig: Rig) -> None:
        self.rig, self.admin = rig, new_id()
        self.contest_id = new_id()
        self.entries: list[UUID] = []
        self.owners: list[UUID] = []
        self.animals: list[UUID] = []
        self.judges: list[UUID] = []
        self.nonces: dict[UUID, str] = {}

    async def hold(
        self,
        scoring: Scoring = BEAUTY,
        *,
        entries: int = 6,
        prizes: Sequence[Any] = CUP,
        state: str = "judging",
        **rules: Any,
    ) -> None:
        """A contest that ended an hour ago, with so many entries of as many owners."""
        await self.rig.is_known(self.admin, role="admin")
        ended, places = clock.now() - timedelta(hours=1), max(entries, 2)
        started, is_beauty = ended - 30 * DAY, isinstance(scoring, Beauty)
        row = {
            "id": self.contest_id,
            "version": 1,
            "state": "registration_open",
            "type": scoring.kind,
            "title": "The finest of the spring",
            "description": "",
            "rules": Rules(scoring=scoring, places=places, **rules).model_dump(mode="json"),
            "rules_text": "The finest wins.",
            "prizes": list(prizes),
            "entry_fee": 0,
            "places": places,
            "places_taken": entries,
            "registration_closes_at": started,
            "starts_at": started,
            "ends_at": ended,
            "judging_ends_at": ended + 2 * DAY if is_beauty else None,
            "reveal_ends_at": ended + 4 * DAY if is_beauty else None,
            "appeal_days": 3,
            "created_at": started,
            "opened_at": started - DAY,
            "created_by": self.admin,
            "attempts": 0,
        }
        async with self.rig.db.unit_of_work() as db:
            await db.execute(insert(Contest).values(row))
            if entries:
                await db.execute(insert(Entry), [self._entry(number, started) for number in range(1, entries + 1)])
            contest = await db.get_one(Contest, self.contest_id)
            frozen = await population(db, self.contest_id)
            contest.started_at = contest.frozen_at = started
            contest.scoring_version = VERSION
            contest.frozen_hash = frozen_hash(frozen_terms(contest), map(frozen_entry, frozen))
            contest.ended_at, contest.state = ended if state == "judging" else None, state
        for owner in self.owners:
            await self.rig.is_known(owner, kyc="approved")

    def _entry(self, number: int, at: Any) -> dict[str, Any]:
        for ids in (self.entries, self.owners, self.animals):
            ids.append(new_id())
        return {
            "id": self.entries[-1],
            "contest_id": self.contest_id,
            "contest_version": 1,
            "livestock_id": self.animals[-1],
            "owner_id": self.owners[-1],
            "state": "competing",
            "fee": 0,
            "registered_at": at - DAY,
            "moved_at": at,
            "frozen_at": at,
            "blind_number": number,
            "particulars": {"type_name": "Sheep", "sex": "female", "date_of_birth": "2025-03-01"},
        }

    async def weighed(self, number: int, *kilograms: str, by: UUID | None = None) -> list[UUID]:
        """Weights of the animal of an entry, a week after another; returns their ids."""
        async with self.rig.db.unit_of_work() as db:
            contest = await db.get_one(Contest, self.contest_id)
            rows = [
                FactRow(
                    kind="weighing",
                    source_id=new_id(),
                    event_id=new_id(),
                    livestock_id=self.animals[number - 1],
                    at=contest.starts_at + week * 7 * DAY + timedelta(hours=1),
                    number=Decimal(each),
                    data={},
                )
                for week, each in enumerate(kilograms)
            ]
            db.add_all(rows)
        return [row.source_id for row in rows]

    async def valued(self, *numbers: int) -> None:
        """The animals of entries were bought before the contest, and are worth more a week after its start."""
        async with self.rig.db.unit_of_work() as db:
            contest = await db.get_one(Contest, self.contest_id)
            db.add_all(
                FactRow(
                    kind=kind,
                    source_id=new_id(),
                    event_id=new_id(),
                    livestock_id=self.animals[number - 1],
                    owner_id=self.owners[number - 1],
                    at=contest.starts_at + days * DAY,
                    amount=24_000 + 100 * days,
                    currency="EUR",
                    data={"version": 2},
                )
                for number in numbers
                for kind, days in (("purchase", -1), ("valuation", 7))
            )

    async def call(
        self, method: str, path: str, body: Any = None, *, user: UUID, role: str = "investor", **more: Any
    ) -> httpx.Response:
        more |= {} if body is None else {"json": body}
        return await self.rig.request(method, f"/api/v1/{path}", user=user, role=role, **more)

    async def as_admin(self, method: str, path: str, body: Any = None, *, user: UUID | None = None) -> httpx.Response:
        return await self.call(method, path, body, user=user or self.admin, role="admin")

    async def invited(self, user: UUID | None = None) -> UUID:
        """Somebody whom the administrator has asked to judge."""
        user = user or await self.rig.is_known(new_id())
        answer = await self.as_admin("POST", f"admin/contests/{self.contest_id}/judges", {"user_id": str(user)})
        assert answer.status_code == 201, answer.text
        return user

    async def accepted(self, user: UUID | None = None) -> UUID:
        """Somebody who judges."""
        user = await self.invited(user)
        answer = await self.call("POST", f"judging/{self.contest_id}/accept", user=user)
        assert answer.status_code == 200, answer.text
        self.judges.append(user)
        return user

    async def sees(self, judge: UUID) -> list[dict[str, Any]]:
        """The entries as a judge sees them."""
        answer = await self.call("GET", f"judging/{self.contest_id}/entries", user=judge)
        assert answer.status_code == 200, answer.text
        return list(answer.json())

    async def order(self, judge: UUID) -> dict[int, int]:
        """The blind number of the entry at each position of a judge, which only tests know."""
        sql = "SELECT seed FROM judges WHERE contest_id = $1 AND user_id = $2"
        [row] = await self.rig.db.fetch(sql, self.contest_id, judge)
        return positions(row["seed"], range(1, len(self.entries) + 1))

    async def marks(self, judge: UUID, by_number: Mapping[int, int]) -> dict[str, dict[str, int]]:
        """A sheet that gives entries, by blind number, these marks in each criterion, and nothing to the others."""
        order = await self.order(judge)
        given = {position: by_number.get(number, 0) for position, number in order.items()}
        return {str(position): {"Coat": mark, "Gait": mark} for position, mark in given.items()}

    async def commit(self, judge: UUID, marks: Mapping[str, Mapping[str, int]]) -> httpx.Response:
        nonce = secrets.token_hex(32)
        said = digest(self.contest_id, nonce, {int(each): marks[each] for each in marks})
        answer = await self.call("PUT", f"judging/{self.contest_id}/commitment", {"digest": said}, user=judge)
        if answer.status_code == 200:
            self.nonces[judge] = nonce
        return answer

    async def reveal(self, judge: UUID, marks: Any, nonce: str | None = None) -> httpx.Response:
        body = {"nonce": nonce or self.nonces[judge], "marks": marks}
        return await self.call("POST", f"judging/{self.contest_id}/reveal", body, user=judge)

    async def judge(self, *sheets: Mapping[int, int]) -> None:
        """As many judges as sheets commit to them and reveal them."""
        told = {}
        for sheet in sheets:
            judge = await self.accepted()
            told[judge] = await self.marks(judge, sheet)
            assert (await self.commit(judge, told[judge])).status_code == 200
        for judge in told:
            answer = await self.reveal(judge, told[judge])
            assert answer.status_code == 200, answer.text

    async def announced(self) -> dict[str, Any]:
        answer = await self.as_admin("POST", f"admin/contests/{self.contest_id}/announce-winners")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def ended(self) -> None:
        """The contest's own event, and what the clock does with it."""
        await self.rig.deliver(ContestEnded(contest_id=self.contest_id, contest_type="beauty", ended_at=clock.now()))
        await self.rig.run_task("end_contest")

    async def completed(self) -> None:
        """The time for appeals goes by."""
        await self.announced()
        later(3 * DAY + timedelta(minutes=1))
        await self.rig.run_task("end_contest")

    async def file(self, number: int | None = None) -> bytes:
        query = f"?number={number}" if number else ""
        answer = await self.rig.http.get(f"/api/v1/contests/{self.contest_id}/result/file{query}")
        assert answer.status_code == 200, answer.text
        return answer.content

    async def awards(self) -> list[dict[str, Any]]:
        rows = await self.rig.db.fetch("SELECT * FROM awards ORDER BY rank, kind, id")
        return [dict(row) for row in rows]


@pytest.fixture
async def court(rig: Rig) -> Court:
    return Court(rig)
