"""`amigok`: the operator's command. One line for each noun; each module declares its own commands."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from amigok.commands import (
    api,
    audit,
    broker,
    check,
    clock,
    contracts,
    dead,
    demo,
    doubles,
    events,
    generate,
    keys,
    ledger,
    logs,
    mail,
    partners,
    run,
    status,
)
from amigok.errors import Failure


class Commands(TyperGroup):
    """A `Failure` is one message and exit code 1."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Failure as failure:
            typer.echo(f"amigok: {failure}", err=True)
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__
)
app.add_typer(run.app)
app.add_typer(demo.app)
app.add_typer(status.app)
app.add_typer(check.app)
app.add_typer(generate.app)
app.add_typer(logs.app)
app.add_typer(mail.app)
app.add_typer(doubles.app, name="doubles")
app.add_typer(dead.app, name="dead")
app.add_typer(events.app, name="events")
app.add_typer(broker.app, name="broker")
app.add_typer(partners.app, name="partners")
app.add_typer(clock.app, name="clock")
app.add_typer(contracts.app, name="contracts")
app.add_typer(api.app, name="api")
app.add_typer(keys.app, name="keys")
app.add_typer(audit.app, name="audit")
app.add_typer(ledger.app, name="ledger")
