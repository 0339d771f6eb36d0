import asyncio
import os
import sys
from pathlib import Path

import pytest

from amigok_chassis.testing import SECRET_KEY
from amigok_contracts.identity import UserEmailVerified, UserRegistered
from identity.cli import create_administrator

PASSWORD = "the shepherd keeps the gate"


async def test_the_first_administrator_comes_from_the_command_line(visitor):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "identity",
        "create-administrator",
        "--email",
        "Admin@amigok.test",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={
            **os.environ,
            "AMIGOK_DATABASE_URL": visitor.rig.runtime.settings.database_url,
            "AMIGOK_SECRET_KEY": SECRET_KEY,
        },
        cwd=Path(__file__).parent,
    )
    said, _ = await process.communicate(f"{PASSWORD}\n".encode())
    assert (process.returncode, said.decode()) == (0, "Admin is an administrator.\n")
    body = (await visitor.login("admin@amigok.test", PASSWORD)).json()
    assert (body["user"]["role"], body["user"]["email_verified"]) == ("admin", True)
    (registered,) = await visitor.rig.events(UserRegistered)
    (verified,) = await visitor.rig.events(UserEmailVerified)
    assert registered.role == verified.role == "admin"
    (entry,) = await visitor.rig.db.fetch("SELECT action, address FROM audit_log")
    assert tuple(entry) == ("user.created", "command line")


async def test_an_existing_account_is_left_as_it_is(visitor, capsys):
    await visitor.verified()
    before = await visitor.rig.db.fetch("SELECT * FROM users")
    settings = visitor.rig.runtime.settings
    assert await create_administrator(settings, "ada@amigok.test", "boss", PASSWORD) == 0
    assert "already" in capsys.readouterr().out
    assert await visitor.rig.db.fetch("SELECT * FROM users") == before


async def test_the_command_repeated_at_once_makes_one_administrator(visitor):
    settings = visitor.rig.runtime.settings
    codes = await asyncio.gather(
        *(create_administrator(settings, "admin@amigok.test", "admin", PASSWORD) for _ in range(4))
    )
    assert codes == [0] * 4
    assert len(await visitor.rig.events(UserRegistered)) == 1


@pytest.mark.parametrize(
    ("email", "username", "password", "reason"),
    [
        ("admin@amigok.test", "admin", "password1234", "a common password"),
        ("admin@amigok.test", "admin", "short", "password"),
        ("nonsense", "admin", PASSWORD, "email"),
        ("admin@amigok.test", "ADA", PASSWORD, "username"),
    ],
)
async def test_a_command_that_cannot_be_done_says_why(visitor, capsys, email, username, password, reason):
    await visitor.verified()
    settings = visitor.rig.runtime.settings
    assert await create_administrator(settings, email, username, password) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert password not in said
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM users"))[0][0] == 1
