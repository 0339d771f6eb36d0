"""A contest from its draft to its prizes: many animals, 7 judges, a result that anybody checks, prizes given once."""

import asyncio
import json
import os
import random
import secrets
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from amigok.client import Person
from amigok.demo_money import prove
from amigok_chassis.outbox import body
from amigok_chassis.patience import until
from amigok_chassis.relay import message
from tests.e2e import herds
from tests.e2e.conftest import paced

ANIMALS = int(os.environ.get("AMIGOK_E2E_ENTRIES", "40"))
"""`AMIGOK_E2E_ENTRIES=200` takes a minute longer."""
JUDGES, AT_ONCE = 7, 8
CRITERIA = ("Coat", "Gait", "Health")
EVERYBODY = {"first": 1, "last": ANIMALS, "kind": "cash", "amount": {"amount": "1.00", "currency": "USD"}}
RULES = {
    "scoring": {
        "kind": "beauty",
        "criteria": [{"name": name, "weight": 10 * (number + 1)} for number, name in enumerate(CRITERIA)],
        "least_judges": 5,
        "trim": 1,
    },
    "places": ANIMALS,
    "entries_per_user": ANIMALS,
}


async def test_a_contest_is_held_judged_checked_and_paid_once_whoever_is_killed(
    fleet: Any, crowd: list[Person], tmp_path: Path
) -> None:
    await fleet.prove_administrators()
    for owner in crowd:
        await prove(fleet.admin, owner)
    contest = await entered(fleet, crowd)
    judges = [fleet.other_admin, *[await fleet.person(f"judge{number}") for number in range(1, JUDGES)]]
    await judged(fleet, contest, judges)

    result = await said(fleet.admin, "POST", f"admin/contests/{contest}/announce-winners")
    file = await read(fleet, contest)
    assert await verified(tmp_path, file, result["head"]) == (0, "0 findings")
    at = file.index('"Gait":') + len('"Gait":')
    changed = file[:at] + str((int(file[at]) + 1) % 10) + file[at + 1 :]
    code, told = await verified(tmp_path, changed, result["head"])
    assert (code, f"line {changed[:at].count(chr(10)) + 1}, mark judge" in told) == (1, True), told

    await given_while_killed(fleet, contest)
    await fleet.at_rest()
    before = await paid(fleet, contest)
    assert before == (ANIMALS, ANIMALS, 100 * ANIMALS)
    await again(fleet)
    await fleet.at_rest()
    assert await paid(fleet, contest) == before


async def entered(fleet: Any, crowd: list[Person]) -> UUID:
    """A contest that has ended, with animals of all these people."""
    [like] = await fleet.flock(1, price="4.00")
    owners = [crowd[number % len(crowd)] for number in range(ANIMALS)]
    animals = await herds.told(fleet, like, owners, service="game")
    now = datetime.now(UTC)
    names = ("registration_closes_at", "starts_at", "ends_at", "judging_ends_at", "reveal_ends_at")
    terms = {
        "title": "The finest of the spring",
        "rules": RULES,
        "rules_text": "The finest wins.",
        "prizes": [EVERYBODY, {"first": 1, "last": 1, "kind": "badge", "what": "The finest"}],
        "appeal_days": 0,
        **{name: (now + timedelta(days=day)).isoformat() for day, name in enumerate(names, 1)},
    }
    contest = UUID((await said(fleet.admin, "POST", "admin/contests", terms))["id"])
    await said(fleet.admin, "POST", f"admin/contests/{contest}/open", {"version": 1})

    async def enter(owner: Person, animal: UUID) -> None:
        wish = {"livestock_id": str(animal), "contest_version": 1}
        await said(owner, "POST", f"contests/{contest}/register", wish)

    await paced((enter(*pair) for pair in zip(owners, animals, strict=True)), at_once=AT_ONCE)
    for step in ("start", "end"):
        await said(fleet.admin, "POST", f"admin/contests/{contest}/{step}", {"version": 1})
    return contest


async def judged(fleet: Any, contest: UUID, judges: list[Person]) -> None:
    """Judges accept, commit to their marks, and reveal them when all have."""
    dice, sheets = random.Random(11), dict[UUID, dict[str, Any]]()
    for judge in judges:
        await said(fleet.admin, "POST", f"admin/contests/{contest}/judges", {"user_id": str(judge.id)})
        await said(judge, "POST", f"judging/{contest}/accept")
    for judge in judges:
        seen = await said(judge, "GET", f"judging/{contest}/entries")
        positions = [entry["position"] for entry in seen if entry["conflict"] is None]
        marks = {str(each): {name: dice.randint(0, 100) for name in CRITERIA} for each in positions}
        sheets[judge.id] = {"nonce": secrets.token_hex(32), "marks": marks}
        committed = digest(contest, sheets[judge.id]["nonce"], marks)
        await said(judge, "PUT", f"judging/{contest}/commitment", {"digest": committed})
    for judge in judges[1:]:
        await said(judge, "POST", f"judging/{contest}/reveal", sheets[judge.id])
    await said(judges[0], "POST", f"admin/contests/{contest}/judge", {"step": "reveal", **sheets[judges[0].id]})


def digest(contest: UUID, nonce: str, marks: Any) -> str:
    """What a judge commits to, made by hand as the page for entrants says."""
    canonical = json.dumps(marks, sort_keys=True, separators=(",", ":"))
    return sha256(f"amigok.marks.1\n{contest}\n{nonce}\n{canonical}".encode()).hexdigest()


async def given_while_killed(fleet: Any, contest: UUID) -> None:
    """An administrator clears what looks unfair and has the prizes given; game dies in the middle of it."""
    waiting = f"admin/contests/{contest}/suspicions?state=open&limit=100"
    while found := (await said(fleet.admin, "GET", waiting))["items"]:
        for each in found:
            decision = {"decision": "cleared", "note": "They are not one person"}
            await said(fleet.admin, "POST", f"admin/suspicions/{each['id']}/decision", decision)
    await fleet.prove_administrators()
    await said(fleet.admin, "POST", f"admin/contests/{contest}/distribute-prizes")
    await until(partial(_given, fleet, contest, ANIMALS // 8))
    killed = fleet.kill("game")
    await until(partial(fleet.is_back, "game", killed))
    await until(partial(_given, fleet, contest, ANIMALS + 1))


async def _given(fleet: Any, contest: UUID, least: int) -> bool:
    """Whether so many prizes were given or asked for."""
    count = "SELECT count(*) FROM awards WHERE contest_id = $1 AND state IN ('requested', 'paid', 'granted')"
    return bool((await fleet.query("game", count, contest))[0]["count"] >= least)


async def paid(fleet: Any, contest: UUID) -> tuple[int, int, int]:
    """How many rewards the wallet has paid for prizes of a contest, for how many of them, and what they come to."""
    prizes = [row["id"] for row in await fleet.query("game", "SELECT id FROM awards WHERE contest_id = $1", contest)]
    sums = (
        "SELECT count(*), count(DISTINCT t.reference_id) AS prizes, sum(e.amount)::bigint AS minor FROM transfers AS t"
        " JOIN entries AS e ON e.transfer_id = t.id AND e.amount > 0"
        " WHERE t.kind = 'reward' AND t.reference_id = ANY($1::uuid[])"
    )
    [row] = await fleet.query("wallet", sums, prizes)
    return row["count"], row["prizes"], row["minor"]


async def again(fleet: Any) -> None:
    """What game and wallet have published of contests and prizes comes again, under new ids and in another order."""
    messages = [
        (service, row)
        for service, kinds in (("game", "game.%"), ("wallet", "wallet.reward.%"))
        for row in await fleet.query(service, "SELECT * FROM outbox WHERE type LIKE $1", kinds)
    ]
    random.Random(12).shuffle(messages)
    async with fleet.channel() as channel:
        exchange = await channel.get_exchange("amigok.events")
        for service, row in messages:
            repeated = message({**row, "id": uuid4()}, body(row), source=f"/amigok/{service}")
            await exchange.publish(repeated, f"{row['type']}.v{row['version']}")


async def read(fleet: Any, contest: UUID) -> str:
    """The result's file, as everybody may read it."""
    answer = await fleet.http.get(f"/api/v1/contests/{contest}/result/file")
    assert answer.status_code == 200, answer.text
    return str(answer.text)


async def verified(folder: Path, file: str, head: str) -> tuple[int, str]:
    """What the operator's command says about a file; of one that is as it should be, only that."""
    path = folder / "result.json"
    path.write_text(file)
    command = [Path(sys.executable).with_name("amigok"), "contest", "verify", str(path), "--head", head]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    told, _ = await process.communicate()
    code = process.returncode or 0
    return code, told.decode() if code else told.decode().strip().rpartition(", ")[2]


async def said(person: Person, method: str, path: str, sent: Any = None) -> Any:
    """What the API answers to somebody, which is no problem."""
    headers = {"Authorization": f"Bearer {person.token}", "Idempotency-Key": secrets.token_hex(8)}
    answer = await person.http.request(method, f"/api/v1/{path}", headers=headers, json=sent)
    assert answer.is_success, answer.text
    return answer.json()
