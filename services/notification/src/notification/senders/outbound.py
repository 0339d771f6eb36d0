"""Where browsers may have us send: a web push subscription names a URL, and whoever registers one chooses it.

Only https to known push services, at public addresses, and what was looked at is what is connected to.
"""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

import httpx

from notification.senders.sending import TryLater


@dataclass(frozen=True)
class PushServices:
    """Hosts, as `fcm.googleapis.com` or `*.push.apple.com`; a whole origin, `http://...`, is trusted as it is."""

    allowed: tuple[str, ...]

    def admits(self, endpoint: str) -> bool:
        """Whether a subscription's endpoint belongs to one of them."""
        try:
            url = urlsplit(endpoint)
            return self.trusts(url) or (
                _is_plain(url) and any(_fits(url.hostname or "", each) for each in self.allowed)
            )
        except ValueError:
            return False

    def trusts(self, url: SplitResult) -> bool:
        """Whether its origin was named whole."""
        return f"{url.scheme}://{url.netloc}" in self.allowed


def _is_plain(url: SplitResult) -> bool:
    return url.scheme == "https" and url.port in (None, 443) and url.username is None and url.password is None


def _fits(host: str, pattern: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


async def post(
    http: httpx.AsyncClient, services: PushServices, endpoint: str, *, content: bytes, headers: dict[str, str]
) -> httpx.Response:
    """Posts to an endpoint that `services` admit, without following anywhere. Raises TryLater, httpx.HTTPError."""
    url = urlsplit(endpoint)
    if services.trusts(url):
        return await http.post(endpoint, content=content, headers=headers, follow_redirects=False)
    address = await _public_address(url.hostname or "")
    pinned = url._replace(netloc=f"[{address}]" if ":" in address else address).geturl()
    return await http.post(
        pinned,
        content=content,
        headers=headers | {"Host": url.netloc},
        extensions={"sni_hostname": url.hostname},
        follow_redirects=False,
    )


async def _public_address(host: str) -> str:
    """An address of a host, if all that it has are public. Raises TryLater."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise TryLater("the push service has no address") from error
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(ip_address(address).is_global for address in addresses):
        raise TryLater("the push service is not at a public address")
    return addresses[0]
