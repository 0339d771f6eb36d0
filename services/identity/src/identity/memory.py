"""How much memory this process may use: the limit of its control groups, or what the machine has."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


def limit(root: Path = Path("/")) -> int:
    """Bytes. The lowest limit of the process's control group and those around it (versions 2 and 1)."""
    return min([_physical(), *_limits(root)])


def _physical() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _limits(root: Path) -> Iterator[int]:
    for file in _files(root):
        try:
            told = file.read_text().strip()
        except OSError:
            continue
        if told.isdigit():  # "max" is none
            yield int(told)


def _files(root: Path) -> Iterator[Path]:
    """Where a limit may stand. The paths are the host's: in a container only the last of them may be there."""
    mounted = root / "sys/fs/cgroup"
    for controllers, group in _groups(root):
        if controllers == "":
            yield from (mounted / each / "memory.max" for each in group)
        elif "memory" in controllers.split(","):
            yield from (mounted / "memory" / each / "memory.limit_in_bytes" for each in group)


def _groups(root: Path) -> Iterator[tuple[str, list[str]]]:
    """The controllers of each group of the process, none in version 2, and its path with all parents of it."""
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        whole = PurePosixPath(path)
        yield controllers, [str(each).lstrip("/") for each in (whole, *whole.parents)]
