"""MQTT 3.1.1, as much of it as a device needs: connect, publish with QoS 1, subscribe, stay alive.

The numbers are those of the OASIS standard, section 3.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

CONNECT, PUBLISH, PUBACK, SUBSCRIBE, PINGREQ = 1, 3, 4, 8, 12
CONNACK, SUBACK, PINGRESP = 2, 9, 13
KEEP_ALIVE = 30


class Refused(ConnectionError):
    """The broker does not let this client in, or not to this topic."""


class Connection:
    """A session that ends with the connection. `heard` has what came on the topics subscribed to."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._number = 0
        self._answers: dict[int, asyncio.Future[bytes]] = {}
        self.heard: asyncio.Queue[bytes] = asyncio.Queue(100)

    async def login(self, name: str, secret: str) -> None:
        """The client id is the user's name. Raises Refused."""
        flags = 0b11000010  # user name, password, clean session
        head = _text("MQTT") + bytes([4, flags]) + KEEP_ALIVE.to_bytes(2, "big")
        await self._send(CONNECT << 4, head + _text(name) + _text(name) + _text(secret))
        kind, body = await self._receive()
        if kind >> 4 != CONNACK or body[1]:
            raise Refused(f"the broker answers {body.hex()}")

    async def publish(self, topic: str, content: bytes) -> None:
        """Returns when the broker has it."""
        await self._answered(PUBLISH << 4 | 0b0010, content, topic=topic)

    async def subscribe(self, topic: str) -> None:
        """Raises Refused."""
        granted = await self._answered(SUBSCRIBE << 4 | 0b0010, _text(topic) + b"\x01")
        if granted[0] == 0x80:
            raise Refused(f"no subscription to {topic}")

    async def listen(self) -> None:
        """Hands on what the broker says, until it ends."""
        while True:
            kind, body = await self._receive()
            if kind >> 4 in (PUBACK, SUBACK):
                waiting = self._answers.pop(int.from_bytes(body[:2], "big"), None)
                if waiting and not waiting.done():
                    waiting.set_result(body[2:])
            elif kind >> 4 == PUBLISH:
                await self._hear(kind, body)

    async def stay_alive(self) -> None:
        while True:
            await asyncio.sleep(KEEP_ALIVE / 2)
            await self._send(PINGREQ << 4, b"")

    async def _hear(self, kind: int, body: bytes) -> None:
        at = 2 + int.from_bytes(body[:2], "big")
        if kind & 0b0110:
            await self._send(PUBACK << 4, body[at : at + 2])
            at += 2
        await self.heard.put(body[at:])

    async def _answered(self, kind: int, rest: bytes, *, topic: str | None = None) -> bytes:
        self._number = self._number % 0xFFFF + 1
        number = self._number.to_bytes(2, "big")
        waiting = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._send(kind, (_text(topic) if topic is not None else b"") + number + rest)
        return await asyncio.wait_for(waiting, 10)

    async def _send(self, kind: int, body: bytes) -> None:
        self._writer.write(bytes([kind]) + _length(len(body)) + body)
        await self._writer.drain()

    async def _receive(self) -> tuple[int, bytes]:
        [kind] = await self._reader.readexactly(1)
        length = shift = 0
        while True:
            [part] = await self._reader.readexactly(1)
            length |= (part & 0x7F) << shift
            shift += 7
            if not part & 0x80:
                return kind, await self._reader.readexactly(length)


@asynccontextmanager
async def connected(address: str, *, name: str, secret: str) -> AsyncIterator[Connection]:
    """A session of the device's at host:port. Raises OSError, Refused; a lost connection ends the block."""
    host, _, port = address.rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    connection = Connection(reader, writer)
    try:
        await connection.login(name, secret)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(connection.listen()), group.create_task(connection.stay_alive())]
            yield connection
            for task in tasks:
                task.cancel()
    except ExceptionGroup as lost:
        if lost.split((EOFError, OSError))[1]:
            raise
        raise Refused("the broker has ended the session") from lost
    finally:
        writer.close()


def _text(text: str) -> bytes:
    raw = text.encode()
    return len(raw).to_bytes(2, "big") + raw


def _length(size: int) -> bytes:
    out = bytearray()
    while True:
        size, part = divmod(size, 128)
        out.append(part | (0x80 if size else 0))
        if not size:
            return bytes(out)
