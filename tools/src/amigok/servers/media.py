"""A private media server: nginx with its RTMP module, which asks the stream service who may publish.

It is started with the services and not with the databases, because it has to know where the stream service is. Who
sets STREAM_MEDIA_URL means one of their own, and sets STREAM_RTMP_URL and both secrets as well.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from amigok import ports, web
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok.processes import spawn
from amigok.servers import packages
from amigok.servers.files import write_private
from amigok.state import State
from amigok.supervisor import Say, Task

NAME = "media"
PORTS = ("rtmp", "media", "media-relay", "media-callbacks")
TEMPLATE = ROOT / "deploy/media/nginx.conf"
SLATE = ROOT / "deploy/media/slate.sh"
RENDITIONS = ROOT / "deploy/media/renditions.conf"

DEFAULTS = {"CONNECTIONS": "1000", "PART_SECONDS": "60"}
"""What STREAM_MEDIA_CONNECTIONS and STREAM_MEDIA_PART_SECONDS may change."""


def is_wanted() -> bool:
    return not os.environ.get("STREAM_MEDIA_URL")


def url(state: State) -> str:
    """Where the gateway finds segments; empty where there are none."""
    own = f"http://127.0.0.1:{state.ports['media']}" if "media" in state.ports else ""
    return os.environ.get("STREAM_MEDIA_URL") or own


def settle_ports(state: State) -> None:
    if is_wanted():
        ports.settle(state.ports, PORTS)


def settings(state: State) -> dict[str, str]:
    """What tells the stream service of it; nothing if there is another."""
    if not is_wanted() or "media" not in state.ports:
        return {}
    return {
        "STREAM_MEDIA_URL": url(state),
        "STREAM_RTMP_URL": f"rtmp://127.0.0.1:{state.ports['rtmp']}/live",
        "STREAM_CALLBACK_SECRET": state.secret("media:callbacks"),
        "STREAM_LINK_SECRET": state.secret("media:links"),
        "STREAM_SPOOL": str(state.subfolder("spool")),
    }


def task(state: State, service: str, *, say: Say) -> Task:
    """Writes its configuration; the task that runs it, asking the stream service at this address."""
    packages.ensure([NAME], say=say)
    folder = state.subfolder(NAME)
    for name in ("tmp", "hls/source", "hls/medium", "hls/low"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    slate(folder / "slate.ts")
    filled = configuration(TEMPLATE.read_text(), values(state, folder, service))
    written, log = write_private(folder / "nginx.conf", filled), state.log(NAME)
    argv = [_program(), "-e", "stderr", "-p", folder, "-c", written]
    return Task(
        name=NAME,
        kind="server",
        launch=lambda: _launch(argv, folder, log),
        ready=lambda: answers(state),
        log=log,
        port=state.ports["rtmp"],
        grace=10,
    )


def _launch(argv: Sequence[object], folder: Path, log: Path) -> subprocess.Popen[bytes]:
    """Starts it, after what an earlier one that was killed has left: its workers live on, and hold its ports."""
    with contextlib.suppress(FileNotFoundError, ValueError):
        _end_workers(int((folder / "nginx.pid").read_text()))
    return spawn(argv, log=log)


def _end_workers(master: int) -> None:
    """Kills processes of nginx whose session this one began, if it is gone itself."""
    if Path(f"/proc/{master}").exists():
        return
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, _, rest = stat.read_text().partition(" (")
            name, _, fields = rest.rpartition(") ")
            if name == "nginx" and int(fields.split()[3]) == master:
                os.kill(int(pid), signal.SIGKILL)


def answers(state: State) -> bool:
    return web.is_success(f"{url(state)}/health")


def values(state: State, folder: Path, service: str) -> dict[str, str]:
    """What the template asks for."""
    told, module = settings(state), packages.rtmp_module()
    chosen = {name: os.environ.get(f"STREAM_MEDIA_{name}", value) for name, value in DEFAULTS.items()}
    renditions = os.environ.get("STREAM_RENDITIONS", "").lower() in ("1", "true", "yes", "on")
    relay = str(state.ports["media-relay"])
    return chosen | {
        "MODULE": f"load_module {module};" if module else "",
        # Its worker would be nobody, who may not write here.
        "USER": "user root;" if os.geteuid() == 0 else "",
        "STATE": str(folder),
        "HLS": str(folder / "hls"),
        "SPOOL": told["STREAM_SPOOL"],
        "RTMP": f"127.0.0.1:{state.ports['rtmp']}",
        "HTTP": f"127.0.0.1:{state.ports['media']}",
        "RELAY_PORT": relay,
        "CALLBACK_PORT": str(state.ports["media-callbacks"]),
        "SERVICE": service,
        "LINK_SECRET": told["STREAM_LINK_SECRET"],
        "CALLBACK_SECRET": told["STREAM_CALLBACK_SECRET"],
        "PLAY": "allow play 127.0.0.1; deny play all;" if renditions else "deny play all;",
        "RENDITIONS": configuration(RENDITIONS.read_text(), {"RELAY_PORT": relay}) if renditions else "",
    }


def configuration(template: str, values: dict[str, str]) -> str:
    """The template with these put in; nginx's own `$names` stay."""
    for name, value in values.items():
        template = template.replace(f"${{{name}}}", value)
    return template


def slate(path: Path) -> None:
    """Makes what is shown of a camera that is offline, once."""
    if path.exists():
        return
    done = subprocess.run(["sh", SLATE, path], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        raise Failure(f"ffmpeg could not make the slate: {done.stderr.strip()[-300:]}")


def _program() -> Path:
    found = packages.nginx_program()
    if found is None:
        raise Failure("missing: nginx-light")
    return found
