"""Starts a device. Prints the address of its control API."""

import asyncio
import signal

from tests.simulators.jetson.control import app
from tests.simulators.jetson.device import Device
from tests.simulators.jetson.options import Options, parsed
from tests.simulators.serving import address, bound, serving


async def run(options: Options) -> None:
    listener = bound(options.control)
    device = Device(options)
    work = asyncio.create_task(device.run())
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, work.cancel)
    async with serving(app(device), listener):
        print(address(listener), flush=True)  # noqa: T201
        await asyncio.wait([work])


if __name__ == "__main__":
    asyncio.run(run(parsed()))
