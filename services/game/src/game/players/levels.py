"""Levels: a pure function of experience."""

from math import isqrt

STEP = 50
"""The level after `n` needs 50 * n * (n + 1) points in all: 100, 300, 600, 1000, ..."""

HIGHEST = 200


def needed(level: int) -> int:
    """The experience that a level begins with; level 1 begins with none."""
    return STEP * (level - 1) * level


def level_of(xp: int) -> int:
    """The level of somebody with so much experience."""
    root = isqrt(STEP * STEP + 4 * STEP * xp)
    return min((root + STEP) // (2 * STEP), HIGHEST)
