"""No input costs more than its size: each expression, validator and parser with its worst input, at full and half size.

Compared are times of the processor, the best of some, and only where they are long enough to be compared.
"""

import base64
import gc
import re
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import jwt
import pytest
import stripe

from amigok_chassis import spreadsheets, uploads, wellformed
from amigok_chassis.auth import ALGORITHMS
from amigok_chassis.pagination import Paging
from amigok_chassis.text import LONGEST as LONGEST_TEXT
from amigok_chassis.text import clean, comparable
from amigok_contracts import Money
from tests.fleet.backtracking import Expression, attacks, example, expressions
from tests.fleet.sources import shipped

FLOOR = 0.004
"""Seconds; what takes less at full size is not compared."""
LONGEST = 16_384
"""Characters that expressions are given."""
STEPS = (16, 20, 24, 28, 32, *(2**power for power in range(6, 24)))
WORST_RATIO = 3.2
"""Of linear work the double costs twice as much, of quadratic work four times."""
TRIES = 6
"""A machine with other work may count too much once."""


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor, the best of three where one is not enough to tell."""

    def once() -> float:
        started = time.process_time()
        with suppress(Exception):
            work()
        return time.process_time() - started

    gc.disable()  # a round of the collector falls into the larger of two, and not into the smaller
    try:
        first = once()
        return first if first < FLOOR else min(first, once(), once())
    finally:
        gc.enable()


def ratio_of(full: Callable[[], object], half: Callable[[], object]) -> float:
    """How many times as long the one takes as the other; 0 where it is too short to tell."""
    cost = spent(full)
    return 0 if cost < FLOOR else cost / max(spent(half), FLOOR / 4)


def assert_linear(work: Callable[[Any], object], make: Callable[[int], Any], size: int) -> None:
    """What is made of `size` costs about twice what is made of half; it grows in steps, for bad work may never end."""
    for step in (*(small for small in STEPS if small < size), size):
        half, full = partial(work, make(step // 2)), partial(work, make(step))
        ratio = next((found for found in (ratio_of(full, half) for _ in range(TRIES)) if found < WORST_RATIO), None)
        assert ratio is not None, f"more than {WORST_RATIO} times the time for twice the size {step}: {make(40)!r}"


def run(expression: Expression, text: str) -> None:
    subject: Any = text.encode("latin-1", "replace") if isinstance(expression.regex.pattern, bytes) else text
    anchored = expression.uses <= {"match", "fullmatch"}
    method = "fullmatch" if expression.uses <= {"fullmatch", "pattern"} else "match" if anchored else "search"
    getattr(expression.regex, method)(subject)


ALL = expressions()


def test_the_expressions_are_found() -> None:
    assert len(ALL) > 40
    assert {"pattern", "search", "match", "fullmatch"} <= {use for found in ALL for use in found.uses}
    assert all(found.regex.fullmatch(example(found.regex)) for found in ALL if isinstance(found.regex.pattern, str))


@pytest.mark.parametrize("expression", ALL, ids=str)
def test_no_expression_backtracks_without_end(expression: Expression) -> None:
    for attack in attacks(expression.regex):
        assert_linear(partial(run, expression), attack, LONGEST)


def test_the_test_of_expressions_finds_bad_ones() -> None:
    for bad, use in ((r"(a+)+b", "match"), (r"\s*x", "search"), (r"[a-z]+[a-z0-9]+!", "match")):
        with pytest.raises(AssertionError):
            test_no_expression_backtracks_without_end(Expression(bad, re.compile(bad), frozenset({use})))


def test_schemas_are_matched_without_backtracking() -> None:
    """Pydantic's own engine is linear; the one of Python is asked for by name."""
    assert not [str(path) for path in shipped() if "regex_engine" in path.read_text()]


def told_by_stripe(header: str) -> None:
    stripe.Webhook.construct_event(b"{}", header, "whsec_test", 300)


def strings_of(body: str) -> None:
    parsed = wellformed._parsed(body.encode())
    wellformed._refuse_malformed(wellformed._strings(parsed))


def cursor(text: str) -> None:
    Paging(limit=1, cursor=text).after(str, str)


def cursor_of(text: str) -> None:
    cursor(base64.urlsafe_b64encode(text.encode()).decode())


def amount(text: str) -> None:
    Money.model_validate({"amount": text, "currency": "USD"})


def media_type(text: str) -> None:
    uploads.media_type(text.encode("latin-1"))


MARKS = (
    "\u0316\u0301",
    "a\u0301",
    "\u0345",
    "\u0fb2\u0f71\u0f80",
    "\uac00\u11a8",
    "\u200d",
    "\ufdfa",
    "\u0130",
    " \u00a0",
)
MUCH = 1_048_576
PARSERS: list[tuple[Callable[[Any], object], tuple[str, ...], int]] = [
    (clean, MARKS, LONGEST_TEXT),
    (partial(clean, several_lines=True), (*MARKS, "\r\n", "\r", "\t"), LONGEST_TEXT),
    (comparable, MARKS, 32_768),
    (amount, ("1", "1.", "-", "0", " ", "_1"), MUCH),
    (cursor, ("A", "=", "A=", "-_"), MUCH),
    (cursor_of, ("[", '["",', "1", '"', "\\\\"), MUCH),
    (strings_of, ("[", '["",', '{"a":', "1", '"', "\\u0000", '{"a":1,"b":2}', " "), MUCH),
    (partial(jwt.decode, key="", algorithms=ALGORITHMS), ("a", ".", "a.", "e30.", "="), 65_536),
    (told_by_stripe, ("t=1,v1=a,", ",", "=", "v1=", "t=1"), 65_536),
    (spreadsheets.guarded, ("'", "=", "'="), MUCH),
    (spreadsheets.unguarded, ("'", "=", "'="), MUCH),
    (media_type, ("\xff", "\xff\xd8", "%PDF", "\0", "\x89PNG"), MUCH),
]


@pytest.mark.parametrize(("parser", "pieces", "size"), PARSERS)
def test_no_parser_costs_more_than_its_input(
    parser: Callable[[Any], object], pieces: tuple[str, ...], size: int
) -> None:
    for piece in pieces:
        assert_linear(parser, lambda n, piece=piece: piece * (n // len(piece)), size)


def test_the_test_of_parsers_finds_bad_ones() -> None:
    """Python sorts the marks on a letter in quadratic time."""
    with pytest.raises(AssertionError, match="times the time"):
        assert_linear(partial(unicodedata.normalize, "NFC"), lambda n: "\u0316\u0301" * (n // 2), 16_384)
