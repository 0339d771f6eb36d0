"""What was measured: a table for people, JSON for comparing runs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Result:
    """One line of the table. `ratio` is value / baseline where there is one; at most one target bounds either."""

    name: str
    value: float
    unit: str = "/s"
    baseline: float | None = None
    ratio_at_least: float | None = None
    ratio_at_most: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""
    rounds: dict[str, list[float]] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.ratio_at_least is not None:
            return self.ratio is not None and self.ratio >= self.ratio_at_least
        if self.ratio_at_most is not None:
            return self.ratio is not None and self.ratio <= self.ratio_at_most
        if self.at_least is not None:
            return self.value >= self.at_least
        return None if self.at_most is None else self.value <= self.at_most


def compared(name: str, ours: Sequence[float], theirs: Sequence[float], **more: Any) -> Result:
    """A result from interleaved rounds: the medians of both sides."""
    rounds = {"ours": [*ours], "baseline": [*theirs]}
    return Result(name=name, value=median(ours), baseline=median(theirs), rounds=rounds, **more)


def document(results: Iterable[Result], *, seconds: float) -> dict[str, Any]:
    """The run as JSON: the machine, and every result with all its rounds."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds, 1),
        "machine": {
            "cpus": os.cpu_count(),
            "load_average": os.getloadavg(),
            "system": platform.platform(),
            "python": platform.python_version(),
        },
        "results": [{**asdict(result), "ratio": result.ratio, "met": result.met} for result in results],
    }


def read(path: Path) -> dict[str, dict[str, Any]]:
    """The results of an earlier run by name."""
    return {result["name"]: result for result in json.loads(path.read_text())["results"]}


def table(results: Sequence[Result], earlier: dict[str, dict[str, Any]] | None = None) -> str:
    """The results as aligned columns; beside them those of an earlier run, where one is given."""
    heads = ["what", "measured", "baseline", "ratio", "target", ""]
    rows = [_cells(result) for result in results]
    if earlier is not None:
        heads += ["earlier", "earlier ratio"]
        for row, result in zip(rows, results, strict=True):
            old = earlier.get(result.name)
            row += [_number(old["value"], result.unit), _ratio(old["ratio"])] if old else ["", ""]
    lines = [heads, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join("  ".join(_aligned(line, widths)).rstrip() for line in lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    for column, (cell, width) in enumerate(zip(line, widths, strict=True)):
        yield cell.ljust(width) if column == 0 else cell.rjust(width)


def _cells(result: Result) -> list[str]:
    name = f"{result.name} ({result.note})" if result.note else result.name
    met = {True: "ok", False: "MISSED", None: ""}[result.met]
    baseline = "" if result.baseline is None else _number(result.baseline, result.unit)
    return [name, _number(result.value, result.unit), baseline, _ratio(result.ratio), _target(result), met]


def _target(result: Result) -> str:
    if result.ratio_at_least is not None:
        return f"ratio >= {_ratio(result.ratio_at_least)}"
    if result.ratio_at_most is not None:
        return f"ratio <= {_ratio(result.ratio_at_most)}"
    if result.at_least is not None:
        return f">= {_number(result.at_least, result.unit)}"
    return "" if result.at_most is None else f"<= {_number(result.at_most, result.unit)}"


def _number(value: float, unit: str) -> str:
    if not unit:
        return f"{value:.2f}"
    return f"{value:,.0f}{unit}" if value >= 100 else f"{value:.1f}{unit}"


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
