"""The operator's commands: `create-administrator --email E [--username U]`, `rotate-keys`, `announce-standings`."""

import argparse
import asyncio
import re
import sys

from pydantic import BaseModel, ConfigDict, ValidationError

from amigok_chassis import keyring
from amigok_chassis.settings import Settings
from identity.keys import service as keys
from identity.passwords.errors import WeakPassword
from identity.passwords.schemas import NewPassword
from identity.registration import service as registration
from identity.standing import service as standing
from identity.users.errors import UsernameTaken
from identity.users.schemas import Email, Username

USAGE = """Makes an administrator. The password is the first line of standard input, and the database is
AMIGOK_DATABASE_URL. An account that already has the address is not changed."""

ROTATION = """Publishes the next key for access tokens. It starts to sign a minute and a half later, when every service
can have it. The previous key stays published until its last token has expired, then it is deleted."""

STANDINGS = "Publishes again, for every user, all that decides what they may do. A new service needs this."


class NewAdministrator(BaseModel):
    """The administrator to make."""

    model_config = ConfigDict(extra="forbid")

    email: Email
    username: Username
    password: NewPassword


def main() -> None:
    parser = argparse.ArgumentParser(prog="identity")
    commands = parser.add_subparsers(required=True, dest="command")
    create = commands.add_parser("create-administrator", description=USAGE)
    create.add_argument("--email", required=True)
    create.add_argument("--username", help="otherwise made from the address")
    commands.add_parser("rotate-keys", description=ROTATION)
    commands.add_parser("announce-standings", description=STANDINGS)
    arguments = parser.parse_args()
    settings = Settings()
    if arguments.command == "announce-standings":
        sys.exit(asyncio.run(announce_standings(settings)))
    if arguments.command == "rotate-keys":
        sys.exit(asyncio.run(rotate_keys(settings)))
    password = sys.stdin.readline().rstrip("\r\n")
    username = arguments.username or _username(arguments.email)
    sys.exit(asyncio.run(create_administrator(settings, arguments.email, username, password)))


async def rotate_keys(settings: Settings) -> int:
    """Publishes the next signing key and prints when it takes over. Returns the exit code."""
    async with keyring.unlocked(settings, service="identity") as db, db.unit_of_work() as session:
        key = await keys.rotate(session)
    sys.stdout.write(f"Key {key.kid} is published and signs from {key.signs_from:%Y-%m-%d %H:%M:%S} UTC.\n")
    return 0


async def announce_standings(settings: Settings) -> int:
    """Publishes every user's standing, one transaction per batch. Returns the exit code."""
    async with keyring.unlocked(settings, service="identity") as db:
        after = None
        while True:
            async with db.unit_of_work() as session:
                after = await standing.announce_again(session, after=after)
            if after is None:
                return 0


async def create_administrator(settings: Settings, email: str, username: str, password: str) -> int:
    """Makes the administrator and prints the result. Returns the exit code: 0 also if the account existed."""
    try:
        wanted = NewAdministrator.model_validate({"email": email, "username": username, "password": password})
    except ValidationError as error:
        return _fail("; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()))
    try:
        async with keyring.unlocked(settings, service="identity") as db:
            made = await registration.create_administrator(
                db, email=wanted.email, username=wanted.username, password=password
            )
    except (WeakPassword, UsernameTaken) as error:
        return _fail(error.detail)
    found = f"{wanted.email} has an account already; nothing was changed."
    sys.stdout.write(f"{found if made is None else f'{made.username} is an administrator.'}\n")
    return 0


def _fail(reason: str) -> int:
    sys.stderr.write(f"No administrator was made. {reason}\n")
    return 1


def _username(email: str) -> str:
    name = re.sub(r"[^A-Za-z0-9_.-]", "", email.partition("@")[0])[:30]
    return name if re.match(r"[A-Za-z].{2}", name) else f"admin-{name}"[:30]
