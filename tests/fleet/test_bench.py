"""What the bench puts into databases by hand fits the tables as they are today."""

from datetime import UTC, datetime
from uuid import uuid4

import asyncpg
import pytest

from amigok_chassis.db import Database
from amigok_chassis.testing_databases import database
from bench import barns, boards, detections, notices, periods, pilots, playback, seeds
from feed.main import service as feed
from game.main import service as game
from game.scoring.ranks import place
from marketplace.main import service as marketplace
from notification.main import service as notification
from notification.settings import Settings as NotificationSettings
from stream.main import service as stream
from wallet.main import service as wallet


async def test_the_listings_that_reads_are_measured_with_are_on_the_market() -> None:
    async with database(marketplace) as url:
        animals = await seeds.listings(url)
        connection = await asyncpg.connect(url)
        active = await connection.fetchval("SELECT count(*) FROM listings JOIN animals ON animals.id = livestock_id")
        await connection.close()
    assert active == len(animals)


async def test_the_money_that_transfers_are_measured_with_adds_up() -> None:
    async with database(wallet) as url:
        await seeds.accounts(url, [uuid4(), uuid4()])
        connection = await asyncpg.connect(url)
        assert await connection.fetchval("SELECT sum(amount) FROM entries") == 0
        assert await connection.fetchval("SELECT sum(balance) FROM accounts") == 2 * seeds.BALANCE
        await connection.close()


async def test_the_farm_that_the_barn_is_measured_with_has_meals_and_stock_for_all() -> None:
    async with database(feed) as url:
        await barns.sow(url, 20)
        connection = await asyncpg.connect(url)
        assert await connection.fetchval("SELECT count(*) FROM meals JOIN animals ON animals.id = livestock_id") == 60
        assert await connection.fetchval("SELECT count(DISTINCT ingredient) FROM feed_lots WHERE left_kg > 0") == 3
        await connection.close()


async def test_the_detections_that_are_asked_for_are_of_known_animals_and_where_they_were_last_seen() -> None:
    async with database(stream) as url:
        await detections.sow(url, 2_000)
        connection = await asyncpg.connect(url)
        assert await connection.fetchval("SELECT count(*) FROM detections JOIN cards ON key = card_key") == 2_000
        assert await connection.fetchval("SELECT count(*) FROM pg_indexes WHERE tablename = 'detections'") == 5
        assert await connection.fetchval("SELECT count(*) FROM sightings") > 0
        await connection.close()


@pytest.mark.parametrize("cycle", periods.CYCLES)
async def test_the_periods_whose_end_is_measured_are_due_paid_and_followed_by_the_next(cycle: str) -> None:
    async with database(feed) as url:
        await periods.sow(url, 5, cycle)
        assert (await periods.end(url))["ended"] == 5
        connection = await asyncpg.connect(url)
        states = await connection.fetch("SELECT state, count(*) FROM periods GROUP BY state ORDER BY state")
        assert [tuple(each) for each in states] == [("asked", 5), ("settling", 5)]
        assert await connection.fetchval(
            "SELECT bool_and(meals = planned_meals) FROM periods JOIN"
            " (SELECT period_id, count(*) AS meals FROM meals GROUP BY period_id) AS m ON period_id = id"
        )
        await connection.close()


async def test_the_days_that_are_measured_have_tasks_for_every_animal_and_what_was_fed_early_is_done() -> None:
    async with database(game) as url:
        await pilots.sow(url, 20, 2)
        assert (await pilots.begin(url))["players"] == 10
        connection = await asyncpg.connect(url)
        today = "FROM tasks JOIN players ON user_id = player_id AND players.local_day = tasks.local_day"
        assert await connection.fetchval(f"SELECT count(*) {today}") == 80
        assert await connection.fetchval(f"SELECT count(*) {today} WHERE done_at IS NOT NULL") == 2
        await connection.close()


async def test_the_board_that_is_measured_has_its_players_and_marks() -> None:
    async with database(game) as url:
        await pilots.fill(url, 2_500)
        assert set(await pilots.look(url)) == {"first page and my rank", "a later page and my rank"}
        connection = await asyncpg.connect(url)
        assert await connection.fetchval("SELECT count(*) FROM season_marks") == 2
        await connection.close()


async def test_the_camera_that_playback_is_measured_with_shows_the_owners_animal() -> None:
    async with database(stream) as url:
        await playback.sow(url)
        connection = await asyncpg.connect(url)
        assert await connection.fetchval("SELECT count(*) FROM publishers WHERE state = 'live'") == 1
        await connection.close()


async def test_the_leaderboard_that_is_measured_has_the_places_of_its_scores() -> None:
    async with database(game) as url:
        await boards.sow(url, 50)
        connection = await asyncpg.connect(url)
        rows = await connection.fetch("SELECT value, place, entry_id FROM scores ORDER BY place")
        await connection.close()
    assert [row["value"] for row in rows] == sorted((row["value"] for row in rows), reverse=True)
    at = datetime.fromtimestamp(1_780_000_000, UTC)
    assert all(row["place"] == place(row["value"], registered_at=at, entry_id=row["entry_id"]) for row in rows)


async def test_the_people_of_a_flood_are_told_once_each_and_those_of_a_replay_nothing() -> None:
    async with database(notification) as url:
        await notices.sow(url, 30)
        db = Database(url, pool_size=1, name="bench", settings=NotificationSettings(smtp_url="smtp://127.0.0.1:1"))
        db.unlock(bytes(32))
        assert [await notices.flood(db, 30), await notices.flood(db, 30)] == [30, 0]
        assert [await notices.week(db, 100, 30), await notices.week(db, 100, 30)] == [100, 0]
        [row] = await db.fetch("SELECT count(*), count(DISTINCT (notice_id, address_id)) FROM enclosures")
        assert tuple(row) == (130, 130)
        await db.close()
