"""Other units in which devices may send a quantity: what is stored is in the unit of its type."""

_PLAIN = (1.0, 0.0)

_KNOWN: dict[str, dict[str, tuple[float, float]]] = {
    "°C": {"C": _PLAIN, "°F": (5 / 9, -160 / 9), "F": (5 / 9, -160 / 9), "K": (1.0, -273.15)},
    "L": {"l": _PLAIN, "mL": (0.001, 0.0), "m³": (1000.0, 0.0), "m3": (1000.0, 0.0)},
    "L/min": {"l/min": _PLAIN, "L/s": (60.0, 0.0), "L/h": (1 / 60, 0.0), "m³/h": (1000 / 60, 0.0)},
    "W": {"kW": (1000.0, 0.0)},
    "kWh": {"Wh": (0.001, 0.0), "MWh": (1000.0, 0.0)},
    "°": {"deg": _PLAIN},
}
"""By the unit of a type: other spellings and units, each with its factor and what is added then."""


def converted(value: float, unit: str | None, *, to: str) -> float | None:
    """The value in the unit of its type, rounded to nine digits after the point. None for a unit that is unknown.

    Without a unit it is in that of its type.
    """
    if unit is None or unit == to:
        return value
    factor, offset = _KNOWN.get(to, {}).get(unit, (None, 0.0))
    return None if factor is None else round(value * factor + offset, 9)
