from typing import Literal

PreviewChangeChoice = Literal["cancel", "cancel_at_end", "downgrade", "pause", "resume", "upgrade"]

PREVIEW_CHANGE_CHOICE_VALUES: set[PreviewChangeChoice] = {
    "cancel",
    "cancel_at_end",
    "downgrade",
    "pause",
    "resume",
    "upgrade",
}


def check_preview_change_choice(value: str) -> PreviewChangeChoice:
    if value in PREVIEW_CHANGE_CHOICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PREVIEW_CHANGE_CHOICE_VALUES!r}")
