"""A private RabbitMQ node with a port mapper (epmd) of its own, so that several live side by side.

The start script of the library folder is run directly: the packaged wrapper insists on the system's node.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import signal
from pathlib import Path

from amigok import mqtt, ports
from amigok.errors import Failure
from amigok.processes import spawn
from amigok.servers.external import broker_answers, management_answers
from amigok.servers.files import write_private
from amigok.servers.packages import rabbitmq_script
from amigok.state import Addresses, State
from amigok.supervisor import Task

USER = VHOST = "amigok"
PORTS = ("amqp", "management", "prometheus", "erlang", "epmd", "mqtt")
PLUGINS = f"[{','.join(('rabbitmq_management', 'rabbitmq_prometheus', *mqtt.PLUGINS))}].\n"
# Schedulers that spin while idle would take the processor from everything else on a small machine.
ERLANG = "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"
NOT_DURABLE = "[{ra, [{wal_sync_method, none}]}].\n"


def prepare(state: State, addresses: Addresses, *, durable: bool) -> list[Task]:
    """Write its configuration; the tasks that run its port mapper and the node."""
    asked = f"service:{mqtt.ASKED}"
    ports.settle(state.ports, (*PORTS, asked))
    chosen, password = state.ports, state.secret("rabbitmq")
    script = rabbitmq_script()
    if script is None:
        raise Failure("missing: rabbitmq-server")
    folder = state.data.setdefault("rabbitmq", state.subfolder("rabbitmq"))
    folder.mkdir(mode=0o700, exist_ok=True)
    write_private(folder / "definitions.json", definitions(password))
    write_private(folder / "rabbitmq.conf", configuration(chosen, folder, _mqtt(state, asked)))
    write_private(folder / "plugins", PLUGINS)
    write_private(folder / "advanced.config", "[].\n" if durable else NOT_DURABLE)
    environment = _environment(state, folder)
    addresses.broker = f"amqp://{USER}:{password}@127.0.0.1:{chosen['amqp']}/{VHOST}"
    addresses.management = f"http://{USER}:{password}@127.0.0.1:{chosen['management']}"
    addresses.mqtt = f"mqtt://127.0.0.1:{chosen['mqtt']}"
    log = state.log("rabbitmq")
    mapper = ["epmd", "-port", str(chosen["epmd"]), "-address", "127.0.0.1"]
    return [
        Task(
            name="epmd",
            kind="server",
            launch=lambda: spawn(mapper, log=log, environment=environment),
            ready=lambda: ports.accepts(chosen["epmd"]),
            log=log,
            port=chosen["epmd"],
            grace=5,
        ),
        Task(
            name="rabbitmq",
            kind="server",
            launch=lambda: spawn([script], log=log, environment=environment, folder=folder),
            ready=lambda: broker_answers(addresses.broker) and management_answers(addresses.management),
            log=log,
            port=chosen["amqp"],
            stop=signal.SIGTERM if durable else signal.SIGKILL,
            grace=40,
        ),
    ]


def _environment(state: State, folder: Path) -> dict[str, str]:
    digest = hashlib.sha256(str(state.folder).encode()).hexdigest()[:10]
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("RABBITMQ_", "ERL_"))}
    return {
        **inherited,
        "HOME": str(folder),
        "ERL_EPMD_PORT": str(state.ports["epmd"]),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODENAME": f"amigok-{digest}@localhost",
        "RABBITMQ_NODE_PORT": str(state.ports["amqp"]),
        "RABBITMQ_DIST_PORT": str(state.ports["erlang"]),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_LOGS": "-",
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq"),
        "RABBITMQ_ADVANCED_CONFIG_FILE": str(folder / "advanced.config"),
        "RABBITMQ_CONF_ENV_FILE": str(folder / "none"),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": ERLANG,
        # The script then becomes the node instead of waiting beside it: one process to signal.
        "RUNNING_UNDER_SYSTEMD": "true",
    }


def _mqtt(state: State, asked: str) -> str:
    service = f"http://127.0.0.1:{state.ports[asked]}"
    return mqtt.configuration(vhost=VHOST, service=service, key=state.secret("mqtt"))


def configuration(chosen: dict[str, int], folder: Path, devices: str) -> str:
    return f"""\
listeners.tcp.1 = 127.0.0.1:{chosen["amqp"]}
management.tcp.ip = 127.0.0.1
management.tcp.port = {chosen["management"]}
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = {chosen["prometheus"]}
load_definitions = {folder}/definitions.json
vm_memory_high_watermark.relative = 0.4
disk_free_limit.absolute = 200MB
raft.wal_max_size_bytes = 134217728
log.console = true
log.console.level = info
log.file = false
mqtt.listeners.tcp.1 = 127.0.0.1:{chosen["mqtt"]}
mqtt.allow_anonymous = false
{devices}"""


def definitions(password: str) -> str:
    """One virtual host and one user; with definitions RabbitMQ makes no guest."""
    everything = {"configure": ".*", "write": ".*", "read": ".*"}
    user = {
        "name": USER,
        "password_hash": password_hash(password, secrets.token_bytes(4)),
        "hashing_algorithm": "rabbit_password_hashing_sha256",
        "tags": "administrator",
    }
    return json.dumps(
        {
            "vhosts": [{"name": VHOST}],
            "users": [user],
            "permissions": [{"user": USER, "vhost": VHOST, **everything}],
        }
    )


def password_hash(password: str, salt: bytes) -> str:
    """RabbitMQ's own: base64(salt + sha256(salt + password)), four bytes of salt."""
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode()
