"""How long to wait for what must come: one generous limit for whatever starts and is tested."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = float(os.environ.get("AMIGOK_PATIENCE", "180"))
"""Seconds after which it is given up. Waits look for progress, so whatever comes earlier is not waited for longer."""


async def until(look: Callable[[], Awaitable[T | None]], *, seconds: float = PATIENCE) -> T:
    """What `look` finds, as soon as it is something true; TimeoutError after so many seconds."""
    deadline = time.monotonic() + seconds
    pause = 0.005
    while not (found := await look()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"nothing came within {seconds:.0f} s: {getattr(look, '__qualname__', look)}")
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, 0.25)
    return found
