"""The mean kinetic temperature: the constant temperature that would age a product as much as what it went through."""

import math
from collections.abc import Iterable

ACTIVATION_ENERGY = 83.144
"""In kJ/mol: the usual assumption for pharmaceuticals (USP General Chapter <1079.2>)."""

GAS_CONSTANT = 0.0083144
"""In kJ/(mol K), as the same chapter has it, so that their quotient is 10,000 K."""

QUOTIENT = ACTIVATION_ENERGY / GAS_CONSTANT
ZERO = 273.15
"""0 °C in kelvin."""

REFERENCE = 278.15
"""In kelvin. Rates are taken relative to this temperature, so that none is too small or too large for a float."""

COLDEST, HOTTEST = -200.0, 1000.0
"""In °C. Beyond them a thermometer is broken; the mean takes such values for these."""


def rate(celsius: float) -> float:
    """How fast a product ages at a temperature, relative to that at 5 °C (Arrhenius)."""
    kelvin = min(max(celsius, COLDEST), HOTTEST) + ZERO
    return math.exp(QUOTIENT / REFERENCE - QUOTIENT / kelvin)


def from_rate(mean_rate: float) -> float:
    """The temperature in °C at which a product ages at this rate, which is above 0."""
    return QUOTIENT / (QUOTIENT / REFERENCE - math.log(mean_rate)) - ZERO


def mean_kinetic_temperature(readings: Iterable[tuple[float, float]]) -> float | None:
    """The mean kinetic temperature in °C of readings, each with how long it held, in any unit of time, and its °C.

    It is Haynes's formula (J. D. Haynes, Journal of Pharmaceutical Sciences 60, 1971, page 927) with weights:
    T = (H/R) / -ln(sum of w e^(-H/RT) / sum of w). None where nothing held for any time.
    """
    total = aged = 0.0
    for lasted, celsius in readings:
        total += lasted
        aged += lasted * rate(celsius)
    return from_rate(aged / total) if total > 0 and aged > 0 else None
