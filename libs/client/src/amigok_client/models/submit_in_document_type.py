from typing import Literal

SubmitInDocumentType = Literal["driving_licence", "national_id", "passport", "residence_permit"]

SUBMIT_IN_DOCUMENT_TYPE_VALUES: set[SubmitInDocumentType] = {
    "driving_licence",
    "national_id",
    "passport",
    "residence_permit",
}


def check_submit_in_document_type(value: str) -> SubmitInDocumentType:
    if value in SUBMIT_IN_DOCUMENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUBMIT_IN_DOCUMENT_TYPE_VALUES!r}")
