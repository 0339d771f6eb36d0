"""`amigok`: the operator's command. Each module of `commands` is imported only when one of its commands is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from amigok.errors import Failure

COMMANDS = {
    "up": ("run", "Bring the fleet up: servers, databases, migrations, services, gateway."),
    "stop": ("run", "End the run, or one service of it."),
    "down": ("run", "End everything; the data stays."),
    "reset": ("run", "End everything and remove the data."),
    "start": ("run", "Start a service that was stopped."),
    "restart": ("run", "Restart one service, reading its code anew."),
    "demo": ("demo", "Play the platform's main job against the running fleet, step by step."),
    "status": ("status", "Every server, service and queue, what waits and what is stuck."),
    "check": ("check", "Whether orders, animals, money and invoices agree."),
    "generate": ("generate", "Write the gateway's routes, the API and event documents, schemas and deployments."),
    "logs": ("logs", "Print the log of a service, a server, 'gateway', 'access', 'operator' or 'supervisor'."),
    "mail": ("mail", "List the mails and SMS that were sent, newest first."),
    "doubles": ("doubles", "Play payers, banks, readers and their providers, where doubles stand for them."),
    "psql": ("psql", "Open a service's database, read-only unless --write is given."),
    "backup": ("backup", "Dump services' databases while they run."),
    "restore": ("backup", "Put a dump in place of a service's database, and replay what happened since."),
    "replay": ("backup", "Have a stopped service handle events that its database does not know."),
    "restate": ("restate", "Have a service publish what it has now, for services that came later."),
    "dead": ("dead", "List, show, redrive and drop dead letters."),
    "events": ("events", "Watch events."),
    "broker": ("broker", "What the services stand on at RabbitMQ."),
    "partners": ("partners", "Let integrators read public events, through capped queues of their own."),
    "clock": ("clock", "Show or move the clock of the fleet (never in production)."),
    "contracts": ("contracts", "Release the contracts."),
    "api": ("api", "Check and release the document of the HTTP API."),
    "keys": ("keys", "The keys that sign access tokens."),
    "audit": ("audit", "Prove the audit logs."),
    "ledger": ("ledger", "Prove the ledger."),
    "stream": ("stream", "Prove what devices have signed."),
    "analytics": ("analytics", "Make facts anew from the archive, and replay a consumer from it."),
    "search": ("search", "Make what is searched in the market again."),
    "contest": ("contest", "Verify the result of a contest from its file, offline."),
}
"""Each command with its module and its line in `amigok --help`."""


class Deferred(TyperCommand):
    """Stands for a command, or a group of them, until it is called; only then its module is imported."""

    def __init__(self, name: str, module: str, line: str) -> None:
        super().__init__(name, help=line)
        self._module = module

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        return self._load().make_context(info_name, args, parent, **extra)

    def _load(self) -> Any:
        """The module's command of that name or, where it has none, all of its commands as a group."""
        group = get_group(import_module(f"amigok.commands.{self._module}").app)
        group.help = self.help
        return group.commands.get(str(self.name), group)


class Commands(TyperGroup):
    """A `Failure` is one message and exit code 1."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = {name: Deferred(name, *found) for name, found in COMMANDS.items()}

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Failure as failure:
            typer.echo(f"amigok: {failure}", err=True)
            raise typer.Exit(1) from None


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _main() -> None:
    """The operator's command of the Amigok fleet."""
