"""What a device has signed is proven from what is stored, and whatever was done to it is found."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import SECRET_KEY
from services.stream.tests.conftest import Yard
from services.stream.tests.seeing import Chain, Signing, seen, send
from stream.evidence import cli, proof


@pytest.fixture
async def signing(yard: Yard) -> Signing:
    """A device that has signed four batches, among them one that came late."""
    signing = await Signing.made(yard)
    box = {"x": 0.1, "y": 0.2, "width": 0.30004, "height": 0.4}
    full = [seen(signing.camera, f"CARD {at}", box=box, area="Stall Süd", model_version="4.2") for at in range(3)]
    batches = [signing.batch(), signing.chain.sign(full), signing.batch(5), signing.batch(1)]
    for at in (0, 2, 1, 3):
        assert (await signing.send(batches[at]))[0] == "accepted"
    return signing


async def findings(signing: Signing) -> list[str]:
    return (await proof.prove(signing.yard.rig.db, signing.machine.id)).findings


async def test_what_was_signed_is_whole(signing: Signing) -> None:
    found = await proof.prove(signing.yard.rig.db, signing.machine.id, (4, bytes.fromhex(signing.chain.previous)))
    assert (found.batches, found.detections, found.findings, found.expired) == (4, 11, [], 0)
    assert list(found.ends.values()) == [(4, bytes.fromhex(signing.chain.previous))]


_SOME = "(SELECT event_id FROM detections WHERE card = 'CARD 1')"
_COPY = """
    INSERT INTO detections SELECT device_id, {event}, detected_at, device_at, received_at, livestock_id, camera_id,
        farm_id, area_id, {evidence}, position, marks, confidence, x, y, width, height, card, card_key, area,
        model_version
    FROM detections WHERE card = 'CARD 1'
"""


_DONE = [
    (f"UPDATE detections SET confidence = confidence + 1 WHERE event_id = {_SOME}", "not those that were signed"),
    (f"UPDATE detections SET camera_id = farm_id WHERE event_id = {_SOME}", "not those that were signed"),
    (f"UPDATE detections SET x = NULL WHERE event_id = {_SOME}", "not those that were signed"),
    (f"UPDATE detections SET area = 'Stall Nord' WHERE event_id = {_SOME}", "not those that were signed"),
    (f"UPDATE detections SET position = 7 WHERE event_id = {_SOME}", "not those that were signed"),
    (
        f"UPDATE detections SET detected_at = detected_at - interval '1 second' WHERE event_id = {_SOME}",
        "another time",
    ),
    (f"DELETE FROM detections WHERE event_id = {_SOME}", "2 stored, 3 signed"),
    ("DELETE FROM detections", "0 stored, 3 signed"),
    (_COPY.format(event="gen_random_uuid()", evidence="evidence_id"), "4 stored, 3 signed"),
    (_COPY.format(event="gen_random_uuid()", evidence="gen_random_uuid()"), "belongs to no batch"),
    (_COPY.format(event="gen_random_uuid()", evidence="NULL"), "is not signed"),
    ("DELETE FROM evidence WHERE counter = 2", "2 to 2 are missing"),
    ("UPDATE evidence SET verdict = 'overlap' WHERE counter = 2", "was refused: overlap"),
    ("UPDATE evidence SET count = 4 WHERE counter = 2", "its hash is another"),
    ("UPDATE evidence SET sent_at = sent_at - interval '1 year' WHERE counter = 2", "its hash is another"),
    ("UPDATE evidence SET signature = hash || hash WHERE counter = 2", "it is not signed"),
]


async def test_what_was_done_to_stored_detections_is_found(signing: Signing) -> None:
    fetch = signing.yard.rig.db.fetch
    for table in ("evidence", "detections"):
        await fetch(f"CREATE TABLE {table}_before AS TABLE {table}")
    for statement, finding in _DONE:
        await fetch(statement)
        found = await findings(signing)
        assert any(finding in each for each in found), (statement, found)
        for table in ("evidence", "detections"):
            await fetch(f"DELETE FROM {table}")
            await fetch(f"INSERT INTO {table} TABLE {table}_before")
    assert await findings(signing) == []


async def test_a_chain_that_somebody_else_has_signed_is_found(signing: Signing) -> None:
    forged = Chain(signing.machine.id, Ed25519PrivateKey.generate())
    assert (await signing.send(forged.sign([seen(signing.camera, "X")])))[0] == "wrong_key"
    await signing.yard.rig.db.fetch("UPDATE evidence SET verdict = 'accepted'")
    public = forged.key.public_key().public_bytes_raw().hex()
    assert await findings(signing) == [f"key {public} was never the device's"]


async def test_a_cut_off_end_is_found_by_what_was_noted(signing: Signing) -> None:
    known = (4, bytes.fromhex(signing.chain.previous))
    await signing.yard.rig.db.fetch(
        "DELETE FROM detections USING evidence WHERE evidence_id = evidence.id AND counter = 4"
    )
    await signing.yard.rig.db.fetch("DELETE FROM evidence WHERE counter = 4")
    assert await findings(signing) == []
    found = await proof.prove(signing.yard.rig.db, signing.machine.id, known)
    assert found.findings == ["batch 4 with the hash that was noted is not there any more"]


async def test_detections_whose_time_is_over_are_missed_by_nobody(signing: Signing) -> None:
    clock.set_offset(timedelta(days=500))
    await signing.yard.rig.run_job("maintain_detections")
    found = await proof.prove(signing.yard.rig.db, signing.machine.id)
    assert (found.batches, found.detections, found.expired, found.findings) == (4, 0, 4, [])


async def test_what_is_not_signed_any_more_is_named(signing: Signing) -> None:
    await send(signing.machine, seen(signing.camera, "X"))
    [finding] = await findings(signing)
    assert "is not signed, and came after the device had begun to sign" in finding


async def test_the_command_line_proves_a_device(signing: Signing, capsys: pytest.CaptureFixture[str]) -> None:
    settings = signing.yard.rig.runtime.settings
    last = f"4:{signing.chain.previous}"
    environment = os.environ | {"AMIGOK_DATABASE_URL": settings.database_url, "AMIGOK_SECRET_KEY": SECRET_KEY}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "stream", "verify-evidence", str(signing.machine.id), "--noted", last),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        cwd=Path(__file__).parent,
        env=environment,
    )
    said, _ = await process.communicate()
    key = signing.machine.key.public_key().public_bytes_raw().hex()
    assert said.decode() == (
        f"key {key} ends with {last}\n4 batches with 11 detections, 0 whose time is over, 0 findings\n"
    )
    await signing.yard.rig.db.fetch("UPDATE detections SET card = 'CARD-3' WHERE card = 'CARD-1'")
    assert await cli.verify(settings, signing.machine.id, None) == 1
    assert "are not those that were signed" in capsys.readouterr().err
    assert await cli.verify(settings, new_id(), None) == 2
