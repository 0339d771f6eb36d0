"""up, stop, down, reset, start, restart."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from amigok import daemon, fleet, runner, summary
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.servers import forget_data
from amigok.state import Damaged, State, lock

app = typer.Typer()


def say(message: str) -> None:
    print(message, flush=True)


@app.command()
def up(
    state: Folder = DEFAULT,
    detach: Annotated[bool, typer.Option("--detach", "-d", help="Return when ready.")] = False,
    port: Annotated[int, typer.Option(help="The gateway's port on 127.0.0.1.", min=1, max=65535)] = 8000,
    services: Annotated[str, typer.Option(help="Only these, separated by commas.")] = "",
    fsync: Annotated[bool, typer.Option(help="--no-fsync: faster, loses data when power fails.")] = True,
    simulator: Annotated[
        bool, typer.Option(envvar="AMIGOK_SIMULATOR", help="--no-simulator: without the simulated device.")
    ] = True,
) -> None:
    """Bring the fleet up: servers, databases, migrations, services, gateway. Ctrl-C ends it."""
    names = [name.strip() for name in services.split(",") if name.strip()] or list(fleet.SERVICES)
    if unknown := [name for name in names if name not in fleet.SERVICES]:
        raise Failure(f"there is no service {', '.join(unknown)}; there are {', '.join(fleet.SERVICES)}")
    folder = state.resolve()
    wishes = runner.Wishes(folder=folder, port=port, names=names, durable=fsync, simulator=simulator)
    if not detach:
        runner.run(wishes, say=say, ready=lambda current: say(summary.text(current)))
        return
    log = State(folder=folder).log("supervisor")

    def work(ready: daemon.Ready) -> None:
        def announce(current: State) -> None:
            say(summary.text(current))
            ready()

        runner.run(wishes, say=say, ready=announce)

    raise typer.Exit(daemon.detach(work, log=log))


One = Annotated[str, typer.Argument(metavar="SERVICE")]


@app.command()
def stop(
    service: Annotated[
        str, typer.Argument(metavar="[SERVICE]", help="Only this one; it stays down until `amigok start SERVICE`.")
    ] = "",
    state: Folder = DEFAULT,
) -> None:
    """End the run, however it was started, or one service of it; work under way is finished first."""
    if service:
        runner.request(State.load(state), service, "stop")
        say(f"{service} is stopped")
    else:
        down(state)


@app.command()
def down(state: Folder = DEFAULT) -> None:
    """End everything; the data stays."""
    say("stopped" if runner.stop(state, say=say) else "nothing was running")


@app.command()
def reset(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """End everything and remove the data, after asking."""
    if not yes:
        typer.confirm(f"Remove {state.resolve()}: all databases, queues, objects, secrets and logs?", abort=True)
    try:
        runner.stop(state, say=say)
        forget_data(State.load(state))
    except Damaged:
        lock(state)
    shutil.rmtree(state, ignore_errors=True)
    say("the data is removed")


@app.command()
def start(service: One, state: Folder = DEFAULT) -> None:
    """Start a service that was stopped, reading its code anew."""
    runner.request(State.load(state), service, "start")
    say(f"{service} is started")


@app.command()
def restart(service: One, state: Folder = DEFAULT) -> None:
    """Restart one service, reading its code anew."""
    runner.request(State.load(state), service, "restart")
    say(f"{service} is restarted")
