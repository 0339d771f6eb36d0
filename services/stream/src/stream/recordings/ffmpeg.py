"""ffmpeg and ffprobe, on files and bytes of ours.

Nothing that they are given comes from a user: the paths are made here, the demuxer is named, and no protocol but files
and pipes is open. They run at low priority and in a session of their own, which is killed as a whole when the time is
up or nobody waits any more.
"""

import asyncio
import json
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCAL = ("-protocol_whitelist", "file,pipe")
THUMBNAIL = ("-frames:v", "1", "-vf", "scale=w='min(320,iw)':h=-2", "-q:v", "5")
NICE = ("nice", "-n", "10")
GRACE = 5
"""Seconds after which a program is ended whose time is up and that nobody is left to end."""

MOST_PIXELS = 7680 * 4320
"""Of a picture. One that a device says is larger is not decoded: it would take the memory of the machine."""

LARGEST_ANSWER = 16 * 1024 * 1024
"""Bytes that a program may print: pictures are far smaller."""


class Failed(Exception):
    """The program said that it could not do it."""


class TookTooLong(Exception):
    """The program was ended because its time was up."""


@dataclass(frozen=True)
class Video:
    """What ffprobe says of a video."""

    duration_ms: int
    codec: str
    width: int
    height: int


async def remux(source: Path, target: Path, *, seconds: float) -> None:
    """Puts the streams of an FLV file into an MP4 file whose index comes first. Raises Failed, TookTooLong."""
    streams = ("-map", "0:v:0", "-map", "0:a:0?", "-c", "copy", "-movflags", "+faststart", "-f", "mp4")
    await _ffmpeg(("-f", "flv", "-i", f"file:{source}"), (*streams, f"file:{target}"), seconds=seconds)


async def probe(source: Path, *, seconds: float) -> Video:
    """Returns what an MP4 file holds. Raises Failed, also where there is no picture or no time; TookTooLong."""
    shown = ("-show_entries", "format=duration:stream=codec_name,width,height", "-of", "json")
    asked = ("ffprobe", "-v", "error", *_bounds(), "-select_streams", "v:0", *shown, "-f", "mp4", f"file:{source}")
    try:
        return _video(json.loads(await run(asked, seconds=seconds)))
    except (ValueError, KeyError, IndexError) as error:
        raise Failed from error


async def thumbnail(source: Path, target: Path, *, seconds: float) -> None:
    """Makes a small JPEG picture of the beginning of an MP4 file. Raises Failed, TookTooLong."""
    given, wanted = ("-f", "mp4", "-i", f"file:{source}"), (*THUMBNAIL, "-f", "mjpeg", f"file:{target}")
    await _ffmpeg(given, wanted, seconds=seconds)


async def picture(segment: bytes, *, seconds: float) -> bytes:
    """Returns the first key frame of an MPEG-TS segment as a JPEG picture. Raises Failed, TookTooLong."""
    given = ("-skip_frame", "nokey", "-f", "mpegts", "-i", "pipe:0")
    made = await _ffmpeg(given, ("-frames:v", "1", "-q:v", "3", "-f", "mjpeg", "pipe:1"), seconds=seconds, fed=segment)
    if not made.startswith(b"\xff\xd8"):
        raise Failed
    return made


async def _ffmpeg(given: Sequence[str], wanted: Sequence[str], *, seconds: float, fed: bytes = b"") -> bytes:
    quiet = ("ffmpeg", "-nostdin", "-hide_banner", "-v", "error", "-y", "-threads", "1", *_bounds())
    return await run((*quiet, *given, *wanted), seconds=seconds, fed=fed)


def _bounds() -> tuple[str, ...]:
    return *LOCAL, "-max_pixels", str(MOST_PIXELS)


async def run(command: Sequence[str], *, seconds: float, fed: bytes = b"") -> bytes:
    """Runs a program, gives it `fed`, and returns what it prints. Raises Failed, TookTooLong."""
    over = ("timeout", "--signal=KILL", str(round(seconds) + GRACE))
    program = await asyncio.create_subprocess_exec(
        *NICE,
        *over,
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
        limit=LARGEST_ANSWER,
    )
    try:
        async with asyncio.timeout(seconds):
            printed, _ = await program.communicate(fed)
    except TimeoutError as error:
        raise TookTooLong from error
    finally:
        await _end(program)
    if program.returncode != 0:
        raise Failed
    return printed


async def _end(program: asyncio.subprocess.Process) -> None:
    """Kills whatever is left of the program and its children."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    await program.wait()


def _video(told: dict[str, Any]) -> Video:
    [stream] = told["streams"]
    video = Video(
        duration_ms=round(float(told["format"]["duration"]) * 1000),
        codec=str(stream["codec_name"])[:30],
        width=int(stream["width"]),
        height=int(stream["height"]),
    )
    if min(video.duration_ms, video.width, video.height) <= 0 or video.duration_ms >= 2**31:
        raise ValueError("there is nothing to be seen")
    return video
