"""Rules: made, changed, retired, all of it audited. What becomes of open alarms follows when they are next judged."""

from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarm_rules.errors import RuleNotFound, RuleRetired, TooManyRules, UnknownEquipment
from stream.alarm_rules.models import Rule
from stream.alarm_rules.schemas import RuleChange, RuleIn, RuleOut
from stream.equipment.errors import UnknownSensor
from stream.equipment.guards import require_worker
from stream.equipment.models import Equipment
from stream.farms.models import Farm
from stream.sensors.models import Sensor

MOST = 100
"""Rules in use of one farm."""

_WRITTEN = tuple(RuleIn.model_fields)
_TOLD_ONLY = ("name", "severity", "escalate_after_seconds")
"""What may change without a new beginning."""


async def add(db: UnitOfWork, by: Principal, farm_id: UUID, wanted: RuleIn) -> RuleOut:
    """Makes a rule for readings from now on.

    Raises OtherFarm, FarmNotFound, TooManyRules, UnknownSensor, UnknownEquipment.
    """
    await require_worker(db, by, farm_id)
    await _require_room(db, farm_id)
    await _require_scope(db, farm_id, wanted)
    now = clock.now()
    rule = Rule(version=1, farm_id=farm_id, since=now, created_at=now, created_by=by.id, **wanted.model_dump())
    db.add(rule)
    await db.flush()
    audit.record(db, "alarm_rule.added", subject_id=rule.id, after=audit.picture(rule, "farm_id", *_WRITTEN))
    return RuleOut.model_validate(rule)


async def change(db: UnitOfWork, by: Principal, farm_id: UUID, rule_id: UUID, wanted: RuleChange) -> RuleOut:
    """Replaces a rule. With a new condition it begins anew: what it has raised ends.

    Raises OtherFarm, FarmNotFound, RuleNotFound, RuleRetired, VersionConflict, UnknownSensor, UnknownEquipment.
    """
    rule = await _locked(db, by, farm_id, rule_id)
    refuse_other_version(wanted.version, rule.version)
    await _require_scope(db, farm_id, wanted)
    before = audit.picture(rule, *_WRITTEN)
    for name in _WRITTEN:
        setattr(rule, name, getattr(wanted, name))
    rule.version += 1
    after = audit.picture(rule, *_WRITTEN)
    if any(before[name] != after[name] for name in _WRITTEN if name not in _TOLD_ONLY):
        rule.since = clock.now()
    audit.unchanged()
    audit.record(db, "alarm_rule.changed", subject_id=rule.id, before=before, after=after)
    return RuleOut.model_validate(rule)


async def retire(db: UnitOfWork, by: Principal, farm_id: UUID, rule_id: UUID) -> None:
    """Retires a rule: what it has raised ends. Raises OtherFarm, FarmNotFound, RuleNotFound, RuleRetired."""
    rule = await _locked(db, by, farm_id, rule_id)
    rule.retired_at = clock.now()
    rule.version += 1
    audit.record(db, "alarm_rule.retired", subject_id=rule.id, after=audit.picture(rule, "name"))


async def of_farm(db: UnitOfWork, by: Principal, farm_id: UUID, paging: Paging, *, retired: bool) -> Page[RuleOut]:
    """The rules of a farm, newest first. Raises OtherFarm, FarmNotFound."""
    await require_worker(db, by, farm_id)
    query = select(Rule).where(Rule.farm_id == farm_id)
    query = query.where(Rule.retired_at.is_not(None) if retired else Rule.retired_at.is_(None))
    rows, cursor = await paginate(db, query, paging, key=[Rule.id])
    return Page(items=[RuleOut.model_validate(row) for row in rows], next_cursor=cursor)


async def show(db: UnitOfWork, by: Principal, farm_id: UUID, rule_id: UUID) -> RuleOut:
    """Raises OtherFarm, FarmNotFound, RuleNotFound."""
    await require_worker(db, by, farm_id)
    rule = await db.get(Rule, rule_id)
    if rule is None or rule.farm_id != farm_id:
        raise RuleNotFound
    return RuleOut.model_validate(rule)


async def _require_room(db: UnitOfWork, farm_id: UUID) -> None:
    """Whoever adds a rule to the farm waits for who does so, too."""
    await db.execute(select(Farm.id).where(Farm.id == farm_id).with_for_update(key_share=True))
    used = select(func.count()).where(Rule.farm_id == farm_id, Rule.retired_at.is_(None))
    if (await db.scalar(used) or 0) >= MOST:
        raise TooManyRules(limit=MOST)


async def _require_scope(db: UnitOfWork, farm_id: UUID, wanted: RuleIn) -> None:
    sensor = await db.get(Sensor, wanted.sensor_id) if wanted.sensor_id else None
    if wanted.sensor_id and (sensor is None or sensor.farm_id != farm_id):
        raise UnknownSensor
    unit = await db.get(Equipment, wanted.equipment_id) if wanted.equipment_id else None
    if wanted.equipment_id and (unit is None or unit.farm_id != farm_id or unit.retired_at is not None):
        raise UnknownEquipment


async def _locked(db: UnitOfWork, by: Principal, farm_id: UUID, rule_id: UUID) -> Rule:
    await require_worker(db, by, farm_id)
    rule = await db.scalar(
        select(Rule).where(Rule.id == rule_id, Rule.farm_id == farm_id).with_for_update(key_share=True)
    )
    if rule is None:
        raise RuleNotFound
    if rule.retired_at is not None:
        raise RuleRetired
    return rule
