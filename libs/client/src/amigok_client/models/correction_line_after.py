from typing import Literal

CorrectionLineAfter = Literal["fed", "missed", "partly", "planned", "refused", "void"]

CORRECTION_LINE_AFTER_VALUES: set[CorrectionLineAfter] = {
    "fed",
    "missed",
    "partly",
    "planned",
    "refused",
    "void",
}


def check_correction_line_after(value: str) -> CorrectionLineAfter:
    if value in CORRECTION_LINE_AFTER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CORRECTION_LINE_AFTER_VALUES!r}")
