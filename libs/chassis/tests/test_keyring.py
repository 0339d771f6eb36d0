"""The data key of a service, and the secret keys that open it."""

import asyncio
import base64
from collections.abc import AsyncIterator

import asyncpg
import pytest
from toy.main import service as toy

from amigok_chassis import keyring
from amigok_chassis.patience import until
from amigok_chassis.settings import Settings
from amigok_chassis.testing import running
from amigok_chassis.testing_databases import database

OLD, NEW = (base64.urlsafe_b64encode(letter * 32).decode() for letter in (b"o", b"n"))


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async with database(toy) as url:
        yield url


async def data_key(url: str, *, service: str = "toy", **secrets: str) -> bytes:
    """What a process of these secret keys opens."""
    async with keyring.unlocked(Settings(database_url=url, **secrets), service=service) as db:  # type: ignore[arg-type]
        async with db.unit_of_work() as session:
            assert session.info["data_key"] == db.data_key
        return db.data_key


async def test_the_data_key_is_random_and_stays(url: str) -> None:
    key = await data_key(url, secret_key=OLD)
    assert len(key) == 32
    assert key != b"o" * 32
    assert await data_key(url, secret_key=OLD) == key


async def test_replicas_that_start_at_once_make_one_key(url: str) -> None:
    assert len({*await asyncio.gather(*(data_key(url, secret_key=OLD) for _ in range(4)))}) == 1


async def test_a_replaced_secret_opens_the_same_key_afterwards_without_the_former(url: str) -> None:
    key = await data_key(url, secret_key=OLD)
    assert await data_key(url, secret_key=NEW, previous_secret_key=OLD) == key
    assert await data_key(url, secret_key=NEW) == key
    with pytest.raises(keyring.WrongSecretKey, match="toy"):
        await data_key(url, secret_key=OLD)


async def test_a_wrong_secret_or_none_does_not_start(url: str) -> None:
    await data_key(url, secret_key=OLD)
    with pytest.raises(keyring.WrongSecretKey, match="opens the data key"):
        async with running(toy, database_url=url, secret_key=NEW):
            pass
    with pytest.raises(keyring.WrongSecretKey, match="is not set"):
        async with running(toy, database_url=url, secret_key=""):
            pass


async def test_a_start_that_fails_leaves_no_connection_open(url: str) -> None:
    await data_key(url, secret_key=OLD)
    with pytest.raises(keyring.WrongSecretKey):
        async with running(toy, database_url=url, secret_key=NEW):
            pass
    others = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    connection = await asyncpg.connect(url)
    try:
        await until(lambda: connection.fetchval(f"SELECT NOT EXISTS ({others})"), seconds=10)
    finally:
        await connection.close()


async def test_a_key_is_sealed_for_its_service(url: str) -> None:
    await data_key(url, secret_key=OLD)
    with pytest.raises(keyring.WrongSecretKey):
        await data_key(url, service="cow", secret_key=OLD)


@pytest.mark.parametrize("name", ["secret_key", "previous_secret_key"])
@pytest.mark.parametrize("value", ["short", "A" * 42, "A" * 44])
def test_secret_keys_are_32_bytes(name: str, value: str) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Settings(**{name: value})  # type: ignore[arg-type]
