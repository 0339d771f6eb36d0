from typing import Literal

PrescriptionInRoute = Literal[
    "inhaled", "intramammary", "intramuscular", "intrauterine", "intravenous", "oral", "subcutaneous", "topical"
]

PRESCRIPTION_IN_ROUTE_VALUES: set[PrescriptionInRoute] = {
    "inhaled",
    "intramammary",
    "intramuscular",
    "intrauterine",
    "intravenous",
    "oral",
    "subcutaneous",
    "topical",
}


def check_prescription_in_route(value: str) -> PrescriptionInRoute:
    if value in PRESCRIPTION_IN_ROUTE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRESCRIPTION_IN_ROUTE_VALUES!r}")
