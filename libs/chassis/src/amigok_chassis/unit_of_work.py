"""What a use case works with: one transaction, and what the process provides."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.actor import Actor, actor
from amigok_chassis.sealing import DATA_KEY, FLEET_KEY
from amigok_chassis.settings import S, of_kind

SETTINGS = "settings"
"""The key in the `.info` of a unit of work for the service's own settings."""

DUE = "due"
"""The key for the names of tables in which rows were made due."""


class UnitOfWork(AsyncSession):
    """A session whose changes, events and audit entries commit together, or not at all.

    Requests, handlers and jobs are given one. `emit(db, event)` and `audit.record(db, ...)` add to it; the time is the
    chassis clock's.
    """

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
