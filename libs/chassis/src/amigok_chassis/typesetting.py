"""PDF by typst. What people wrote goes in as data, never as part of the typesetter's program."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import typst

_typesetter = ThreadPoolExecutor(1, "typesetter")
"""One document at a time: the others wait, and the processor stays free for requests."""


async def pdf(template: bytes, data: object, *, now: datetime) -> bytes:
    """The document that a template makes of `sys.inputs.data` (JSON); it takes a processor for a second or so."""
    return await asyncio.get_running_loop().run_in_executor(_typesetter, _compiled, template, json.dumps(data), now)


def _compiled(template: bytes, data: str, now: datetime) -> bytes:
    made = typst.compile(
        template, format="pdf", ignore_system_fonts=True, sys_inputs={"data": data}, timestamp=int(now.timestamp())
    )
    assert isinstance(made, bytes)
    return made
