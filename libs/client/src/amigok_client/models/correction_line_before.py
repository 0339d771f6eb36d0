from typing import Literal

CorrectionLineBefore = Literal["fed", "missed", "partly", "planned", "refused", "void"]

CORRECTION_LINE_BEFORE_VALUES: set[CorrectionLineBefore] = {
    "fed",
    "missed",
    "partly",
    "planned",
    "refused",
    "void",
}


def check_correction_line_before(value: str) -> CorrectionLineBefore:
    if value in CORRECTION_LINE_BEFORE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CORRECTION_LINE_BEFORE_VALUES!r}")
