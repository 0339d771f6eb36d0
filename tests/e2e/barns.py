"""Devices in barns: processes of their own, which can be killed and started again."""

import asyncio
import secrets
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from amigok import demo_stream
from amigok.fleet import ROOT
from amigok_chassis.patience import until
from amigok_client import Problem
from tests.e2e.enrolled import OUT_OF_ORDER, camera, enrolled, farm_of, revoke


class Barn:
    """A device with one camera, and how to play with it."""

    def __init__(self, fleet: Any, folder: Path, http: httpx.AsyncClient) -> None:
        self._fleet, self._folder, self._http = fleet, folder, http
        self._process: subprocess.Popen[str] | None = None
        self._control = ""
        self.serial = f"JN-{secrets.token_hex(4)}"
        self.device_id = self.camera_id = ""

    async def start(self) -> None:
        """Returns when it listens; what it knew before, it knows again."""
        state = self._fleet.state
        argv = ["--api", f"http://127.0.0.1:{state.gateway_port}", "--state", str(self._folder)]
        argv += ["--heartbeat", "2", "--detect", "3600", "--measure", "3600", "--poll", "3600"]
        self._process = await asyncio.to_thread(self._spawn, argv)
        assert self._process.stdout is not None
        self._control = (await asyncio.to_thread(self._process.stdout.readline)).strip()
        assert self._control, "the device did not start"

    @staticmethod
    def _spawn(argv: Sequence[str]) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.simulators.jetson", *argv]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def end(self, number: signal.Signals) -> None:
        """SIGKILL is a power cut: nothing is said, and the camera goes dark as well."""
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None

    async def tell(self, path: str, **body: Any) -> Any:
        answer = await self._http.post(f"{self._control}/_control/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def state(self) -> dict[str, Any]:
        state: dict[str, Any] = (await self._http.get(f"{self._control}/_control/state")).json()
        return state

    async def enrol(self, animal: UUID) -> None:
        """The administrator enrols it where the animal is; it registers, and its camera shows the animal."""
        device = await enrolled(self._fleet, await farm_of(self._fleet, animal), self.serial)
        self.device_id = device["id"]
        self.camera_id = str(await camera(self._fleet, UUID(self.device_id), animal))
        await self.tell("claim", serial=self.serial, claim=device["claim_secret"])

    async def film(self, *cards: str) -> None:
        await self.tell("views", views=[{"camera_id": self.camera_id, "cards": list(cards)}])

    async def see(self, *cards: str) -> list[str]:
        """Reads these cards now. Returns the ids of the detections."""
        ids: list[str] = await self.tell("detections", camera_id=self.camera_id, cards=list(cards))
        return ids

    async def delivered(self) -> None:
        """Waits until the service has all that was seen."""

        async def done() -> bool:
            return (await self.state())["waiting"] == 0

        await until(done)

    async def status(self) -> str:
        """As the administrator sees it; "unknown" while the service is out of order."""
        path = f"admin/jetson/devices/{self.device_id}"
        try:
            return str((await demo_stream.ask(self._fleet.admin, "GET", path))["status"])
        except Problem as problem:
            if problem.status not in OUT_OF_ORDER:
                raise
            return "unknown"

    async def verified(self) -> tuple[int, str]:
        """What `amigok stream verify` says of it, with its exit code."""
        argv = [str(Path(sys.executable).with_name("amigok")), "stream", "verify", self.device_id]
        command = [*argv, "--state", str(self._fleet.folder)]
        process = await asyncio.create_subprocess_exec(*command, stdout=-1, stderr=-2)
        told, _ = await process.communicate()
        assert process.returncode is not None
        return process.returncode, told.decode()


@asynccontextmanager
async def barn(fleet: Any, folder: Path, animal: UUID) -> AsyncIterator[Barn]:
    """A registered device with a camera that shows this animal. It is revoked afterwards."""
    async with httpx.AsyncClient(trust_env=False, timeout=30) as http:
        made = Barn(fleet, folder, http)
        await made.start()
        try:
            await made.enrol(animal)
            yield made
        finally:
            made.end(signal.SIGTERM)
            if made.device_id:
                await revoke(fleet, made.device_id)
