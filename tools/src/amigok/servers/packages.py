"""The native programs of the servers, and what tests use besides: Debian's packages for those that are missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from amigok.errors import Failure
from amigok.supervisor import Say, tail

POLICY = Path("/usr/sbin/policy-rc.d")
SERVERS = frozenset({"postgres", "rabbitmq", "redis"})
_SYSTEM = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
_INSTEAD = (
    ", start a Docker engine, or name running servers by AMIGOK_POSTGRES_URL, AMIGOK_RABBITMQ_URL with "
    "AMIGOK_RABBITMQ_MANAGEMENT_URL, and AMIGOK_REDIS_URL"
)


def postgres_programs() -> Path | None:
    """The newest installed PostgreSQL's folder of programs."""
    found = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def has_postgis(programs: Path) -> bool:
    answer = subprocess.run([programs / "pg_config", "--sharedir"], capture_output=True, text=True, check=False)
    share = answer.stdout.strip() or f"/usr/share/postgresql/{programs.parent.name}"
    return (Path(share) / "extension/postgis.control").exists()


def rabbitmq_script() -> Path | None:
    """The start script inside the library folder (the one on PATH insists on its own user)."""
    found = [
        path
        for root in ("/usr/lib/rabbitmq/lib", "/opt/rabbitmq", "/usr/local/lib/rabbitmq/lib")
        for path in Path(root).glob("**/sbin/rabbitmq-server")
    ]
    return max(found, key=lambda path: [int(part) for part in re.findall(r"\d+", str(path))], default=None)


def redis_program() -> Path | None:
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    return Path(found) if found else None


def nginx_program() -> Path | None:
    """It is in a folder of programs for root."""
    found = shutil.which("nginx", path=_SYSTEM)
    return Path(found) if found else None


def rtmp_module() -> Path | None:
    """The RTMP module of nginx, which its configuration has to load."""
    found = [Path(root) / "ngx_rtmp_module.so" for root in ("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules")]
    return next((path for path in found if path.exists()), None)


def missing(names: Collection[str]) -> list[str]:
    """Debian packages to install for these servers, `media` or `promtool`; `postgresql-*` stands for the newest."""
    wanted: list[str] = []
    if "postgres" in names:
        programs = postgres_programs()
        if programs is None:
            wanted += ["postgresql-*", "postgresql-*-postgis-3"]
        elif not has_postgis(programs):
            wanted.append(f"postgresql-{programs.parent.name}-postgis-3")
    if "rabbitmq" in names and (rabbitmq_script() is None or shutil.which("epmd") is None):
        wanted.append("rabbitmq-server")
    if "redis" in names and redis_program() is None:
        wanted.append("redis-server")
    if "media" in names:
        wanted += [] if nginx_program() else ["nginx-light"]
        wanted += [] if rtmp_module() else ["libnginx-mod-rtmp"]
        wanted += [] if shutil.which("ffmpeg") else ["ffmpeg"]
    if "promtool" in names and shutil.which("promtool") is None:
        wanted.append("prometheus")
    if "chromium" in names and chromium_program() is None:
        wanted.append("chromium-headless-shell")
    return wanted


def ensure(names: Collection[str], *, say: Say) -> None:
    """Install what is missing; `Failure` with the command to type where this user may not."""
    wanted = missing(names)
    if not wanted:
        return
    shown = " ".join(name.replace("-*", "") for name in wanted)
    prefix = privilege()
    if shutil.which("apt-get") is None or prefix is None:
        raise Failure(
            f"missing: {shown}. Install them (on Debian as root: apt-get install {shown})"
            f"{_INSTEAD if SERVERS.issuperset(names) else ''}"
        )
    say(f"  installing {shown}")
    _install(prefix, wanted)
    if still := missing(names):
        raise Failure(f"apt-get installed its packages, but these are still missing: {' '.join(still)}")


def chromium_program() -> Path | None:
    """A browser without a screen; the whole one starts so, too."""
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return Path(found) if found else None


def privilege() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or None where neither works."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def _install(prefix: Sequence[str], wanted: Sequence[str]) -> None:
    log = Path(tempfile.gettempdir()) / f"amigok-apt-{os.getpid()}.log"
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    with log.open("wb") as output, _no_daemons(prefix):
        updated = subprocess.run([*apt, "update"], stdout=output, stderr=output).returncode
        packages = _newest(wanted)
        command = [*apt, "install", "-y", "--no-install-recommends", *packages]
        if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output).returncode:
            reason = "" if updated == 0 else " (nor could the package lists be updated)"
            raise Failure(f"apt-get could not install {' '.join(packages)}{reason}{tail(log)}")
    log.unlink()


def _newest(wanted: Sequence[str]) -> list[str]:
    """Put the newest major version for which PostGIS is packaged in place of each `*`."""
    if not any("*" in name for name in wanted):
        return list(wanted)
    answer = subprocess.run(
        ["apt-cache", "search", "--names-only", r"^postgresql-[0-9]+-postgis-3$"],
        capture_output=True,
        text=True,
        check=False,
    )
    majors = [int(number) for number in re.findall(r"^postgresql-(\d+)-postgis-3", answer.stdout, re.MULTILINE)]
    if not majors:
        raise Failure("the package sources of this machine have no postgresql-*-postgis-3")
    return [name.replace("*", str(max(majors))) for name in wanted]


@contextmanager
def _no_daemons(prefix: Sequence[str]) -> Iterator[None]:
    """Keep the packages from starting daemons of their own on the usual ports."""
    if POLICY.exists():
        yield
        return
    script = 'printf "#!/bin/sh\\nexit 101\\n" > "$1" && chmod 755 "$1"'
    subprocess.run([*prefix, "sh", "-c", script, "sh", POLICY], check=True)
    try:
        yield
    finally:
        subprocess.run([*prefix, "rm", "-f", POLICY], check=True)
