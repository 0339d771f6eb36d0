"""What a health record does to the sale of its animal.

The law lets an animal be sold while a withdrawal period runs if that is declared to the buyer; here it is not sold at
all while the one for meat runs. The one for milk is recorded and shown and keeps no animal from being sold: it is
about the milk that is delivered, and goes with the animal to its new owner.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from farm.blocks.service import Cause
from farm.health.errors import EndStays, InQuarantine, NotInQuarantine
from farm.health.models import HealthRecord

WITHDRAWAL, QUARANTINE = "withdrawal_period", "quarantine"

Standing = Mapping[tuple[str, UUID], datetime | None]
"""The animal's own blocks that stand: until when, by reason and source."""


@dataclass
class Effects:
    """Which blocks a record places and clears. `eases`: the animal may be sold earlier than without it."""

    place: list[Cause] = field(default_factory=list)
    clear: list[Cause] = field(default_factory=list)
    eases: bool = False


def effects(new: HealthRecord, corrected: HealthRecord | None, standing: Standing) -> Effects:
    """What a new record changes, in place of the one that it corrects.

    Raises InQuarantine, NotInQuarantine, EndStays.
    """
    result = Effects()
    if new.meat_until is not None:
        result.place.append(Cause(WITHDRAWAL, new.id, new.meat_until))
    if new.record_type == "quarantine_start" and _starts(corrected, standing):
        result.place.append(Cause(QUARANTINE, new.id))
    if new.record_type == "quarantine_end" and _ends(corrected, standing):
        result.clear += [Cause(QUARANTINE, source_id) for source_id in _quarantines(standing)]
        result.eases = True
    if corrected is not None:
        _undo(corrected, new, standing, result)
    return result


def _starts(corrected: HealthRecord | None, standing: Standing) -> bool:
    """Whether a record that starts a quarantine does so, or corrects one that has ended since."""
    if corrected is not None and corrected.record_type == "quarantine_start":
        return (QUARANTINE, corrected.id) in standing
    if _quarantines(standing):
        raise InQuarantine
    return True


def _ends(corrected: HealthRecord | None, standing: Standing) -> bool:
    """Whether a record that ends a quarantine does so, or corrects one that has done it."""
    if corrected is not None and corrected.record_type == "quarantine_end":
        return False
    if not _quarantines(standing):
        raise NotInQuarantine
    return True


def _undo(corrected: HealthRecord, new: HealthRecord, standing: Standing, result: Effects) -> None:
    """What the corrected record has placed does not stand any longer."""
    if corrected.record_type == "quarantine_end" and new.record_type != "quarantine_end":
        raise EndStays
    treated, isolated = (WITHDRAWAL, corrected.id), (QUARANTINE, corrected.id)
    until = standing.get(treated)
    if until is not None:
        result.clear.append(Cause(*treated))
        result.eases |= new.meat_until is None or new.meat_until < until
    if isolated in standing and new.record_type != "quarantine_end":
        result.clear.append(Cause(*isolated))
        result.eases |= new.record_type != "quarantine_start"


def _quarantines(standing: Standing) -> list[UUID]:
    return [source_id for reason, source_id in standing if reason == QUARANTINE]
