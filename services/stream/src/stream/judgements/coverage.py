"""What is judged of which sensors now: rules, and the ranges of equipment."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarm_rules.models import Rule
from stream.alarms.judging import Condition, Kind
from stream.alarms.models import Alarm
from stream.alarms.settling import Place
from stream.devices.models import Device
from stream.equipment.models import Attachment, Equipment
from stream.excursions.measures import GAP
from stream.sensors.models import Sensor

BACK_IN_RANGE = timedelta(minutes=5)
"""For so long equipment must be back in its range until an excursion has ended."""


@dataclass(frozen=True)
class Watched:
    """A rule at a sensor. It judges readings since `since`; with no `condition`, it waits for them."""

    place: Place
    since: datetime
    condition: Condition | None

    @property
    def key(self) -> str:
        return f"{self.place.rule.id}@{self.since.isoformat()}"


@dataclass(frozen=True)
class Guarded:
    """Equipment whose temperature a sensor measures."""

    unit: Equipment
    sensor_id: UUID
    condition: Condition

    @property
    def key(self) -> str:
        return f"{self.unit.id}@{self.condition.since.isoformat()}"


def _since() -> ColumnElement[datetime]:
    attached = case((Rule.equipment_id.is_not(None), func.greatest(Attachment.attached_at, Equipment.status_since)))
    left = (
        select(func.max(Alarm.ended_at))
        .where(Alarm.rule_id == Rule.id, Alarm.sensor_id == Sensor.id, Alarm.end_reason == "out_of_scope")
        .scalar_subquery()
    )
    since: ColumnElement[datetime] = func.greatest(Rule.since, attached, left)
    return since


SINCE = _since()
"""Since when a rule covers a sensor without a break."""


def _stands_there() -> ColumnElement[bool]:
    """Whether the device of a sensor may act, and has not moved to another farm."""
    return and_(Device.id == Sensor.device_id, Device.farm_id == Sensor.farm_id, Device.revoked_at.is_(None))


def covering(query: Any) -> Any:
    """Joins rules in use, and the equipment that sensors are in, to a query of sensors."""
    scope = (
        Rule.farm_id == Sensor.farm_id,
        Rule.retired_at.is_(None),
        or_(Rule.area_id.is_(None), Rule.area_id == Sensor.area_id),
        or_(Rule.sensor_id.is_(None), Rule.sensor_id == Sensor.id),
        or_(Rule.sensor_type.is_(None), Rule.sensor_type == Sensor.type),
    )
    inside = and_(Rule.equipment_id == Attachment.equipment_id, Equipment.status == "on")
    return (
        query.join(Device, _stands_there())
        .join(Rule, and_(*scope))
        .outerjoin(Attachment, and_(Attachment.sensor_id == Sensor.id, Attachment.detached_at.is_(None)))
        .outerjoin(Equipment, Equipment.id == Attachment.equipment_id)
        .where(or_(Rule.equipment_id.is_(None), inside))
    )


async def watched(db: UnitOfWork, sensor_ids: Collection[UUID]) -> Mapping[UUID, Sequence[Watched]]:
    """The rules that cover each of these sensors."""
    query = select(Sensor.id, Sensor.area_id, Attachment.equipment_id, SINCE, Rule).select_from(Sensor)
    found: dict[UUID, list[Watched]] = defaultdict(list)
    rows = await db.execute(covering(query).where(Sensor.id.in_(sensor_ids)))
    for sensor_id, area_id, equipment_id, since, rule in rows:
        place = Place(rule, sensor_id, area_id, equipment_id)
        found[sensor_id].append(Watched(place, since, condition_of(rule, since)))
    return found


async def guarded(db: UnitOfWork, sensor_ids: Collection[UUID]) -> Mapping[UUID, Guarded]:
    """The equipment that is on and whose temperature these sensors measure."""
    query = (
        select(Attachment.sensor_id, Attachment.attached_at, Equipment)
        .join(Equipment, Equipment.id == Attachment.equipment_id)
        .join(Sensor, Sensor.id == Attachment.sensor_id)
        .join(Device, _stands_there())
        .where(
            Attachment.sensor_id.in_(sensor_ids),
            Attachment.role == "temperature",
            Attachment.detached_at.is_(None),
            Equipment.status == "on",
        )
    )
    return {
        sensor_id: Guarded(unit, sensor_id, range_of(unit, max(attached_at, unit.status_since, unit.range_since)))
        for sensor_id, attached_at, unit in await db.execute(query)
    }


def condition_of(rule: Rule, since: datetime) -> Condition | None:
    """What a rule finds wrong with readings; None: that there are none."""
    if rule.kind == "silence":
        return None
    kind: Kind = rule.kind
    sign = -1.0 if kind == "below" else 1.0
    return Condition(
        kind,
        since,
        begin=sign * (rule.threshold or 0.0),
        end=sign * (rule.end_threshold or 0.0),
        hold=timedelta(seconds=rule.for_seconds),
        release=timedelta(seconds=rule.end_for_seconds),
        gap=timedelta(seconds=rule.gap_seconds),
        window=timedelta(seconds=rule.window_seconds or 0),
    )


def range_of(unit: Equipment, since: datetime) -> Condition:
    """Outside of the range of equipment, however shortly."""
    return Condition("outside", since, release=BACK_IN_RANGE, gap=GAP, low=unit.low, high=unit.high)
