"""The device token over HTTP."""

from typing import Annotated

from pydantic import Field

DeviceToken = Annotated[
    str, Field(min_length=1, max_length=100, description="What this user's last login on this device returned")
]
