"""What administrators see of templates."""

from typing import Any

from amigok_contracts.examples import example
from notification.kinds.kind import Kind
from notification.kinds.table import KINDS
from notification.templates.errors import KindNotFound
from notification.templates.rendering import as_html, say
from notification.templates.schemas import PreviewOut, TemplateOut

NAMES = {"animal": "Sheep EID-982000123456789", "farm": "Amigok One", "contest": "Spring contest"}
"""What previews call those whose names no event has."""


def listed() -> list[TemplateOut]:
    """Returns all kinds."""
    return [_shown(kind) for kind in KINDS.values()]


def preview(name: str, *, language: str, size: int) -> PreviewOut:
    """Returns what people read. Raises KindNotFound."""
    if name not in KINDS:
        raise KindNotFound
    saying = say(name, sample(KINDS[name]), size=size, language=language)
    html = as_html([saying], heading=saying.title, language=language, link="", stop_link="")
    return PreviewOut(title=saying.title, text=saying.text, html=html)


def sample(kind: Kind) -> dict[str, Any]:
    """Returns data of a kind, from the example of its event."""
    data = example(kind.event) if kind.event else {}
    return {word: data.get(word, NAMES.get(word, word)) for word in kind.arguments}


def _shown(kind: Kind) -> TemplateOut:
    return TemplateOut(
        kind=kind.name,
        category=kind.category.name,
        mandatory=kind.mandatory,
        urgent=kind.urgent,
        event=kind.event.type if kind.event else None,
        arguments=list(kind.arguments),
        channels=sorted(kind.category.channels),
    )
