from typing import Literal

PersonDocumentType = Literal["driving_licence", "national_id", "passport", "residence_permit"]

PERSON_DOCUMENT_TYPE_VALUES: set[PersonDocumentType] = {
    "driving_licence",
    "national_id",
    "passport",
    "residence_permit",
}


def check_person_document_type(value: str) -> PersonDocumentType:
    if value in PERSON_DOCUMENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERSON_DOCUMENT_TYPE_VALUES!r}")
