"""Links in mails that end mails of a kind, without signing in: nobody can make one for somebody else."""

import base64
import hmac
from uuid import UUID

from amigok_chassis import sealing, standing
from amigok_chassis.unit_of_work import UnitOfWork
from notification.kinds.table import KINDS
from notification.notice_preferences import service
from notification.notice_preferences.errors import InvalidStopLink

MAC_BYTES = 16


def token(data_key: bytes, user_id: UUID, kind: str) -> str:
    """What stands at the end of the link."""
    told = user_id.bytes + kind.encode()
    return base64.urlsafe_b64encode(_mac(data_key, told) + told).decode().rstrip("=")


async def stop(db: UnitOfWork, token: str) -> str:
    """Ends the mails that the token names. Returns their kind. Raises InvalidStopLink."""
    user_id, kind = _read(db.data_key, token)
    if not (await standing.of(db, user_id)).is_deleted:
        await service.choose(db, user_id, kind=kind, channel="email", mode="off")
    return kind


def _read(data_key: bytes, token: str) -> tuple[UUID, str]:
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise InvalidStopLink from error
    mac, told = raw[:MAC_BYTES], raw[MAC_BYTES:]
    if not hmac.compare_digest(mac, _mac(data_key, told)):
        raise InvalidStopLink
    kind = told[16:].decode()
    if kind not in KINDS or KINDS[kind].mandatory:
        raise InvalidStopLink
    return UUID(bytes=told[:16]), kind


def _mac(data_key: bytes, told: bytes) -> bytes:
    return hmac.digest(sealing.derive(data_key, "links that stop mails"), told, "sha256")[:MAC_BYTES]
