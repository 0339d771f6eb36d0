"""Small videos made by the real ffmpeg, and a spool as the media server fills it."""

import os
import subprocess
import time
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.detections.models import Detection
from stream.detections.parts import parts
from stream.ingest.models import Publisher
from stream.recordings.models import Recording, Shown
from stream.settings import Settings

_seconds = count(1)

HEADERS = bytes.fromhex(
    "464c56010500000009000000000800000700000000000000af00120856e500000000120900002c0000000000000017000000"
    "000142c00affe100186742c00ada0a37e4c044000003000400000300423c489a8001000468ce0fc800000037090000050000"
    "0000000000170200000000000010"
)
"""What the media server leaves of a part that it had just opened when the stream ended."""


@lru_cache
def video(kind: str, seconds: int = 3) -> bytes:
    """A test picture with a tone: `flv` or `mpegts`, 160 by 90, five frames a second."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=160x90:rate=5"]
    command += ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=22050", "-t", str(seconds)]
    command += ["-c:v", "libx264", "-preset", "ultrafast", "-g", "10", "-pix_fmt", "yuv420p", "-c:a", "aac"]
    return subprocess.run([*command, "-f", kind, "pipe:1"], check=True, capture_output=True).stdout


class Barn:
    """A yard with a camera that is live and an animal in its area; its video lands in a spool."""

    def __init__(self, yard: Yard, spool: Path) -> None:
        self.yard, self.rig, self.spool = yard, yard.rig, spool

    @classmethod
    async def opened(cls, yard: Yard, spool: Path, *, rule: str = "continuous", **settings: Any) -> "Barn":
        barn = cls(yard, spool)
        use(yard.rig, spool=spool, **settings)
        barn.machine = await yard.machine()
        barn.camera_id = await yard.camera(barn.machine, recording=rule)
        barn.livestock_id = await yard.animal()
        await yard.place(barn.livestock_id)
        barn.session_id = await barn.session(barn.camera_id)
        return barn

    machine: Machine
    camera_id: UUID
    livestock_id: UUID
    session_id: UUID

    async def session(self, camera_id: UUID, state: str = "live") -> UUID:
        now, ended_at = clock.now(), clock.now() if state == "ended" else None
        row = Publisher(
            id=new_id(),
            camera_id=camera_id,
            device_id=self.machine.id,
            farm_id=self.yard.farm_id,
            state=state,
            key_digest=new_id().bytes,
            moment="1:1:",
            offered_at=now,
            expires_at=now,
            started_at=now,
            heard_at=now,
            ended_at=ended_at,
        )
        async with self.rig.db.unit_of_work() as db:
            db.add(row)
        return row.id

    def leaves(
        self, content: bytes | None = None, *, ago: float = 120, session_id: UUID | None = None, quiet: float = 60
    ) -> Path:
        """The media server leaves a part that began so many seconds ago, and has not grown for `quiet` seconds."""
        path = self.spool / f"{session_id or self.session_id}-{int(time.time() - ago)}.flv"
        path.write_bytes(video("flv") if content is None else content)
        os.utime(path, (time.time() - quiet,) * 2)
        return path

    async def detects(self, livestock_id: UUID, at: datetime) -> None:
        row = Detection(
            device_id=self.machine.id,
            event_id=new_id(),
            detected_at=at,
            device_at=at,
            received_at=clock.now(),
            livestock_id=livestock_id,
            camera_id=self.camera_id,
            farm_id=self.yard.farm_id,
            position=0,
            marks=0,
            confidence=9000,
            card="C1",
            card_key="c1",
        )
        async with self.rig.db.unit_of_work() as db:
            await parts(self.rig.context.settings(Settings)).maintain(db)
            db.add(row)

    async def recorded(self, *, ago: timedelta, detected: bool = False, size: int = 1000) -> UUID:
        """A recording of a minute, as it is indexed, with some bytes for a video."""
        begin = clock.now() - ago
        row = Recording(
            id=new_id(),
            session_id=self.session_id,
            began=next(_seconds),
            camera_id=self.camera_id,
            device_id=self.machine.id,
            farm_id=self.yard.farm_id,
            started_at=begin,
            ended_at=begin + timedelta(seconds=60),
            during=Range(begin, begin + timedelta(seconds=61)),
            duration_ms=60_000,
            size=size,
            codec="h264",
            width=160,
            height=90,
            recording_class="detections" if detected else "continuous",
            judged_at=clock.now(),
            stored_at=clock.now(),
        )
        await self.rig.context.storage.put(row.key, bytes(number % 251 for number in range(size)))
        async with self.rig.db.unit_of_work() as db:
            db.add(row)
            await db.flush()
            db.add(Shown(recording_id=row.id, livestock_id=self.livestock_id, detected=detected))
        return row.id

    async def stores(self) -> None:
        await self.rig.run_task("store_parts")

    async def lists(self, *, by: UUID | None = None, query: str = "", role: str = "investor") -> list[dict[str, Any]]:
        path = f"streams/livestock/{self.livestock_id}/recordings{query}"
        answer = await self.yard.ask("GET", path, by=by or self.yard.owner, role=role)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def left(self) -> list[str]:
        """The parts that are still in the spool."""
        return sorted(path.name for path in self.spool.glob("*.flv"))

    def aside(self) -> list[str]:
        return sorted(path.name for path in (self.spool / "aside").glob("*"))


def use(rig: Rig, **values: Any) -> None:
    rig.context.use(rig.context.settings(Settings).model_copy(update=values))


def began(path: Path) -> datetime:
    """When a part began."""
    return datetime.fromtimestamp(int(path.stem.rpartition("-")[2]), UTC)
