"""The camera: ffmpeg draws a moving picture with a clock and the cards in view, and publishes it by RTMP."""

import asyncio
import ctypes
import signal
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from pathlib import Path

from tests.simulators.jetson.clock import DeviceClock

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_PARENT_DEATH = 1
_libc = ctypes.CDLL(None)


class Camera:
    """One picture, published by a process that ends with ours, whatever ends us."""

    def __init__(self, folder: Path, clock: DeviceClock, *, size: str, frames: int) -> None:
        self._clock, self._size, self._frames = clock, size, frames
        self._cards = folder / "cards.txt"
        self._process: asyncio.subprocess.Process | None = None

    @property
    def is_publishing(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def publish(self, address: str, cards: list[str]) -> None:
        """Begins. `address` has the stream key."""
        await asyncio.to_thread(self._cards.write_text, "  ".join(cards))
        coded = f"-c:v libx264 -preset ultrafast -tune zerolatency -threads 1 -g {2 * self._frames} -b:v 100k"
        source = f"testsrc2=size={self._size}:rate={self._frames}"
        argv = ["-re", "-f", "lavfi", "-i", source, "-vf", self._drawing(), *coded.split()]
        argv += ["-pix_fmt", "yuv420p"]
        self._process = await _ffmpeg(*argv, "-f", "flv", address)

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        if self._process is None:
            return
        self.signal(number)
        await self._process.wait()

    async def ended(self) -> None:
        """Waits until it publishes no longer."""
        if self._process is not None:
            await self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(number)

    async def still(self) -> bytes:
        """A JPEG of what is in view."""
        source = f"testsrc2=size={self._size}:rate=1"
        argv = ["-f", "lavfi", "-i", source, "-vf", self._drawing(), "-frames:v", "1", "-f", "mjpeg", "pipe:1"]
        process = await _ffmpeg(*argv)
        picture, _ = await process.communicate()
        return picture

    def _drawing(self) -> str:
        if not FONT.exists():
            return "null"
        base = int(self._clock.now().timestamp())
        written = f"drawtext=fontfile={FONT}:fontcolor=white:box=1:boxcolor=black@0.6:fontsize=h/10:x=w/40"
        return (
            f"{written}:y=h/40:text='%{{pts\\:gmtime\\:{base}}} UTC',"
            f"{written}:y=h-h/7:expansion=none:reload=1:textfile={self._cards}"
        )


async def _ffmpeg(*argv: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "error",
        *argv,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,  # its complaints name the stream key
        preexec_fn=lambda: _libc.prctl(_PARENT_DEATH, signal.SIGKILL),
    )
