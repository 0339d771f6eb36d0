"""dead: letters that could not be delivered."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

import typer

from amigok import connections, deadletters, fleet, interventions
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer(no_args_is_help=True)
Limit = Annotated[int, typer.Option(min=1, help="Look at no more than so many, oldest first.")]


@app.command("list")
def list_(
    service: Annotated[str, typer.Argument(help="One service; otherwise every one that consumes.")] = "",
    limit: Limit = 50,
    state: Folder = DEFAULT,
) -> None:
    """One line for each dead letter: id, type, queue, when and why."""
    url = connections.broker_url(State.load(state))
    names = [service] if service else [name for name in fleet.SERVICES if fleet.load(name).queues]
    if not sum([_tell(url, name, limit) for name in names]):
        print("none")


def _tell(url: str, service: str, limit: int) -> int:
    """Prints the dead letters of one service. Returns how many there are."""
    found = asyncio.run(deadletters.find(url, service, limit=limit))
    for letter in found:
        why = " ".join(part for part in (letter.reason, letter.error) if part)
        print(f"{letter.id}  {letter.type}  {letter.queue}  {letter.died_at}  {why[:200]}")
    if len(found) == limit:
        print(f"there may be more of {service}'s than these {limit}; see --limit")
    return len(found)


@app.command()
def show(service: str, letter_id: str, limit: Limit = 1000, state: Folder = DEFAULT) -> None:
    """Everything about one dead letter, as JSON."""
    for letter in _find(connections.broker_url(State.load(state)), service, letter_id, limit):
        _print(letter)


def _find(url: str, service: str, letter_id: str, limit: int) -> list[deadletters.DeadLetter]:
    """The letters with this id, one for each queue where the event failed. `Failure` if there is none."""
    found = asyncio.run(deadletters.find(url, service, limit=limit))
    matching = [letter for letter in found if letter.id == letter_id]
    if not matching:
        raise Failure(f"{service} has no dead letter {letter_id} among its oldest {limit}")
    return matching


def _print(letter: deadletters.DeadLetter) -> None:
    print(json.dumps(letter.everything(), indent=2, ensure_ascii=False, default=str))


@app.command()
def drop(
    service: str,
    letter_id: str,
    queue: Annotated[str, typer.Option(help="Where it failed, if it failed in several queues.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    limit: Limit = 1000,
    state: Folder = DEFAULT,
) -> None:
    """Print one dead letter and remove it for good, after asking. The operator's log says who did so."""
    current = State.load(state)
    url = connections.broker_url(current)
    letter = _only(_find(url, service, letter_id, limit), queue)
    _print(letter)
    if not yes:
        typer.confirm(f"Remove it for good? {service} will never handle it in {letter.queue}.", abort=True)
    interventions.record(current, "dead_letter.dropped", event_id=letter.id, type=letter.type, queue=letter.queue)
    if not asyncio.run(deadletters.drop(url, service, letter_id=letter.id, queue=letter.queue)):
        raise Failure("it is not there any more; nothing was removed")
    print("1 dropped")


def _only(letters: list[deadletters.DeadLetter], queue: str) -> deadletters.DeadLetter:
    """The one that failed in the queue, or at all; `Failure` if that does not single one out."""
    queues = sorted({letter.queue for letter in letters if queue in ("", letter.queue)})
    if len(queues) != 1:
        there = ", ".join(sorted({letter.queue for letter in letters}))
        raise Failure(f"say which with --queue; it failed in {there}")
    return next(letter for letter in letters if letter.queue == queues[0])


@app.command()
def redrive(
    service: str,
    letter_id: Annotated[str, typer.Option("--id", help="Only this one.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="All that are there now.")] = False,
    force: Annotated[bool, typer.Option(help="Also events that consumers may have forgotten.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Send dead letters back to the queues where they failed."""
    if bool(letter_id) == everything:
        raise Failure("say which: --id ID or --all")
    url = connections.broker_url(State.load(state))
    sent, refused = asyncio.run(
        deadletters.redrive(
            url, service, wanted=lambda letter: everything or letter.id == letter_id, force=force, say=print
        )
    )
    print(f"{sent} sent, {refused} left")
    if refused or (letter_id and not sent):
        raise typer.Exit(1)
