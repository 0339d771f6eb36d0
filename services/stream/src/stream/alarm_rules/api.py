"""Rules over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import OtherFarm
from stream.alarm_rules import service
from stream.alarm_rules.errors import RuleNotFound, RuleRetired, TooManyRules, UnknownEquipment
from stream.alarm_rules.schemas import RuleChange, RuleIn, RuleOut
from stream.equipment.errors import FarmNotFound, UnknownSensor
from stream.equipment.guards import FarmWorker

router = APIRouter(prefix="/api/v1/farms/{farm_id}/alarm-rules")

_SCOPE = (UnknownSensor, UnknownEquipment)
_CHANGE = (OtherFarm, FarmNotFound, RuleNotFound, RuleRetired)


@router.post("", status_code=201, responses=problems(OtherFarm, FarmNotFound, TooManyRules, *_SCOPE))
async def add_alarm_rule(farm_id: UUID, body: RuleIn, me: FarmWorker, db: Session) -> RuleOut:
    """Makes a rule for what sensors of the farm measure from now on."""
    return await service.add(db, me, farm_id, body)


@router.get("", responses=problems(OtherFarm, FarmNotFound))
async def list_alarm_rules(
    farm_id: UUID,
    me: FarmWorker,
    db: Reader,
    page: PageRequest,
    retired: Annotated[bool, Query(description="What is retired, in place of what is not")] = False,
) -> Page[RuleOut]:
    """Lists the rules of a farm, newest first."""
    return await service.of_farm(db, me, farm_id, page, retired=retired)


@router.get("/{rule_id}", responses=problems(OtherFarm, FarmNotFound, RuleNotFound))
async def read_alarm_rule(farm_id: UUID, rule_id: UUID, me: FarmWorker, db: Reader) -> RuleOut:
    """Returns a rule of a farm, also if it is retired."""
    return await service.show(db, me, farm_id, rule_id)


@router.put("/{rule_id}", responses=problems(*_CHANGE, VersionConflict, *_SCOPE))
async def change_alarm_rule(farm_id: UUID, rule_id: UUID, body: RuleChange, me: FarmWorker, db: Session) -> RuleOut:
    """Replaces a rule. With a new condition it begins anew, and its open alarms end."""
    return await service.change(db, me, farm_id, rule_id, body)


@router.delete("/{rule_id}", status_code=204, responses=problems(*_CHANGE))
async def retire_alarm_rule(farm_id: UUID, rule_id: UUID, me: FarmWorker, db: Session) -> None:
    """Retires a rule. Its open alarms end."""
    await service.retire(db, me, farm_id, rule_id)
