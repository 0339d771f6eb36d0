"""The player: a real browser plays what ffmpeg has made, from one origin, under the gateway's policy."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from amigok_chassis.testing import Rig, running
from portal.main import service
from portal.watch import page
from tests.browser import Browser, browsing
from tests.simulators.serving import address, bound, serving

GATEWAY = yaml.safe_load((Path(__file__).resolve().parents[3] / "gateway/middlewares.yml").read_text())
POLICY = GATEWAY["middlewares"]["headers"]["headers"]["contentSecurityPolicy"].strip()


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


async def test_the_page_and_its_files_are_there_and_nothing_else(rig: Rig) -> None:
    shown = await rig.http.get("/watch")
    assert (shown.status_code, "<script>" in shown.text, "://" in shown.text) == (200, False, False)
    for name in page.ASSETS:
        found = await rig.http.get(f"/watch/assets/{name}")
        assert found.status_code == 200
        assert found.headers["content-type"].startswith(("text/css", "text/javascript", "text/plain"))
    for name in ("page.py", "..%2Fpage.py", "%2e%2e", "hls.js"):
        assert (await rig.http.get(f"/watch/assets/{name}")).status_code == 404


@pytest.fixture(scope="module")
async def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds of a test picture as HLS."""
    folder = tmp_path_factory.mktemp("hls")
    picture = "-f lavfi -i testsrc2=size=160x90:rate=5 -t 10 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10"
    argv = [*picture.split(), "-f", "hls", "-hls_time", "2", "-hls_list_size", "0", str(folder / "index.m3u8")]
    process = await asyncio.create_subprocess_exec("ffmpeg", "-loglevel", "error", "-nostdin", *argv)
    assert await process.wait() == 0
    return folder


class Site:
    """The portal and a camera under one origin. `problem` is what the camera's playlist answers instead."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.problem: JSONResponse | None = None
        self.referrers: list[str] = []

    def app(self, portal: Any, folder: Path) -> Starlette:
        files = StaticFiles(directory=folder)

        async def media(request: Request) -> Response:
            self.referrers += request.headers.getlist("referer")
            return self.problem or await files.get_response(request.path_params["name"], request.scope)

        return Starlette(routes=[Route("/media/{name}", media), Mount("/", self._guarded(portal))])

    @staticmethod
    def _guarded(app: Any) -> Any:
        async def guarded(scope: Any, receive: Any, send: Any) -> None:
            async def sent(message: Any) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [*message["headers"], (b"content-security-policy", POLICY.encode())]
                await send(message)

            await app(scope, receive, sent)

        return guarded


@pytest.fixture
async def site(rig: Rig, recorded: Path) -> AsyncIterator[Site]:
    listener = bound()
    site = Site(address(listener))
    async with serving(site.app(rig.asgi, recorded), listener, lifespan="off"):
        yield site


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


async def test_a_browser_plays_the_stream_whose_playlist_the_fragment_names(site: Site, browser: Browser) -> None:
    shown = await browser.open(f"{site.url}/watch#/media/index.m3u8")
    await shown.until("video.currentTime > 1 && video.videoWidth === 160")
    assert await shown.evaluate("state.textContent") == "Live."
    assert shown.complaints == []
    assert {request["url"].split("/")[2] for request in shown.requests if request["url"].startswith("http")} == {
        site.url.split("/")[2]
    }
    assert site.referrers == []


async def test_an_offline_camera_is_said_and_tried_again(site: Site, browser: Browser) -> None:
    site.problem = JSONResponse({"code": "camera_offline", "title": "The camera is offline."}, 503)
    shown = await browser.open(f"{site.url}/watch#/media/index.m3u8")
    await shown.until("state.dataset.state === 'offline'")
    assert "The camera is offline." in await shown.evaluate("state.textContent")
    site.problem = None
    await shown.until("video.currentTime > 0")


async def test_a_link_that_is_no_longer_good_is_said_in_the_words_of_the_service(site: Site, browser: Browser) -> None:
    site.problem = JSONResponse({"code": "link_expired", "title": "This link has expired."}, 410)
    shown = await browser.open(f"{site.url}/watch#/media/index.m3u8")
    await shown.until("state.dataset.state === 'refused'")
    assert await shown.evaluate("state.textContent") == "This link has expired."


async def test_links_to_other_sites_are_not_followed(site: Site, browser: Browser) -> None:
    shown = await browser.open(f"{site.url}/watch")
    for link in ("", "//127.0.0.1:1/x.m3u8", "/\\127.0.0.1:1/x.m3u8", "http://127.0.0.1:1/x.m3u8", "javascript:1"):
        await shown.evaluate(f"location.hash = {link!r}; state.dataset.state = ''")
        await shown.evaluate("connect()")
        assert await shown.evaluate("state.dataset.state") == "refused"
    assert not [request for request in shown.requests if "x.m3u8" in request["url"]]
