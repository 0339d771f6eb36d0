"""`python -m bench [--only a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u] [--json PATH] [--compare OLD.json]`"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from amigok.errors import Failure
from bench import (
    barns,
    boards,
    detections,
    events,
    facts,
    herds,
    ledger,
    notices,
    periods,
    pilots,
    playback,
    purchases,
    reads,
    results,
    searches,
    secrecy,
    sensors,
    site,
    streams,
    transfers,
)
from bench.results import Result

# Latency first: what the bulk loads leave behind (checkpoints, emptied queues) doubles it for a minute.
MEASUREMENTS: dict[str, tuple[str, Callable[[site.Site], list[Result]]]] = {
    "c": ("commit to handler, at 200 events a second", events.latency),
    "a": ("transfers through the gateway, against pgbench", transfers.measure),
    "b": ("relay, against bare aio-pika", events.relay),
    "d": ("consumer with inbox", events.consumer),
    "e": ("reads, against bare FastAPI", reads.measure),
    "h": ("a hot seller, and a long history, in the ledger", ledger.measure),
    "f": ("lists of 100,000 animals, against 1,000", herds.measure),
    "i": ("meals in bulk, and the day's list of 10,000 animals, against 100", barns.measure),
    "j": ("periods of feed that end, 2,000 at once: daily, weekly, monthly", periods.measure),
    "k": ("detections stored, and what is asked of 10 million, against 100,000", detections.measure),
    "l": ("500 clients on the stream of notifications, 100 events a second", streams.measure),
    "m": ("readings by MQTT, against bare COPY; a year of one sensor among 1,000, against 10", sensors.measure),
    "n": ("one event that 10,000 people are told, and a week of events that comes again", notices.measure),
    "p": ("playlists of one camera, 500 viewers", playback.measure),
    "s": ("facts from the queue to ClickHouse", facts.flow),
    "o": ("an owner's return among 10 million facts, against 100,000", facts.returns),
    "r": ("a leaderboard of a million entries, and one's own rank in it, against 10,000", boards.measure),
    "t": ("the day's tasks of 100,000 animals; a board of a million players", pilots.measure),
    "q": ("searches of 100,000 listings, against 1,000; suggestions", searches.measure),
    "u": ("purchases through the gateway, until they are completed", purchases.measure),
    "g": ("whether time tells who has an account", secrecy.measure),
}


def main() -> None:
    options = _options()
    earlier = results.read(options.compare) if options.compare else None
    begun = time.monotonic()
    measured: list[Result] = []
    with site.running(say) as place:
        for letter in options.only:
            title, measure = MEASUREMENTS[letter]
            say(f"({letter}) {title}")
            found = measure(place)
            say(results.table(found, None))
            measured += found
    say("\n" + results.table(measured, earlier))
    path = options.json or Path(f"bench-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json")
    path.write_text(json.dumps(results.document(measured, seconds=time.monotonic() - begun), indent=2) + "\n")
    say(f"\nwrote {path}")


def say(message: str) -> None:
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="Ratios measured in one run: docs/performance.md.")
    letters = ", ".join(f"{letter}: {title}" for letter, (title, _) in MEASUREMENTS.items())
    parser.add_argument("--only", type=_letters, default=list(MEASUREMENTS), help=f"such as a,e. {letters}")
    parser.add_argument("--json", type=Path, help="where to write the results (default: bench-<time>.json here)")
    parser.add_argument("--compare", type=Path, help="an earlier run's JSON, to be shown beside this one's results")
    return parser.parse_args()


def _letters(text: str) -> list[str]:
    chosen = text.split(",")
    if unknown := set(chosen) - set(MEASUREMENTS):
        raise argparse.ArgumentTypeError(f"there is no measurement {', '.join(sorted(unknown))}")
    return chosen


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bench: {failure}")
