"""A real browser without a screen, spoken to by the DevTools protocol through two pipes."""

import asyncio
import fcntl
import itertools
import json
import os
import shutil
import tempfile
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from amigok.servers import packages
from amigok_chassis.patience import PATIENCE, until

_OPTIONS = (
    "--headless",
    "--no-sandbox",  # root has none
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--remote-debugging-pipe",
    "about:blank",
)
_ABOVE = 10
"""File descriptors from here on are none of those that the shell is about to set."""


class Browser:
    """Commands go out and come back as JSON, each ended by a zero byte."""

    def __init__(self, reader: asyncio.StreamReader, write: Callable[[bytes], object]) -> None:
        self._reader, self._write = reader, write
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}

    async def listen(self) -> None:
        """Hands on what the browser says, until it ends."""
        while True:
            message = json.loads((await self._reader.readuntil(b"\0"))[:-1])
            if waiting := self._waiting.pop(message.get("id"), None):
                waiting.set_result(message)
            elif page := self._pages.get(message.get("sessionId", "")):
                page.heard(message["method"], message["params"])

    async def send(self, method: str, *, session: str | None = None, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        self._write(json.dumps(message).encode() + b"\0")
        answer = await asyncio.wait_for(self._waiting[number], PATIENCE)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    async def open(self, url: str) -> "Page":
        """A page of its own, loaded."""
        target = await self.send("Target.createTarget", url="about:blank")
        session = (await self.send("Target.attachToTarget", flatten=True, **target))["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Network", "Log", "Runtime"):
            await page.send(f"{domain}.enable")
        await page.send("Page.navigate", url=url)
        await page.until("location.href !== 'about:blank' && document.readyState === 'complete'")
        return page


class Page:
    """What a page shows and what it has asked for. `complaints` are errors, also of its content security policy."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session
        self.requests: list[dict[str, Any]] = []
        self.complaints: list[str] = []

    def heard(self, method: str, params: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.requests.append(params["request"])
            case "Log.entryAdded" if params["entry"]["level"] == "error":
                self.complaints.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")
            case "Runtime.exceptionThrown":
                self.complaints.append(params["exceptionDetails"]["exception"].get("description", ""))

    async def send(self, method: str, **params: Any) -> dict[str, Any]:
        return await self._browser.send(method, session=self._session, **params)

    async def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = await self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def until(self, expression: str) -> None:
        """Waits until an expression is true in the page."""
        await until(lambda: self.evaluate(f"Boolean({expression})"))


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    """A browser with a profile of its own; Debian's is installed where there is none."""
    await asyncio.to_thread(packages.ensure, ["chromium"], say=print)
    profile = await asyncio.to_thread(tempfile.mkdtemp, prefix="amigok-browser-")
    try:
        async with _started(profile) as browser:
            yield browser
    finally:
        await asyncio.to_thread(shutil.rmtree, profile, ignore_errors=True)


@asynccontextmanager
async def _started(profile: str) -> AsyncIterator[Browser]:
    theirs_in, ours_out = map(_high, os.pipe())
    ours_in, theirs_out = map(_high, os.pipe())
    shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
    argv = [str(packages.chromium_program()), f"--user-data-dir={profile}", *_OPTIONS]
    process = await asyncio.create_subprocess_exec(
        "bash", "-c", shell, "bash", *argv, pass_fds=(theirs_in, theirs_out), stdout=DEVNULL, stderr=DEVNULL
    )
    os.close(theirs_in)
    os.close(theirs_out)
    reader = asyncio.StreamReader(limit=1 << 24)
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(ours_in, "rb"))
    browser = Browser(reader, lambda data: os.write(ours_out, data))
    listening = asyncio.create_task(browser.listen())
    try:
        yield browser
    finally:
        listening.cancel()
        process.kill()
        await process.wait()
        transport.close()
        os.close(ours_out)


def _high(descriptor: int) -> int:
    """The same file under a high number, not inherited by others."""
    higher = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _ABOVE)
    os.close(descriptor)
    return higher
