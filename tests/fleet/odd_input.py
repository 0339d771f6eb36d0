"""Schemathesis in a thread of this process. It ends by itself, or when its time is over."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

ENDS_SESSIONS = r"/auth/(logout|sessions|password)|/admin/users/.user_id"
"""What could end the caller's own session; identity's tests send odd input there."""

CHECKS = (
    "not_a_server_error",
    "content_type_conformance",
    "negative_data_rejection",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
)
PHASES = ("examples", "coverage", "fuzzing", "stateful")


async def send(
    document: dict[str, Any], url: str, access: str, *, phases: tuple[str, ...], examples: int, seconds: float
) -> Counter[str]:
    """Sends generated requests to the operations of a document. Returns how many cases each phase tried.

    When the seconds are over the run ends; what was tried until then counts. It has one thread: Python 3.11 cannot
    parse in several (`AST constructor recursion depth mismatch`).
    """
    config = SchemathesisConfig.from_dict(
        {
            "base-url": url,
            "headers": {"Authorization": f"Bearer {access}"},
            "seed": 1,
            "workers": 1,
            "max-failures": 5,
            "phases": {name: {"enabled": name in phases} for name in PHASES},
            "generation": {"max-examples": examples, "database": "none"},
            "checks": {"enabled": False, **{name: {"enabled": True} for name in CHECKS}},
        }
    )
    schema = schemathesis.openapi.from_dict(document, config=config).exclude(path_regex=ENDS_SESSIONS)
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
