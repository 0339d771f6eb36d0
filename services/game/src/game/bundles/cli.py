"""The command that checks a result file: it needs the file and nothing else."""

import sys
from pathlib import Path

from game.bundles.reading import parse
from game.bundles.verification import verify

USAGE = """Computes the result of a contest anew from its file, offline, and prints each place that is not as it should
be. With --head it also compares the file with the result that was announced."""


def run(path: Path, head: str | None) -> int:
    """Prints what is found. Returns the exit code: 1 where anything is wrong."""
    data = path.read_bytes()
    findings = verify(data, head=head)
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    read = parse(data)
    sys.stdout.write(f"{len(read.records)} records, head {read.head or 'none'}, {len(findings)} findings\n")
    return 1 if findings else 0
