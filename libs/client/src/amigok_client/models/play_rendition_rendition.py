from typing import Literal

PlayRenditionRendition = Literal["low", "medium", "source"]

PLAY_RENDITION_RENDITION_VALUES: set[PlayRenditionRendition] = {
    "low",
    "medium",
    "source",
}


def check_play_rendition_rendition(value: str) -> PlayRenditionRendition:
    if value in PLAY_RENDITION_RENDITION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAY_RENDITION_RENDITION_VALUES!r}")
