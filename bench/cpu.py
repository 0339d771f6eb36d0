"""What the processes of the bench have spent, by the kernel's count (Linux)."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def spent() -> dict[str, float]:
    """The seconds of CPU of all that runs for this process, by name; its own and what has ended do not count."""
    stats = [_stat(entry) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
    parents = {pid: parent for pid, parent, _, _ in filter(None, stats)}
    found: defaultdict[str, float] = defaultdict(float)
    for pid, _, name, seconds in filter(None, stats):
        if _stands_under(os.getpid(), pid, parents):
            found[name] += seconds
    return found


def _stands_under(top: int, pid: int, parents: dict[int, int]) -> bool:
    while pid := parents.get(pid, 0):
        if pid == top:
            return True
    return False


def _stat(entry: Path) -> tuple[int, int, str, float] | None:
    """The id, parent, name and CPU seconds of a process, unless it has ended."""
    try:
        text = (entry / "stat").read_text()
    except OSError:
        return None
    name, _, rest = text.partition("(")[2].rpartition(")")
    fields = rest.split()
    return int(entry.name), int(fields[1]), name, (int(fields[11]) + int(fields[12])) / TICKS
