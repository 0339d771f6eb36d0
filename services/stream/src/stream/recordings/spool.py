"""The folder in which the media server leaves parts of videos: `<session id>-<unix time>.flv`.

A part is finished when there is a newer one of its session, or it has not grown for a while. Times here are real: the
clock of the service may be moved, that of the media server is not.
"""

import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from amigok_chassis import clock

QUIET = timedelta(seconds=10)
"""A part that has not grown for so long is finished."""

_NAME = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9]{1,11})\.flv")
_MAKING, _ASIDE = "making", "aside"


@dataclass(frozen=True, order=True)
class SpoolFile:
    """A part in the spool. It `began` at a second since 1970, and last grew at `grown_at`, both in real time."""

    began: int
    session_id: UUID
    path: Path
    size: int
    grown_at: float

    @property
    def started_at(self) -> datetime:
        """When it began, by the service's clock."""
        return datetime.fromtimestamp(self.began, UTC) + clock.offset()

    @property
    def ended_at(self) -> datetime:
        """When it last grew, by the service's clock."""
        return datetime.fromtimestamp(self.grown_at, UTC) + clock.offset()

    @property
    def age(self) -> timedelta:
        """For how long it has not grown."""
        return clock.now() - self.ended_at


def parts(folder: Path) -> list[SpoolFile]:
    """All parts in the folder, oldest first. What has another name, or is no plain file, is left alone."""
    return sorted(found for path in folder.glob("*.flv") for found in _part(path))


def finished(parts: Collection[SpoolFile], ended: Collection[UUID]) -> list[SpoolFile]:
    """The parts that grow no more, oldest first. The sessions `ended` write no more."""
    newest: dict[UUID, int] = {}
    for part in parts:
        newest[part.session_id] = max(part.began, newest.get(part.session_id, 0))
    return [
        part
        for part in sorted(parts)
        if part.began < newest[part.session_id] or part.session_id in ended or part.age >= QUIET
    ]


def making(folder: Path, part: SpoolFile) -> Path:
    """An empty folder beside the parts in which a part is made into what is stored."""
    place = folder / _MAKING / part.path.stem
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700, parents=True)
    return place


def set_aside(folder: Path, part: SpoolFile) -> None:
    """Moves a part away, for operators. Nothing happens if it is gone."""
    (folder / _ASIDE).mkdir(mode=0o700, exist_ok=True)
    if part.path.exists():
        part.path.replace(folder / _ASIDE / part.path.name)


def tidy(folder: Path, *, aside: timedelta) -> None:
    """Removes what a crash has left half made, and what was set aside so long ago."""
    for path in _older(folder / _MAKING, timedelta(hours=1)):
        shutil.rmtree(path, ignore_errors=True)
    for path in _older(folder / _ASIDE, aside):
        with suppress(OSError):  # a folder that somebody has made there is theirs
            path.unlink()


def _older(folder: Path, age: timedelta) -> list[Path]:
    if not folder.is_dir():
        return []
    before = (clock.now() - clock.offset() - age).timestamp()
    return [path for path in folder.iterdir() if _changed(path) < before]


def _changed(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except FileNotFoundError:  # another worker has removed it meanwhile
        return float("inf")


def _part(path: Path) -> Iterator[SpoolFile]:
    named = _NAME.fullmatch(path.name)
    try:
        told = path.lstat()
    except FileNotFoundError:
        return
    if named and path.is_file() and not path.is_symlink():
        yield SpoolFile(int(named[2]), UUID(named[1]), path, told.st_size, told.st_mtime)
