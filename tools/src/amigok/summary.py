"""Where things are, once the fleet is up."""

from __future__ import annotations

from urllib.parse import urlsplit

from amigok import doubles, mailbox, simulator
from amigok.servers.external import without_password
from amigok.state import State


def text(state: State) -> str:
    """The lines to show."""
    gateway = f"http://127.0.0.1:{state.gateway_port}"
    rows = [("gateway", gateway), ("API docs", f"{gateway}/docs"), ("events", f"{gateway}/events")]
    if state.servers and state.servers.management:
        login = urlsplit(state.servers.management)
        address = without_password(state.servers.management)
        rows.append(("RabbitMQ", f"{address}  (login {login.username}, password {login.password})"))
    rows.append(("mail", f"{mailbox.folder(state)}  (amigok mail)"))
    rows.extend((name, f"{address}  (a double; amigok doubles)") for name, address in doubles.addresses(state).items())
    if simulator.is_running(state):
        rows.append(("jetson", f"{simulator.url(state)}/_control  (a simulated device; it waits for `make demo`)"))
    if state.administrator:
        rows.append(("administrator", f"{state.administrator}, password {state.secrets.get('administrator', '')}"))
    rows.append(("logs", f"{state.folder / 'logs'}  (amigok logs SERVICE -f)"))
    return "\n" + "\n".join(f"  {title:<14} {value}" for title, value in rows) + "\n"
