from typing import Literal

ComplaintFileOutMediaType = Literal["image/jpeg", "image/png"]

COMPLAINT_FILE_OUT_MEDIA_TYPE_VALUES: set[ComplaintFileOutMediaType] = {
    "image/jpeg",
    "image/png",
}


def check_complaint_file_out_media_type(value: str) -> ComplaintFileOutMediaType:
    if value in COMPLAINT_FILE_OUT_MEDIA_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_FILE_OUT_MEDIA_TYPE_VALUES!r}")
