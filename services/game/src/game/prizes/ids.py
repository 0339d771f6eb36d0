"""The ids of awards: they follow from what was won, and sort by time as all ids do, as books need it."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION, _VARIANT = 7, 2


def award_id(ended_at: datetime, contest_id: UUID, rank: int, livestock_id: UUID, item: int) -> UUID:
    """A UUIDv7 (RFC 9562) of the moment when the contest ended, with a hash in place of what is random.

    A service whose database was restored gives the same prize under the same id, so the wallet pays it once. When the
    result was announced or corrected makes no difference.
    """
    digest = int.from_bytes(sha256(f"{contest_id}:{rank}:{livestock_id}:{item}".encode()).digest()[:10])
    milliseconds = (ended_at - _EPOCH) // timedelta(milliseconds=1)
    high, low = digest >> 68, digest & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | _VERSION << 76 | high << 64 | _VARIANT << 62 | low)
