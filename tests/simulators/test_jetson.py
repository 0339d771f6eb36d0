"""The simulated device signs what the service verifies, and a power cut makes it forget nothing."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from tests.simulators.jetson import evidence
from tests.simulators.jetson.delivery import flipped
from tests.simulators.jetson.identity import Identity
from tests.simulators.jetson.spool import Spool

AT = "2026-03-01T12:00:00.123456Z"
SEEN = {
    "event_id": str(UUID(int=1)),
    "camera_id": str(UUID(int=2)),
    "card": "CARD-1",
    "confidence": 0.9123,
    "detected_at": AT,
    "box": {"x": 0.1, "y": 0.2, "width": 0.3, "height": 0.4},
}


def device(folder: Path) -> Identity:
    identity = Identity(folder)
    identity.begin("JN-1")
    identity.receive(str(UUID(int=3)), "secret")
    return identity


def test_a_line_has_eleven_fields_and_microseconds() -> None:
    ids = f"{UUID(int=1)}\t{UUID(int=2)}"
    microseconds = int(datetime.fromisoformat("2026-03-01T12:00:00Z").timestamp()) * 1_000_000 + 123_456
    expected = f"{ids}\tCARD-1\t9123\t1000\t2000\t3000\t4000\t\t\t{microseconds}\n"
    assert evidence.line(SEEN) == expected.encode()


def test_a_flipped_bit_changes_what_is_signed() -> None:
    assert evidence.line(flipped({"detections": [SEEN]})["detections"][0]) != evidence.line(SEEN)


def test_after_a_power_cut_the_chain_goes_on_and_nothing_that_waits_is_lost(tmp_path: Path) -> None:
    identity, before = device(tmp_path), Spool(tmp_path)
    before.add_detections(identity, [SEEN], AT)
    (tmp_path / "chain.json").unlink()  # the power went between both writes
    after = Spool(tmp_path)
    after.add_detections(Identity(tmp_path), [SEEN], AT)
    assert (after.counter, len(after.waiting())) == (2, 2)


def test_its_key_is_its_own_and_survives_a_restart(tmp_path: Path) -> None:
    identity = device(tmp_path)
    again = Identity(tmp_path)
    assert (again.public_key, again.id, again.secret) == (identity.public_key, identity.id, "secret")
    assert (tmp_path / "identity.json").stat().st_mode & 0o777 == 0o600
