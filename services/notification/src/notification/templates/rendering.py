"""Says a notice in a language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, Template

from notification.kinds.kind import Kind
from notification.kinds.table import KINDS
from notification.people.languages import RIGHT_TO_LEFT
from notification.templates.languages import bundle, formed, phrase, written


@dataclass(frozen=True)
class Saying:
    """What somebody reads: a short title, and a text."""

    title: str
    text: str


def say(name: str, data: Mapping[str, Any], *, size: int, language: str, zone: tzinfo = UTC) -> Saying:
    """A notice of a kind in words. One of a kind that is no more has its name only."""
    kind = KINDS.get(name)
    message = bundle(language).get_message(name) if kind else None
    if kind is None or message is None:
        return Saying(name, "")
    arguments = {"size": size, **_arguments(kind, data, language, zone)}
    title, text = (formed(language, part, arguments) for part in (message.attributes["title"], message.value))
    return Saying(title, text)


def called(name: str, *, language: str) -> str:
    """What a kind is called where nothing has happened."""
    return say(name, {}, size=1, language=language).title


def as_html(sayings: Sequence[Saying], *, heading: str, language: str, link: str, stop_link: str) -> str:
    """A mail about one notice or several, as HTML, from right to left where the language is."""
    return _page().render(
        sayings=sayings,
        heading=heading,
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        link=link,
        stop_link=stop_link,
        open=phrase(language, "mail_open"),
        stop=phrase(language, "mail_stop"),
    )


def _arguments(kind: Kind, data: Mapping[str, Any], language: str, zone: tzinfo) -> dict[str, Any]:
    known = {word: data.get(word) for word in kind.arguments}
    return {word: written(kind.arguments[word], value, language=language, zone=zone) for word, value in known.items()}


@lru_cache
def _page() -> Template:
    pages = files("notification") / "templates" / "texts"
    environment = Environment(loader=FunctionLoader(lambda name: (pages / name).read_text("utf-8")), autoescape=True)
    return environment.get_template("mail.html")
