"""How much memory this process may use: the limit of its control groups, or what the machine has."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


def limit(root: Path = Path("/")) -> int:
    """Bytes: the lowest limit of the process's control group and its parents (versions 2 and 1)."""
    return min([_physical(), *_limits(root)])


def _physical() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _limits(root: Path) -> Iterator[int]:
    for file in _files(root):
        try:
            value = file.read_text().strip()
        except OSError:
            continue
        if value.isdigit():  # "max" means no limit
            yield int(value)


def _files(root: Path) -> Iterator[Path]:
    """The files that may hold a limit. The paths are the host's, so in a container only the last may exist."""
    mounted = root / "sys/fs/cgroup"
    for controllers, group in _groups(root):
        if controllers == "":
            yield from (mounted / each / "memory.max" for each in group)
        elif "memory" in controllers.split(","):
            yield from (mounted / "memory" / each / "memory.limit_in_bytes" for each in group)


def _groups(root: Path) -> Iterator[tuple[str, list[str]]]:
    """The controllers of each of the process's groups (none in version 2), and its path with all parents."""
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        whole = PurePosixPath(path)
        yield controllers, [str(each).lstrip("/") for each in (whole, *whole.parents)]
