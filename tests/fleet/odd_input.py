"""Schemathesis in a thread of this process. It ends by itself, or when its time is over."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.engine import events, from_schema
from schemathesis.generation import GenerationMode
from schemathesis.generation.case import Case
from schemathesis.generation.meta import CoveragePhaseData
from schemathesis.hooks import HookContext

Json = dict[str, Any]

ENDS_SESSIONS = r"/auth/(logout|sessions|password)|/admin/users/.user_id"
"""What could end the caller's own session; identity's tests send odd input there."""

STAYS_OPEN = "/notifications/stream$"
"""What is answered as long as the token is good."""

CHECKS = (
    "not_a_server_error",
    "content_type_conformance",
    "negative_data_rejection",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
)
PHASES = ("examples", "coverage", "fuzzing", "stateful")
UNKNOWN_METHOD = "trace"
"""No operation has it. Which methods a path has is the router's to say, so one that it has not is enough."""

LONG = 20
"""A list that may have more items is tried with few: `test_bounded_input.py` tries one item too many, without making up
a thousand different ones."""


async def send(
    document: Json,
    url: str,
    access: Mapping[str, str],
    *,
    phases: tuple[str, ...],
    examples: int,
    seconds: float,
) -> Counter[str]:
    """Sends generated requests to the operations of a document. Returns how many cases each phase tried.

    `access` is the `Authorization` by security scheme; that of "" goes wherever no other does. When the seconds are
    over the run ends; what was tried until then counts. It has one thread: Python 3.11 cannot parse in several
    (`AST constructor recursion depth mismatch`).
    """
    coverage = {"enabled": "coverage" in phases, "unexpected-methods": [UNKNOWN_METHOD]}
    config = SchemathesisConfig.from_dict(
        {
            "base-url": url,
            "headers": {"Authorization": access[""]},
            "operations": [
                {"include-operation-id": names, "headers": {"Authorization": value}}
                for scheme, value in access.items()
                if (names := _signed_in_by(scheme, document))
            ],
            "seed": 1,
            "workers": 1,
            "max-failures": 5,
            "phases": {name: {"enabled": name in phases} for name in PHASES} | {"coverage": coverage},
            "generation": {"max-examples": examples, "database": "none"},
            "checks": {"enabled": False, **{name: {"enabled": True} for name in CHECKS}},
        }
    )
    schema = schemathesis.openapi.from_dict(_without_long_lists(document), config=config)
    schema = schema.exclude(path_regex=f"{ENDS_SESSIONS}|{STAYS_OPEN}")
    schema.hook(once(document))
    stream = from_schema(schema).execute()
    ending = asyncio.get_running_loop().call_later(seconds, stream.stop)
    with _no_proxies():
        happened = await asyncio.to_thread(list, stream)
    ending.cancel()
    wrong = [each for event in happened for each in _wrong(event)]
    assert not wrong, "\n\n".join(wrong)
    tried = Counter[str]()
    for event in happened:
        if isinstance(event, events.ScenarioFinished):
            tried[event.phase.value] += len(event.recorder.cases)
    assert tried
    return tried


def _without_long_lists(part: Any) -> Any:
    """The same document, whose lists with more than a few items have no stated end."""
    if isinstance(part, list):
        return [_without_long_lists(each) for each in part]
    if not isinstance(part, dict):
        return part
    is_long = isinstance(part.get("maxItems"), int) and part["maxItems"] > LONG
    return {key: _without_long_lists(value) for key, value in part.items() if not (is_long and key == "maxItems")}


def once(document: Json) -> Callable[[HookContext, Case], bool]:
    """Leaves out odd values that the same parameter or field of another operation has refused already.

    What refuses them is the schema, before the operation's own code. Each operation gets one in each place.
    """
    sent: set[object] = set()

    def is_new(key: object) -> bool:
        before = len(sent)
        sent.add(key)
        return len(sent) > before

    def filter_case(context: HookContext, case: Case) -> bool:
        if not (case.meta and isinstance(data := case.meta.phase.data, CoveragePhaseData)):
            return True
        place, name = data.parameter_location, data.parameter
        if case.meta.generation.mode is GenerationMode.POSITIVE or not place or name in (None, "Authorization"):
            return True
        if place is ParameterLocation.BODY:
            odd = _field(case, document, data.location or "")
        else:
            odd = _parameter(case, place, name)
        first = place is not ParameterLocation.HEADER and is_new((case.operation.label, place))
        return is_new((place, *map(_text, odd))) or first

    return filter_case


def _parameter(case: Case, place: ParameterLocation, name: str) -> tuple[str, Json, object]:
    """Its name, what the document says of it, and its value."""
    raw = case.operation.definition.raw
    found = [each for each in raw.get("parameters", ()) if (each["in"], each["name"]) == (place.value, name)]
    return name, found[0] if found else raw.get("requestBody", {}), (case.get_container(place) or {}).get(name)


def _field(case: Case, document: Json, where: str) -> tuple[str, Json, object]:
    """The same of the field of a JSON body that is odd; of the whole body where it is no field that is."""
    content = case.operation.definition.raw["requestBody"]["content"]
    schema = content.get(case.media_type, {}).get("schema", {})
    schema = document["components"]["schemas"].get(schema.get("$ref", "").rpartition("/")[2], schema)
    place, _, name = where.partition("/properties/")
    name = name.partition("/")[0]
    if place or name not in schema.get("properties", {}) or not isinstance(case.body, dict) or name not in case.body:
        return "", schema, case.body
    return name, schema["properties"][name], case.body[name]


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=repr)


def _signed_in_by(scheme: str, document: Json) -> list[str]:
    """The operations for which one signs in like this."""
    operations = (each for methods in document["paths"].values() for each in methods.values())
    return [each["operationId"] for each in operations if {scheme: []} in each.get("security", ())]


@contextmanager
def _no_proxies() -> Iterator[None]:
    """Else the environment is searched for them, and the home for passwords, with each request."""
    with patch("requests.sessions.get_environ_proxies", return_value={}):
        with patch("requests.sessions.get_netrc_auth", return_value=None):
            yield


def _wrong(event: events.EngineEvent) -> Iterator[str]:
    """What an event tells that must not happen."""
    match event:
        case events.ScenarioFinished():
            for checks in event.recorder.checks.values():
                for check in checks:
                    if check.failure_info:
                        yield f"{event.label}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
        case events.NonFatalError():
            yield f"{event.label}: {event.info.format()}"
        case events.FatalError():
            yield repr(event.exception)
