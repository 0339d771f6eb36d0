"""Playlists of HLS (RFC 8216), as text. Pure functions of what there is and of the time.

A segment of a session has as its number half the seconds since 1970 at which the session began, and one more for each
segment since, none of which is shorter than two seconds. A slate has half the seconds of now. So what a player sees
next has greater numbers, whichever it is. The discontinuity sequence is made in the same way, and counted from when the
player got its link: hls.js stalls where it is large.
"""

import base64
import math
import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import md5
from typing import NamedTuple
from uuid import UUID

from stream.playback.segments import Segment

SECONDS = 2
"""How long a slate lasts, and a segment at least."""
SLATES = 3
HEADROOM = 2
"""Slates are given for a moment after a session began, until that is known: its numbers begin so much later."""
WINDOW = 15
"""Links of one window expire together, so that all viewers ask for the same addresses, and caches have them once."""
BANDWIDTHS = {"source": 4_000_000, "medium": 1_100_000, "low": 400_000}
"""The qualities with the bits a second that each may take; what comes from cameras is an estimate."""

BEHIND = 30
"""A list goes back no further, in seconds."""

_RUN = re.compile(r"^(#EXT-X-DISCONTINUITY-SEQUENCE:)(\d+)$", re.MULTILINE)

Signed = Callable[[str], str]
"""Adds to a path what makes it a link."""


class Entry(NamedTuple):
    """A segment in a list. `breaks` says that it does not go on from the one before."""

    number: int
    path: str
    seconds: float
    breaks: bool


def signer(secret: str, now: float) -> Signed:
    """Signs paths for 15 to 30 seconds from `now` (seconds since 1970), as nginx's `secure_link_md5` checks them."""
    expires = (int(now) // WINDOW + 2) * WINDOW

    def signed(path: str) -> str:
        digest = md5(f"{expires}{path} {secret}".encode(), usedforsecurity=False).digest()
        return f"{path}?s={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}&e={expires}"

    return signed


def first_number(began: float) -> int:
    """The number of the first segment of a session that began then (seconds since 1970)."""
    return int(began) // SECONDS + HEADROOM


def live(session_id: UUID, began: float, segments: Sequence[Segment], *, rendition: str) -> list[Entry]:
    """The segments of a session that began then (seconds since 1970)."""
    base, folder = first_number(began), f"/media/{rendition}/{session_id}"
    return [Entry(base + number, f"{folder}/{number}.ts", seconds, breaks=number == 0) for number, seconds in segments]


def slates(now: float, *, above: int, below: int | None = None, newest: int = 0) -> list[Entry]:
    """The newest slates, with numbers above what was shown before, and below those of a session that begins.

    `newest` is the last slate that was shown: they never go back.
    """
    due = int(now) // SECONDS
    newest = max(due if below is None else min(due, below - 1), above + 1, newest)
    numbers = range(max(newest - SLATES, above) + 1, newest + 1)
    return [Entry(number, f"/media/slate/{number}.ts", SECONDS, breaks=True) for number in numbers]


def text(entries: Sequence[Entry], *, discontinuity: int, signed: Signed) -> str:
    """The list of these. `discontinuity` is the sequence number of the first one's run."""
    longest = max(entry.seconds for entry in entries)
    head = (
        "#EXTM3U\n#EXT-X-VERSION:3\n"
        f"#EXT-X-TARGETDURATION:{max(SECONDS, math.ceil(longest))}\n"
        f"#EXT-X-MEDIA-SEQUENCE:{entries[0].number}\n"
        f"#EXT-X-DISCONTINUITY-SEQUENCE:{discontinuity - entries[0].breaks}\n"
    )
    return head + "".join(map(_lines, entries, [signed] * len(entries)))


def counted_from(since: float, text: str) -> str:
    """The list for a player whose link was made then (seconds since 1970): its discontinuities begin near 0."""
    base = int(since - BEHIND) // SECONDS
    return _RUN.sub(lambda found: f"{found[1]}{max(int(found[2]) - base, 0)}", text, count=1)


def master(renditions: Iterable[str], *, token: str) -> str:
    """The list of qualities that there are, best first."""
    lines = (
        f"#EXT-X-STREAM-INF:BANDWIDTH={BANDWIDTHS[name]}\n/api/v1/streams/play/{name}.m3u8?link={token}\n"
        for name in renditions
    )
    return "#EXTM3U\n#EXT-X-VERSION:3\n" + "".join(lines)


def _lines(entry: Entry, signed: Signed) -> str:
    tag = "#EXT-X-DISCONTINUITY\n" if entry.breaks else ""
    return f"{tag}#EXTINF:{entry.seconds:.3f},\n{signed(entry.path)}\n"
