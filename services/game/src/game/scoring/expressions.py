"""Formulas over published measures: numbers, names, + - * /, ** with a small whole number, min, max, abs.

They are read by this parser only and never run as code. What a formula may cost is bounded before it is used: by its
length, by its depth, and by how large its numbers can become. All is computed in fractions, so nothing is rounded.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from game.scoring.published import MEASURES, MONEY

LONGEST = 500
"""Characters of a formula."""
DEEPEST = 20
"""Levels of a formula."""
LARGEST = 200
"""Numbers and names of a formula whose powers are written out."""
HIGHEST_POWER = 4

_TOKEN = re.compile(r"\s*(?:([0-9]{1,12}(?:\.[0-9]{1,6})?)|([a-z_]{1,40})|(\*\*|[-+*/(),]))")
_ARGUMENTS = {"min": range(1, 11), "max": range(1, 11), "abs": range(1, 2)}


class FormulaError(ValueError):
    """The text is not a formula."""


@dataclass(frozen=True)
class Number:
    value: Fraction


@dataclass(frozen=True)
class Measure:
    name: str


@dataclass(frozen=True)
class Operation:
    """An operator or function with its operands. `**` has a number as its second."""

    name: str
    operands: tuple["Node", ...]


Node: TypeAlias = Number | Measure | Operation


def parse(text: str) -> Node:
    """Reads a formula. Raises FormulaError, a ValueError, which says what is wrong."""
    if len(text) > LONGEST:
        raise FormulaError(f"a formula has at most {LONGEST} characters")
    node = _Parser(text).whole()
    if _size(node) > LARGEST:
        raise FormulaError("the numbers of this formula become too large")
    return node


def names(node: Node) -> Iterator[str]:
    """The measures that a formula uses."""
    if isinstance(node, Measure):
        yield node.name
    elif isinstance(node, Operation):
        for operand in node.operands:
            yield from names(operand)


def needs_money(node: Node) -> bool:
    """Whether a formula uses a measure of money."""
    return any(name in MONEY for name in names(node))


def evaluate(node: Node, measures: Mapping[str, Fraction | None]) -> Fraction | None:
    """What a formula comes to; None where a measure that it needs is not known, or where it divides by zero."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Measure):
        return measures.get(node.name)
    values = [value for operand in node.operands if (value := evaluate(operand, measures)) is not None]
    return _apply(node.name, values) if len(values) == len(node.operands) else None


def _apply(name: str, values: list[Fraction]) -> Fraction | None:
    first, *others = values
    if name in ("min", "max"):
        return min(values) if name == "min" else max(values)
    if name == "abs":
        return abs(first)
    return _calculate(name, first, others[0]) if others else -first


def _calculate(name: str, one: Fraction, other: Fraction) -> Fraction | None:
    if name == "**":
        return Fraction(one ** int(other))
    if name == "/":
        return one / other if other else None
    return {"+": one + other, "-": one - other, "*": one * other}[name]


def _size(node: Node) -> int:
    """How many numbers and names a formula has when its powers are written out."""
    if not isinstance(node, Operation):
        return 1
    if node.name == "**" and isinstance(node.operands[1], Number):
        return _size(node.operands[0]) * max(int(node.operands[1].value), 1)
    return sum(map(_size, node.operands))


class _Parser:
    """Recursive descent, one method a level of precedence."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0

    def whole(self) -> Node:
        node = self._sum(0)
        if self._next():
            raise FormulaError(f"{self._next()} is not expected here")
        return node

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, *wanted: str) -> str:
        """The next token, if it is one of these; else an empty one."""
        token = self._next()
        if token not in wanted:
            return ""
        self._at += 1
        return token

    def _expect(self, wanted: str) -> None:
        if not self._take(wanted):
            raise FormulaError(f"{wanted} is missing")

    def _sum(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaError(f"a formula has at most {DEEPEST} levels")
        node = self._product(depth)
        while sign := self._take("+", "-"):
            node = Operation(sign, (node, self._product(depth)))
        return node

    def _product(self, depth: int) -> Node:
        node = self._signed(depth)
        while sign := self._take("*", "/"):
            node = Operation(sign, (node, self._signed(depth)))
        return node

    def _signed(self, depth: int) -> Node:
        return Operation("-", (self._power(depth),)) if self._take("-") else self._power(depth)

    def _power(self, depth: int) -> Node:
        node = self._atom(depth)
        return Operation("**", (node, self._exponent())) if self._take("**") else node

    def _exponent(self) -> Number:
        token = self._next()
        if not token.isdecimal() or int(token) > HIGHEST_POWER:
            raise FormulaError(f"a power is a whole number up to {HIGHEST_POWER}")
        self._at += 1
        return Number(Fraction(token))

    def _atom(self, depth: int) -> Node:
        if self._take("("):
            node = self._sum(depth + 1)
            self._expect(")")
            return node
        word = self._next()
        self._at += 1
        if word[:1].isdecimal():
            return Number(Fraction(word))
        return self._function(word, depth) if self._take("(") else _measure(word)

    def _function(self, name: str, depth: int) -> Node:
        if name not in _ARGUMENTS:
            raise FormulaError(f"{name} is not a function")
        operands = [self._sum(depth + 1)]
        while self._take(","):
            operands.append(self._sum(depth + 1))
        self._expect(")")
        if len(operands) not in _ARGUMENTS[name]:
            raise FormulaError(f"{name} takes {_ARGUMENTS[name][-1]} at most")
        return Operation(name, tuple(operands))


def _measure(name: str) -> Measure:
    if name not in MEASURES and name not in MONEY:
        raise FormulaError(f"{name or 'what is missing at the end'} is not a measure")
    return Measure(name)


def _tokens(text: str) -> list[str]:
    """The tokens of a formula. Raises FormulaError."""
    found, at = [], 0
    while at < len(text.rstrip()):
        token = _TOKEN.match(text, at)
        if token is None:
            raise FormulaError(f"this cannot be read from character {at + 1} on")
        found.append(token[1] or token[2] or token[3])
        at = token.end()
    return found
