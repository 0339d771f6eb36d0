"""How long to wait between two attempts."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID
from zlib import crc32


@dataclass(frozen=True)
class Backoff:
    """Pauses that double from `first` to `longest`, each shortened by up to a quarter.

    The shortening follows from the row's id and the attempt, so that rows that failed together do not return together.
    """

    first: timedelta = timedelta(seconds=2)
    longest: timedelta = timedelta(minutes=10)

    def after(self, attempts: int, id: UUID) -> timedelta:
        """The pause after so many attempts of a row, 1 or more."""
        doubled = self.first * float(2 ** min(max(attempts - 1, 0), 40))
        shortened = 1 - crc32(id.bytes + attempts.to_bytes(4)) / 2**34
        return min(doubled, self.longest) * shortened
