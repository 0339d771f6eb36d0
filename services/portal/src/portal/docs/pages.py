"""The pages, as HTML without inline scripts: the gateway's content security policy allows none."""

import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

from portal.docs.catalogue import Entry
from portal.problems.errors import NoSuchPath

_OWN = Path(str(files("portal.docs"))) / "assets"
_SWAGGER = Path(str(files("fastapi_offline"))) / "static"

ASSETS = {
    "portal.css": _OWN / "portal.css",
    "docs.js": _OWN / "docs.js",
    "swagger-ui.css": _SWAGGER / "swagger-ui.css",
    "swagger-ui-bundle.js": _SWAGGER / "swagger-ui-bundle.js",
}


def asset(name: str) -> Path:
    """A file of ASSETS. Raises NoSuchPath."""
    if name not in ASSETS:
        raise NoSuchPath
    return ASSETS[name]


def _page(title: str, body: str, *, here: str, head: str = "") -> str:
    links = "".join(
        f'<a href="{path}"{" class=here" if path == here else ""}>{name}</a>'
        for path, name in (
            ("/docs", "HTTP API"),
            ("/events", "Events"),
            ("/openapi.json", "openapi.json"),
            ("/asyncapi.json", "asyncapi.json"),
        )
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} · Amigok</title>"
        '<link rel="icon" href="data:,">'
        f'{head}<link rel="stylesheet" href="/docs/assets/portal.css"></head>'
        f"<body><header><strong>Amigok</strong><nav>{links}</nav></header>{body}</body></html>"
    )


DOCS = _page(
    "HTTP API",
    '<div id="docs"></div><script src="/docs/assets/swagger-ui-bundle.js"></script>'
    '<script src="/docs/assets/docs.js"></script>',
    here="/docs",
    head='<link rel="stylesheet" href="/docs/assets/swagger-ui.css">',
)


def events(entries: Sequence[Entry]) -> str:
    """The event catalogue: a table of contents, then each event with its fields and its golden example."""
    rows = "".join(
        f'<tr><td><a href="#{entry.address}">{entry.address}</a></td><td>{_badge(entry)}</td>'
        f"<td>{', '.join(entry.consumers) or '—'}</td><td>{_prose(entry.summary)}</td></tr>"
        for entry in entries
    )
    intro = (
        f"<h1>Events</h1><p>{len(entries)} events, published on the topic exchange <code>amigok.events</code> with the "
        "address as routing key; public ones also on <code>amigok.public</code>. CloudEvents attributes are in the "
        "headers, and the data are JSON. Within a major version only optional fields and known values are "
        "added.</p>"
    )
    contents = f"<table><thead><tr><th>address<th><th>consumers<th>meaning</thead><tbody>{rows}</tbody></table>"
    return _page("Events", f"<main>{intro}{contents}{''.join(map(_section, entries))}</main>", here="/events")


def _prose(text: str) -> str:
    """Text in which backticks mark code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def _badge(entry: Entry) -> str:
    kind = "public" if entry.public else "internal"
    return f'<span class="badge {kind}">{kind}</span>'


def _section(entry: Entry) -> str:
    fields = "".join(
        f"<tr><td><code>{escape(field.name)}</code></td><td>{escape(field.type)}</td>"
        f"<td>{'' if field.required else 'optional'}</td><td>{_prose(field.about)}</td></tr>"
        for field in entry.fields
    )
    facts = (
        f"<dl><dt>producer<dd>{escape(entry.producer)}<dt>consumers<dd>{', '.join(entry.consumers) or 'none yet'}"
        f"<dt>aggregate<dd><code>{escape(entry.aggregate)}</code></dl>"
    )
    return (
        f'<section id="{entry.address}"><h2>{escape(entry.type)} <small>v{entry.version}</small> {_badge(entry)}</h2>'
        f"<p>{_prose(entry.summary)}</p>{facts}"
        f'<div class="split"><table><thead><tr><th>field<th>type<th><th></thead><tbody>{fields}</tbody></table>'
        f"<pre>{escape(entry.example)}</pre></div></section>"
    )
