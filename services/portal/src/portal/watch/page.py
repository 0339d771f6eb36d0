"""The page and its files. hls.js 1.7.4 (Apache-2.0) is the light build of the npm package `hls.js`."""

from importlib.resources import files
from pathlib import Path

from portal.problems.errors import NoSuchPath

_OWN = Path(str(files("portal.watch"))) / "assets"

ASSETS = ("hls.light.min.js", "hls.LICENSE.txt", "watch.css", "watch.js")

# Stricter than the gateway's own: nothing but its scripts and its stream. What hls.js plays is a blob: of its making.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; media-src 'self' blob:; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)

WATCH = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<title>Watch · Amigok</title><link rel="icon" href="data:,">'
    '<link rel="stylesheet" href="/watch/assets/watch.css"></head>'
    "<body><main><h1>Live from the farm</h1>"
    '<video id="video" controls muted playsinline aria-label="Live video from the farm"></video>'
    '<p id="state" role="status">Loading the player …</p>'
    "<noscript><p>The player needs JavaScript.</p></noscript></main>"
    '<script src="/watch/assets/hls.light.min.js"></script><script src="/watch/assets/watch.js"></script></body></html>'
)


def asset(name: str) -> Path:
    """A file of ASSETS. Raises NoSuchPath."""
    if name not in ASSETS:
        raise NoSuchPath
    return _OWN / name
