"""An upload over a slow line."""

import asyncio
from typing import Any


async def test_a_slow_but_steady_upload_arrives_after_more_than_half_a_minute(
    slow_upload: "asyncio.Task[Any]",
) -> None:
    """It began with the first journey. What it brings is no table, which is known once all of it is there."""
    answer = await slow_upload
    assert (answer.status_code, answer.json()["code"]) == (422, "import_columns")
