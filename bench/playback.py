"""(p) Playlists of one camera for 500 viewers at once."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from statistics import median
from urllib.parse import SplitResult, urlsplit

import asyncpg
import httpx

from amigok_chassis.ids import new_id
from bench import child, load, seeds
from bench.results import Result
from bench.site import Site, api
from bench.tokens import token
from stream.main import service

VIEWERS = 500
EVERY, TIMES = 2.0, 4
"""Each viewer asks once for each segment of two seconds."""
NEEDED = VIEWERS / EVERY
ROUNDS = 3
SECONDS = 4.0
SEGMENTS = "".join(f"#EXTINF:2.000,\n{number}.ts\n" for number in range(10, 16))
OWNER, ANIMAL, CAMERA = new_id(), new_id(), new_id()

SOW = f"""
    INSERT INTO animals (id, version, details_version, birth_version, place_version, weight_version, blocks_version,
        owner_id, farm_id) VALUES ('{ANIMAL}', 1, 1, 1, 1, 1, 1, '{OWNER}', '{CAMERA}');
    INSERT INTO ownership_intervals VALUES ('{ANIMAL}', 1, '{OWNER}', tstzrange(now() - interval '1 day', NULL));
    INSERT INTO devices (id, version, name, serial, farm_id, created_at, created_by)
        VALUES ('{CAMERA}', 1, 'Barn device', 'S1', '{CAMERA}', now(), '{OWNER}');
    INSERT INTO cameras (id, version, device_id, farm_id, name, recording, detection_enabled, is_active, created_at,
        created_by) VALUES ('{CAMERA}', 1, '{CAMERA}', '{CAMERA}', 'Barn', 'off', false, true, now(), '{OWNER}');
    INSERT INTO camera_animals VALUES ('{CAMERA}', '{ANIMAL}', now(), '{OWNER}');
    INSERT INTO publishers (id, camera_id, device_id, farm_id, state, key_digest, moment, offered_at, expires_at,
        started_at, heard_at) VALUES ('{CAMERA}', '{CAMERA}', '{CAMERA}', '{CAMERA}', 'live', '', '1:1:', now(), now(),
        now() - interval '30 seconds', now());
"""


def measure(site: Site) -> list[Result]:
    """The service alone, on two cores that the viewers share with it."""
    with _media_server() as media, _stream(site, media) as url:
        path = _link(url)
        rates = [load.rate(url, [load.get(path)], seconds=SECONDS, clients=VIEWERS)["rate"] for _ in range(ROUNDS)]
        waits = [child.run("playback:watch", url=url, path=path)["p99_ms"] for _ in range(ROUNDS)]
    note = f"{VIEWERS} viewers, who need {NEEDED:.0f} a second"
    return [
        Result(name="playlists served", value=median(rates), at_least=NEEDED, note=note, rounds={"ours": rates}),
        Result(name="a playlist, p99", value=median(waits), unit=" ms", note="every 2 s each", rounds={"ours": waits}),
    ]


async def watch(url: str, path: str) -> dict[str, float]:
    """So many viewers ask every two seconds, at times of their own. Returns how long they wait."""
    waits: list[float] = []
    await asyncio.gather(*(_viewer(urlsplit(url), path, number * EVERY / VIEWERS, waits) for number in range(VIEWERS)))
    return {"p99_ms": 1000 * sorted(waits)[len(waits) * 99 // 100]}


async def _viewer(address: SplitResult, path: str, begins: float, waits: list[float]) -> None:
    await asyncio.sleep(begins)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    for _ in range(TIMES):
        begun = time.perf_counter()
        writer.write(load.get(path).encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        await reader.readexactly(int(head.partition("content-length:")[2].split()[0]))
        waits.append(time.perf_counter() - begun)
        await asyncio.sleep(max(0.0, EVERY - waits[-1]))
    writer.close()


@contextmanager
def _stream(site: Site, media: str) -> Iterator[str]:
    settings = {"STREAM_MEDIA_URL": media, "STREAM_LINK_SECRET": "bench", "STREAM_CALLBACK_SECRET": "bench"}
    os.environ.update(settings)
    try:
        with api(site, "stream", asyncio.run(_seeded(site)), ready="/health/ready") as url:
            yield url
    finally:
        for name in settings:
            del os.environ[name]


async def _seeded(site: Site) -> str:
    database = await seeds.database_of(service, site.scratch, "stream_playback")
    await sow(database)
    return database


async def sow(database: str) -> None:
    """Fills a database of stream with an animal that a live camera shows."""
    connection = await asyncpg.connect(database)
    await connection.execute(SOW)
    await connection.close()


def _link(url: str) -> str:
    headers = {"Authorization": f"Bearer {token(OWNER)}"}
    answer = httpx.get(f"{url}/api/v1/streams/livestock/{ANIMAL}/token", headers=headers).raise_for_status()
    address = urlsplit(answer.json()["playlist_url"])
    return f"{address.path}?{address.query}"


class _Lists(BaseHTTPRequestHandler):
    """The list of a session that has just got another segment."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Last-Modified", f"{datetime.now(UTC):%a, %d %b %Y %H:%M:%S} GMT")
        self.send_header("Content-Length", str(len(SEGMENTS)))
        self.end_headers()
        self.wfile.write(SEGMENTS.encode())

    def log_message(self, format: str, *args: object) -> None:
        return None


@contextmanager
def _media_server() -> Iterator[str]:
    """What the service asks of the media server, once a second."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Lists)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
