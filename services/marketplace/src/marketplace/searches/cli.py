"""The operator's command: `python -m marketplace rebuild`."""

import sys

from amigok_chassis.context import Context
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings
from marketplace.documents.service import rebuild
from marketplace.searches.feeding import rebuild_index

REBUILD = """Makes the search document of each listing again and counts the words, while the service
runs; then writes a new index of OpenSearch, if there is one."""


async def rebuilt(service: Service, settings: Settings) -> int:
    """Rebuilds and prints what was different. Exit code 1 if something was."""
    runtime = Runtime(service, settings)
    async with runtime.idle():
        return await run(runtime.context)


async def run(context: Context) -> int:
    """Rebuilds what there is and says so."""
    made = await rebuild(context.db)
    indexed = await rebuild_index(context)
    if indexed is not None:
        sys.stdout.write(f"{indexed:,} documents are in a new index\n")
    sys.stdout.write(f"{made.made:,} documents made, {made.differed} were different; {made.counts} counts were wrong\n")
    return 1 if made.differed or made.counts else 0
