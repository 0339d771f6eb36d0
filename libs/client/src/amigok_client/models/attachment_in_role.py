from typing import Literal

AttachmentInRole = Literal["door", "power", "temperature"]

ATTACHMENT_IN_ROLE_VALUES: set[AttachmentInRole] = {
    "door",
    "power",
    "temperature",
}


def check_attachment_in_role(value: str) -> AttachmentInRole:
    if value in ATTACHMENT_IN_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTACHMENT_IN_ROLE_VALUES!r}")
