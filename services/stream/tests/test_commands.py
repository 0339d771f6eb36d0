"""Commands to devices: delivered at least once, acknowledged once, expired when old."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import machine_holds
from amigok_contracts.stream_devices import CommandEnded
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine
from stream.commands import pushing
from stream.commands.machine import COMMANDS


@pytest.fixture
async def machine(yard: Yard) -> Machine:
    return await yard.machine(capabilities=["restart_stream", "take_snapshot"])


async def given(yard: Yard, machine: Machine, **values: Any) -> str:
    body = {"kind": "restart_stream", "payload": {"camera": "gate", "quality": 80, "loud": False}} | values
    answer = await yard.as_admin("POST", f"admin/jetson/devices/{machine.id}/commands", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def waiting(machine: Machine) -> list[dict[str, Any]]:
    answer = await machine.send("GET", f"jetson/devices/{machine.id}/commands")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def acknowledge(machine: Machine, command_id: object, result: str = "done", **more: Any) -> Any:
    path = f"jetson/devices/{machine.id}/commands/{command_id}/acknowledge"
    return await machine.send("POST", path, {"result": result} | more)


async def states(yard: Yard, machine: Machine) -> list[str]:
    listed = await yard.as_admin("GET", f"admin/jetson/devices/{machine.id}/commands")
    return [each["state"] for each in listed.json()["items"]]


async def test_a_command_comes_again_until_it_is_acknowledged(yard: Yard, machine: Machine) -> None:
    first, second = await given(yard, machine), await given(yard, machine, kind="restart", payload={})
    assert await states(yard, machine) == ["pending", "pending"]
    for _ in range(2):
        commands = await waiting(machine)
        assert [each["id"] for each in commands] == [first, second]
        assert commands[0]["payload"] == {"camera": "gate", "quality": 80, "loud": False}
    assert (await acknowledge(machine, first, note="Restarted in 4 s")).json()["state"] == "done"
    assert (await acknowledge(machine, second, "failed")).json()["state"] == "failed"
    assert await waiting(machine) == []
    assert [event.outcome for event in await yard.rig.events(CommandEnded)] == ["done", "failed"]


async def test_acknowledging_again_has_no_further_effect_and_says_nothing_else(yard: Yard, machine: Machine) -> None:
    command = await given(yard, machine)
    for _ in range(2):
        assert (await acknowledge(machine, command)).status_code == 200
    other = await acknowledge(machine, command, "failed")
    assert (other.json()["code"], other.json()["state"]) == ("wrong_state", "done")
    assert len(await yard.rig.events(CommandEnded)) == 1


async def test_a_command_expires(yard: Yard, machine: Machine, moved: Any) -> None:
    short, usual = await given(yard, machine, expires_in_seconds=10), await given(yard, machine)
    moved(timedelta(seconds=11))
    assert [each["id"] for each in await waiting(machine)] == [usual]
    await yard.rig.run_job("expire_commands")
    assert (await acknowledge(machine, short)).json()["code"] == "wrong_state"
    [event] = await yard.rig.events(CommandEnded)
    assert (str(event.command_id), event.outcome) == (short, "expired")
    moved(timedelta(days=91))
    await yard.rig.run_job("forget_commands")
    assert await states(yard, machine) == ["delivered"]


async def test_an_administrator_takes_a_command_back(yard: Yard, machine: Machine) -> None:
    command = await given(yard, machine)
    path = f"admin/jetson/devices/{machine.id}/commands/{command}"
    assert (await yard.as_admin("DELETE", path)).status_code == 204
    assert (await yard.as_admin("DELETE", path)).json()["code"] == "wrong_state"
    assert await waiting(machine) == []


async def test_a_device_sees_its_own_commands_only(yard: Yard, machine: Machine) -> None:
    other, command = await yard.machine(), await given(yard, machine)
    assert await waiting(other) == []
    assert (await acknowledge(other, command)).json()["code"] == "command_not_found"
    theirs = f"jetson/devices/{machine.id}/commands"
    assert (await other.send("GET", theirs)).json()["code"] == "device_not_found"
    named = await other.send("POST", f"{theirs}/{command}/acknowledge", {"result": "done"})
    assert named.json()["code"] == "device_not_found"
    assert (await yard.as_admin("DELETE", f"admin/jetson/devices/{other.id}/commands/{command}")).status_code == 404
    assert await states(yard, machine) == ["pending"]


async def test_a_device_is_told_what_it_understands(yard: Yard, machine: Machine) -> None:
    path = f"admin/jetson/devices/{machine.id}/commands"
    assert (await yard.as_admin("POST", path, {"kind": "open_gate"})).json()["code"] == "command_not_supported"
    nobody = await yard.as_admin("POST", f"admin/jetson/devices/{new_id()}/commands", {"kind": "restart"})
    assert nobody.json()["code"] == "device_not_found"


async def test_a_revoked_device_is_told_nothing_more(yard: Yard, machine: Machine) -> None:
    await given(yard, machine)
    await yard.as_admin("DELETE", f"admin/jetson/devices/{machine.id}")
    assert await states(yard, machine) == ["cancelled"]
    path = f"admin/jetson/devices/{machine.id}/commands"
    assert (await yard.as_admin("POST", path, {"kind": "restart"})).json()["code"] == "device_revoked"


async def test_so_many_commands_wait_at_most(yard: Yard, machine: Machine) -> None:
    await given(yard, machine)
    await yard.rig.db.fetch(
        "INSERT INTO device_commands (id, device_id, kind, payload, state, created_at, created_by, expires_at, "
        "deliveries, attempts) SELECT gen_random_uuid(), device_id, kind, payload, state, created_at, created_by, "
        "expires_at, 0, 0 FROM device_commands CROSS JOIN generate_series(1, 99)"
    )
    path = f"admin/jetson/devices/{machine.id}/commands"
    assert (await yard.as_admin("POST", path, {"kind": "restart"})).json()["code"] == "too_many_commands"
    assert len(await waiting(machine)) == 50


async def test_a_command_is_due_to_be_sent_until_it_has_ended(yard: Yard, machine: Machine) -> None:
    command = UUID(await given(yard, machine))
    async with yard.rig.db.unit_of_work() as db:
        device_id, sent = await pushing.to_send(db, command) or (None, None)
        await pushing.sent(db, command)
    assert (device_id, sent and sent.kind) == (machine.id, "restart_stream")
    assert await states(yard, machine) == ["delivered"]
    assert await yard.rig.db.fetch("SELECT 1 FROM device_commands WHERE due_at IS NOT NULL") != []
    await acknowledge(machine, command)
    assert await yard.rig.db.fetch("SELECT 1 FROM device_commands WHERE due_at IS NOT NULL") == []
    async with yard.rig.db.unit_of_work() as db:
        assert await pushing.to_send(db, command) is None
        await pushing.sent(db, command)
    assert await states(yard, machine) == ["done"]


@pytest.mark.parametrize(
    "odd",
    [
        {"kind": "Restart"},
        {"payload": {"a": {"b": 1}}},
        {"payload": {"a": [1]}},
        {"payload": {"a": 2**60}},
        {"payload": {"a\u0000": 1}},
        {"payload": {"a": "\u0000"}},
        {"payload": {"a": "x" * 501}},
        {"payload": {f"k{number}": number for number in range(21)}},
        {"expires_in_seconds": 9},
        {"expires_in_seconds": 1e3},
    ],
)
async def test_odd_commands_are_refused(yard: Yard, machine: Machine, odd: dict[str, Any]) -> None:
    answer = await yard.as_admin("POST", f"admin/jetson/devices/{machine.id}/commands", {"kind": "restart"} | odd)
    assert answer.status_code == 422, answer.text


def test_commands_take_the_steps_of_their_table() -> None:
    machine_holds(COMMANDS)
