from typing import Literal

EntryPhotoOutMediaType = Literal["image/jpeg", "image/png"]

ENTRY_PHOTO_OUT_MEDIA_TYPE_VALUES: set[EntryPhotoOutMediaType] = {
    "image/jpeg",
    "image/png",
}


def check_entry_photo_out_media_type(value: str) -> EntryPhotoOutMediaType:
    if value in ENTRY_PHOTO_OUT_MEDIA_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENTRY_PHOTO_OUT_MEDIA_TYPE_VALUES!r}")
