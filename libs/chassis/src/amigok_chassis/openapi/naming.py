"""What operations, tags and schemas are called, from the names in the code: function, noun, class."""

import re
import sys

from fastapi.routing import APIRoute

from amigok_chassis.openapi.routes import noun_of

_OPEN_ENDED = frozenset({"all", "any", "due", "offered", "own", "platform", "waiting"})
"""Last words of a function's name that leave out what it acts on."""

_MANY = ("list", "queue", "browse")
_UNCHANGED = frozenset({"kyc", "proceeds", "two_factor"})


def operation_id(route: APIRoute) -> str:
    """The endpoint's name, which says what it acts on: `record_birth`; otherwise the noun does: `decide_withdrawal`."""
    name, noun = route.name, noun_of(route)
    verb, *rest = name.split("_")
    if _singular(noun) in name or noun.startswith(name) or (rest and rest[-1] not in _OPEN_ENDED):
        return name
    several = verb in _MANY and "GET" in (route.methods or ())
    return f"{name}_{noun if several else _singular(noun)}"


def summary(route: APIRoute) -> str:
    """The operation's name as words."""
    return operation_id(route).replace("_", " ").capitalize()


def tag(route: APIRoute) -> str:
    """The noun as words."""
    return noun_of(route).replace("_", " ")


def about(route: APIRoute) -> str:
    """The first line of the noun's docstring."""
    package = sys.modules[route.endpoint.__module__.rpartition(".")[0]]
    return (package.__doc__ or "").strip().partition("\n")[0]


def schema_name(given: str) -> str:
    """A name for clients' classes: of a generic model, and of two models that one service calls alike.

    `Page_BirthOut_` is a `BirthPage`, `farm__claims__schemas__RejectionIn` a `ClaimsRejectionIn`. What all services
    have from the chassis keeps its plain name.
    """
    if generic := re.fullmatch(r"([A-Za-z]+)_(\w+?)(Out)?_", given):
        outer, inner, _ = generic.groups()
        return f"{schema_name(inner)}{outer}"
    if body := re.fullmatch(r"Body_(\w+)", given):
        return f"{_camel(body[1])}Form"
    package, noun, *_, plain = ["", "", *given.split("__")][-4:] if "__" in given else ["", "", given]
    if not package or package == "amigok_chassis":
        return plain.lstrip("_")
    return f"{_camel(noun)}{plain.lstrip('_')}"


def _singular(noun: str) -> str:
    if noun in _UNCHANGED:
        return noun
    return noun.removesuffix("es") if noun.endswith("sses") else noun.removesuffix("s")


def _camel(words: str) -> str:
    return "".join(word.capitalize() for word in words.split("_"))
