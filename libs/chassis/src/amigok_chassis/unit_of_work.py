"""What a use case works with: one transaction, and what the process provides."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Select, event, inspect
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session

from amigok_chassis.actor import Actor, actor
from amigok_chassis.sealing import DATA_KEY, FLEET_KEY
from amigok_chassis.settings import S, of_kind

SETTINGS = "settings"
"""The key in the `.info` of a unit of work for the service's own settings."""

DUE = "due"
"""The key for the names of tables in which rows were made due."""


_HELD = "held"
"""The key for the rows that were locked and loaded, by class and primary key."""

_SHARED = "shared"
"""The key for the rows that others may share the lock of, by class and primary key."""

_AHEAD = "ahead"
"""The key for what was read for a whole batch of events."""

_ANEW = "populate_existing"

T = TypeVar("T")


class _Session(Session):
    """Writes what was changed before any statement, not only before those of the ORM."""


@event.listens_for(_Session, "do_orm_execute")
def _flush(state: ORMExecuteState) -> None:
    if state.session.autoflush and not state.is_orm_statement:
        state.session.flush()


@event.listens_for(_Session, "after_commit")
@event.listens_for(_Session, "after_soft_rollback")
def _let_go(session: Session, *_: Any) -> None:
    """Locks end with the transaction, or with the savepoint that they were taken in."""
    for kept in (_HELD, _SHARED, _AHEAD):
        session.info.pop(kept, None)


class UnitOfWork(AsyncSession):
    """A session whose changes, events and audit entries commit together, or not at all.

    Requests, handlers and jobs are given one. `emit(db, event)` and `audit.record(db, ...)` add to it; the time is the
    chassis clock's.
    """

    sync_session_class = _Session

    async def lock(self, query: Select[T], *, key_share: bool = False, read: bool = False) -> list[T]:
        """Locks the rows of a query, in its order, and loads them as they are now.

        From now on `get` returns them without asking the database again: a batch of events reads each row once. With
        `key_share` others may still refer to the rows meanwhile. With `read` they may lock them so, too, and nobody may
        change them; `get` does not return those.
        """
        locked = query.with_for_update(key_share=key_share, read=read).execution_options(populate_existing=True)
        rows: list[T] = list(await self.scalars(locked))
        self._keep(_SHARED if read else _HELD, rows)
        return rows

    async def lock_one(self, entity: type[T], ident: Any, *, key_share: bool = False) -> T | None:
        """Locks the row with this primary key and loads it as it is now, unless that was done. None: no such row."""
        if (held := self._held(entity, ident)) is not None:
            return held
        row = await super().get(entity, ident, with_for_update={"key_share": key_share}, populate_existing=True)
        self.hold([] if row is None else [row])
        return row

    def hold(self, rows: Iterable[Any]) -> None:
        """Notes that this transaction has locked these rows, and loaded them since, or made them."""
        self._keep(_HELD, rows)

    def held(self, entity: type[T], *, read: bool = False) -> Iterator[T]:
        """The rows of a table that this transaction has locked and loaded; with `read` those that it shares."""
        return (row for (kind, _), row in self.info.get(_SHARED if read else _HELD, {}).items() if kind is entity)

    def _keep(self, where: str, rows: Iterable[Any]) -> None:
        kept = self.info.setdefault(where, {})
        for row in rows:
            kept[type(row), tuple(inspect(row).mapper.primary_key_from_instance(row))] = row

    def _held(self, entity: type[T], ident: Any) -> T | None:
        row: T | None = self.info.get(_HELD, {}).get((entity, ident if isinstance(ident, tuple) else (ident,)))
        return row if row is not None and row in self and not inspect(row).expired_attributes else None

    @property
    def ahead(self) -> dict[Any, dict[Any, Any]]:
        """What was read for a whole batch of events, and not asked for yet."""
        kept: dict[Any, dict[Any, Any]] = self.info.setdefault(_AHEAD, {})
        return kept

    async def get(self, entity: type[T], ident: Any, **options: Any) -> T | None:  # type: ignore[override]
        """Returns the row with this primary key, or None; what `lock` has loaded is not read again."""
        if not options.get(_ANEW) and (held := self._held(entity, ident)) is not None:
            return held
        return await super().get(entity, ident, **options)

    async def get_one(self, entity: type[T], ident: Any, **options: Any) -> T:  # type: ignore[override]
        """Returns the row with this primary key. Raises NoResultFound."""
        row = await self.get(entity, ident, **options)
        if row is None:
            raise NoResultFound(f"no {entity.__name__} has this primary key")
        return row

    async def connection(self, *arguments: Any, flush: bool = True, **options: Any) -> AsyncConnection:
        """The connection, for statements that go past the ORM. What was changed is written before, if `flush` is."""
        if flush and self.autoflush and (self.new or self.dirty or self.deleted):
            await self.flush()
        return await super().connection(*arguments, **options)

    def settings(self, kind: type[S]) -> S:
        """The service's own settings, read once at start. Raises LookupError where they are not of this kind."""
        return of_kind(self.info.get(SETTINGS), kind)

    @property
    def data_key(self) -> bytes:
        """The service's data key, 32 bytes. Raises LookupError before it is opened."""
        return self._key(DATA_KEY)

    @property
    def fleet_key(self) -> bytes:
        """The fleet's key, 32 bytes. Raises LookupError in a service that has none."""
        return self._key(FLEET_KEY)

    @property
    def actor(self) -> Actor:
        """Who acts in this transaction."""
        return actor.get()

    def _key(self, name: str) -> bytes:
        key: bytes | None = self.info.get(name)
        if not key:
            raise LookupError(f"this unit of work has no {name.replace('_', ' ')}")
        return key
