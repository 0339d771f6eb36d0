"""mail: what the fleet has sent, mails and SMS."""

from __future__ import annotations

from typing import Annotated

import typer

from amigok import mailbox
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer()


@app.command()
def mail(
    to: Annotated[str, typer.Option(help="Only to this address or number, and print the newest.")] = "",
    limit: Annotated[int, typer.Option(min=1)] = 20,
    state: Folder = DEFAULT,
) -> None:
    """List the mails and SMS that were sent, newest first; with --to print the newest to that address or number."""
    found = list(mailbox.newest(mailbox.folder(State.load(state)), to or None))
    if not found:
        raise Failure(f"no mail to {to}" if to else "no mail yet")
    if to:
        message = mailbox.read(found[0])
        body = message.get_body(("plain", "html"))
        print(f"To: {message['To']}\nSubject: {message['Subject']}\nDate: {message['Date']}\n")
        print(body.get_content().rstrip() if body else "")
        return
    for path in found[:limit]:
        print(f"{path.name:<48} {mailbox.read(path)['Subject']}")
