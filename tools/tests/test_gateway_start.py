"""What clients read while the gateway or a service behind it starts."""

import json
import time
from pathlib import Path

from gateways import TOY, Gateway, configuration, port_of, serving, traefik, wait_until

import portal.main
from amigok import ports


def test_who_asks_as_soon_as_the_gateway_is_ready_never_reads_that_there_is_no_such_path(tmp_path: Path) -> None:
    """Traefik listens before it has read its routes, and answers 404 to everything until then."""
    with serving(TOY) as toy, serving(portal.main.service) as pages:
        static = configuration(tmp_path, [TOY, portal.main.service])
        gateway, inside = Gateway(port_of(static)), Gateway(port_of(static, "traefik"))
        for _ in range(3):
            with traefik(tmp_path, static, AMIGOK_TOY_URL=toy, AMIGOK_PORTAL_URL=pages):
                wait_until(lambda: inside.ask("/ready")[0] == 200, pause=0.001)
                assert gateway.ask("/api/v1/toys", "POST", b"x")[0] != 404


def test_a_service_that_starts_is_unavailable_and_not_unknown(tmp_path: Path) -> None:
    port = ports.choose()
    static = configuration(tmp_path, [TOY, portal.main.service])
    gateway, inside = Gateway(port_of(static)), Gateway(port_of(static, "traefik"))
    with serving(portal.main.service) as pages:
        with traefik(tmp_path, static, AMIGOK_TOY_URL=f"http://127.0.0.1:{port}", AMIGOK_PORTAL_URL=pages):
            wait_until(lambda: inside.ask("/ready")[0] == 200, pause=0.001)
            until = time.monotonic() + 3
            seen = set()
            while time.monotonic() < until:
                status, headers, body = gateway.ask("/api/v1/toys", "POST", b"x")
                seen.add((status, json.loads(body)["code"], headers["content-type"], headers["retry-after"]))
                time.sleep(0.02)
            assert seen <= {
                (502, "bad_gateway", "application/problem+json", "2"),
                (503, "service_unavailable", "application/problem+json", "2"),
            }
            with serving(TOY, port=port):
                wait_until(lambda: gateway.ask("/api/v1/toys", "POST", b"x")[0] == 200)
