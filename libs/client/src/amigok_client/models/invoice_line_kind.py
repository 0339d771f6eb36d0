from typing import Literal

InvoiceLineKind = Literal["fee", "purchase"]

INVOICE_LINE_KIND_VALUES: set[InvoiceLineKind] = {
    "fee",
    "purchase",
}


def check_invoice_line_kind(value: str) -> InvoiceLineKind:
    if value in INVOICE_LINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVOICE_LINE_KIND_VALUES!r}")
