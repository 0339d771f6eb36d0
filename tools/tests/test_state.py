"""What a run remembers."""

from pathlib import Path

from amigok.state import Addresses, State


def test_a_printed_state_tells_no_secret(tmp_path: Path) -> None:
    state = State(folder=tmp_path, servers=Addresses(kind="native", postgres="postgresql://postgres:hidden@127.0.0.1"))
    secret = state.secret("wallet:key")
    assert secret not in f"{state!r} {state}"
    assert "hidden" not in f"{state!r} {state}"
