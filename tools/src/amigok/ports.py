"""Local TCP ports: which are free, and who holds one that is not."""

from __future__ import annotations

import random
import socket
from collections.abc import Collection

from amigok.errors import Failure

# Below the range from which the kernel takes ports for outgoing connections.
CANDIDATES = range(20_000, 32_000)


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def choose(taken: Collection[int] = ()) -> int:
    """A free port outside `taken`."""
    for port in random.sample(CANDIDATES, 200):
        if port not in taken and is_free(port):
            return port
    raise Failure("no free local port was found between 20000 and 32000")


def settle(ports: dict[str, int], names: Collection[str]) -> None:
    """Give each name a port in `ports`; a remembered one stays unless somebody else took it."""
    for name in names:
        if name not in ports or not is_free(ports[name]):
            ports[name] = choose(ports.values())


def owner(port: int) -> str:
    """' by <program> (pid <n>)', or nothing where the system does not tell."""
    import psutil

    try:
        for connection in psutil.net_connections("tcp"):
            address = connection.laddr
            listens = connection.status == psutil.CONN_LISTEN and address and address.port == port
            if listens and connection.pid:
                return f" by {psutil.Process(connection.pid).name()} (pid {connection.pid})"
    except psutil.Error:
        pass
    return ""


def demand(port: int, host: str = "127.0.0.1") -> None:
    """`Failure` naming the holder if the port is taken."""
    if not is_free(port, host):
        raise Failure(f"port {port} is taken{owner(port)}; end that or choose another one with --port")


def accepts(port: int, host: str = "127.0.0.1") -> bool:
    """Whether something listens there."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False
