"""Ends the connection of a device: the service connects with the same client id, and the broker hangs up on the first.

RabbitMQ asks about a topic once a connection, so that a refusal would come too late. MQTT 3.1.1, section 3.1.
"""

import asyncio
import struct
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from amigok_chassis.context import Context
from stream.mqtt.service import takeover_secret, vhost_of

SECONDS = 5
_CLEAN_WITH_LOGIN = 0xC2
_KEEP_ALIVE = 10
_ACCEPTED = b"\x20\x02\x00\x00"
_DISCONNECT = b"\xe0\x00"


async def end_connection(context: Context, device_id: UUID) -> None:
    """Ends what a device has open, and forgets its subscription. Raises OSError, TimeoutError."""
    secret = takeover_secret(context, device_id, expires_in=timedelta(minutes=1))
    hello = connect_packet(str(device_id), f"{vhost_of(context)}:{device_id}", secret)
    at = urlsplit(context.config.mqtt_url)
    async with asyncio.timeout(SECONDS):
        reader, writer = await asyncio.open_connection(at.hostname, at.port or 1883)
        try:
            writer.write(hello)
            answer = await reader.readexactly(len(_ACCEPTED))
            if answer[:2] != _ACCEPTED[:2] or answer[3] != 0:
                raise ConnectionRefusedError("the broker does not let the service connect as a device")
            writer.write(_DISCONNECT)
            await writer.drain()
        finally:
            writer.close()


def connect_packet(client_id: str, username: str, password: str) -> bytes:
    """A CONNECT of MQTT 3.1.1 with a clean session."""
    body = _string("MQTT") + struct.pack("!BBH", 4, _CLEAN_WITH_LOGIN, _KEEP_ALIVE)
    body += _string(client_id) + _string(username) + _string(password)
    return b"\x10" + _length(len(body)) + body


def _string(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack("!H", len(encoded)) + encoded


def _length(size: int) -> bytes:
    """Seven bits a byte, the lowest first; the eighth says that there is more (section 2.2.3)."""
    encoded = bytearray()
    while True:
        size, low = divmod(size, 128)
        encoded.append(low | (0x80 if size else 0))
        if not size:
            return bytes(encoded)
