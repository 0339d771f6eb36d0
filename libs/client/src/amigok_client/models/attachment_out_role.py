from typing import Literal

AttachmentOutRole = Literal["door", "power", "temperature"]

ATTACHMENT_OUT_ROLE_VALUES: set[AttachmentOutRole] = {
    "door",
    "power",
    "temperature",
}


def check_attachment_out_role(value: str) -> AttachmentOutRole:
    if value in ATTACHMENT_OUT_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTACHMENT_OUT_ROLE_VALUES!r}")
