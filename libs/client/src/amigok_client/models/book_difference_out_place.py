from typing import Literal

BookDifferenceOutPlace = Literal["lines", "transfers"]

BOOK_DIFFERENCE_OUT_PLACE_VALUES: set[BookDifferenceOutPlace] = {
    "lines",
    "transfers",
}


def check_book_difference_out_place(value: str) -> BookDifferenceOutPlace:
    if value in BOOK_DIFFERENCE_OUT_PLACE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOOK_DIFFERENCE_OUT_PLACE_VALUES!r}")
