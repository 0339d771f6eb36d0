from __future__ import annotations

from datetime import timedelta

import pytest

from amigok.commands.clock import parse
from amigok.errors import Failure


def test_durations_are_read() -> None:
    assert parse("90s") == timedelta(seconds=90)
    assert parse("1d12h") == timedelta(hours=36)
    assert parse("0.5h") == timedelta(minutes=30)


@pytest.mark.parametrize("text", ["", "1", "d", "1d 2h", "-1d", "1y"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(Failure):
        parse(text)
