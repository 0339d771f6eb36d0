"""The status of an animal follows from the table of movements."""

from typing import get_args

import pytest

from farm.livestock.errors import IllegalMovement
from farm.livestock.lifecycle import LIVING, MOVEMENTS, Kind, Status, after

STATUSES = get_args(Status)


def test_the_table_has_every_movement():
    assert tuple(MOVEMENTS.steps) == get_args(Kind)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("status", [None, *STATUSES])
@pytest.mark.parametrize("owned", [False, True])
def test_a_movement_leads_where_the_table_says_or_nowhere(kind, status, owned):
    ends = MOVEMENTS.ends(kind, status)
    try:
        status_after = after(kind, status, owned=owned)
    except IllegalMovement:
        assert not ends or ends == {"available", "assigned"} - {"assigned" if owned else "available"}
    else:
        assert status_after in ends
        assert status_after in {"removed", "deceased", "assigned" if owned else "available"}


def test_what_is_removed_or_dead_stays_so_unless_a_report_was_wrong():
    assert set(STATUSES) - set(LIVING) == {"removed", "deceased"}
    assert [kind for kind in MOVEMENTS.steps if MOVEMENTS.ends(kind, "deceased")] == ["corrected"]
    assert [kind for kind in MOVEMENTS.steps if MOVEMENTS.ends(kind, "removed")] == []
