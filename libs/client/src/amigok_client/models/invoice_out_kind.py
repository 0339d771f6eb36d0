from typing import Literal

InvoiceOutKind = Literal["fee", "purchase"]

INVOICE_OUT_KIND_VALUES: set[InvoiceOutKind] = {
    "fee",
    "purchase",
}


def check_invoice_out_kind(value: str) -> InvoiceOutKind:
    if value in INVOICE_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVOICE_OUT_KIND_VALUES!r}")
