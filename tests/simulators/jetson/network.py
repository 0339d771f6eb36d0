"""The device's way to the service, which can be cut."""

from typing import Any

import httpx

from tests.simulators.jetson.identity import Identity


class Cut(httpx.TransportError):
    """There is no network."""


class Network:
    """Requests of the device, signed in by HTTP Basic. While it is cut, each fails as one without an answer."""

    def __init__(self, api: str, identity: Identity) -> None:
        self.is_up = True
        self._identity = identity
        self._http = httpx.AsyncClient(base_url=api, timeout=10, trust_env=False)

    async def close(self) -> None:
        await self._http.aclose()

    async def send(self, method: str, path: str, **given: Any) -> httpx.Response:
        """Raises httpx.TransportError, also for an answer that says that the service is out of order."""
        if not self.is_up:
            raise Cut("no network")
        identity = self._identity
        auth = httpx.BasicAuth(identity.id, identity.secret) if identity.is_registered else None
        answer = await self._http.request(method, path, auth=auth, **given)
        if answer.status_code in (429, 502, 503, 504):
            raise httpx.TransportError(f"{path}: {answer.status_code}")
        return answer
