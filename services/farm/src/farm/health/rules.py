"""How a health record affects the sale of its animal.

The law allows the sale of an animal during a withdrawal period if the buyer is told. This platform does not sell it at
all during the period for meat. The period for milk is recorded and shown, but does not block the sale: it concerns the
milk that is delivered, and passes to the new owner with the animal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from farm.blocks.service import Cause
from farm.health.errors import EndStays, InQuarantine, NotInQuarantine
from farm.health.models import HealthRecord

WITHDRAWAL_PERIOD, QUARANTINE = "withdrawal_period", "quarantine"

Standing = Mapping[tuple[str, UUID], datetime | None]
"""The animal's own standing blocks: when each ends, by reason and source."""


@dataclass
class Effects:
    """The blocks that a record places and clears. `eases`: the animal may be sold earlier than without the record."""

    place: list[Cause] = field(default_factory=list)
    clear: list[Cause] = field(default_factory=list)
    eases: bool = False


def effects(new: HealthRecord, corrected: HealthRecord | None, standing: Standing) -> Effects:
    """Returns what a new record changes, which replaces the one that it corrects.

    Raises InQuarantine, NotInQuarantine, EndStays.
    """
    result = Effects()
    if new.meat_until is not None:
        result.place.append(Cause(WITHDRAWAL_PERIOD, new.id, new.meat_until))
    if new.record_type == "quarantine_start" and _starts(corrected, standing):
        result.place.append(Cause(QUARANTINE, new.id))
    if new.record_type == "quarantine_end" and _ends(corrected, standing):
        result.clear += [Cause(QUARANTINE, source_id) for source_id in _quarantines(standing)]
        result.eases = True
    if corrected is not None:
        _undo(corrected, new, standing, result)
    return result


def _starts(corrected: HealthRecord | None, standing: Standing) -> bool:
    """Whether a record of a start starts a quarantine. It does not if it corrects one that has ended since."""
    if corrected is not None and corrected.record_type == "quarantine_start":
        return (QUARANTINE, corrected.id) in standing
    if _quarantines(standing):
        raise InQuarantine
    return True


def _ends(corrected: HealthRecord | None, standing: Standing) -> bool:
    """Whether a record of an end ends a quarantine. It does not if it corrects one that did."""
    if corrected is not None and corrected.record_type == "quarantine_end":
        return False
    if not _quarantines(standing):
        raise NotInQuarantine
    return True


def _undo(corrected: HealthRecord, new: HealthRecord, standing: Standing, result: Effects) -> None:
    """Clears the blocks that the corrected record placed."""
    if corrected.record_type == "quarantine_end" and new.record_type != "quarantine_end":
        raise EndStays
    treated, isolated = (WITHDRAWAL_PERIOD, corrected.id), (QUARANTINE, corrected.id)
    until = standing.get(treated)
    if until is not None:
        result.clear.append(Cause(*treated))
        result.eases |= new.meat_until is None or new.meat_until < until
    if isolated in standing and new.record_type != "quarantine_end":
        result.clear.append(Cause(*isolated))
        result.eases |= new.record_type != "quarantine_start"


def _quarantines(standing: Standing) -> list[UUID]:
    return [source_id for reason, source_id in standing if reason == QUARANTINE]
