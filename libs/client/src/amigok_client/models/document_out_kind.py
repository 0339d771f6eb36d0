from typing import Literal

DocumentOutKind = Literal["back", "front", "proof_of_address", "selfie"]

DOCUMENT_OUT_KIND_VALUES: set[DocumentOutKind] = {
    "back",
    "front",
    "proof_of_address",
    "selfie",
}


def check_document_out_kind(value: str) -> DocumentOutKind:
    if value in DOCUMENT_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_OUT_KIND_VALUES!r}")
