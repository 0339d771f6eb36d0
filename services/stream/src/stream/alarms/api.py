"""Alarms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_herd import OtherFarm
from stream.alarm_rules.models import Severity
from stream.alarms import queries, service
from stream.alarms.errors import AlarmNotFound
from stream.alarms.models import State
from stream.alarms.queries import Wanted
from stream.alarms.schemas import AcknowledgementIn, AlarmCountsOut, AlarmOut
from stream.equipment.errors import FarmNotFound
from stream.equipment.guards import FarmWorker

router = APIRouter(prefix="/api/v1/farms/{farm_id}")


async def _wanted(
    state: Annotated[State | None, Query()] = None,
    severity: Annotated[Severity | None, Query()] = None,
    rule_id: Annotated[UUID | None, Query()] = None,
    sensor_id: Annotated[UUID | None, Query()] = None,
    equipment_id: Annotated[UUID | None, Query()] = None,
) -> Wanted:
    return Wanted(state, severity, rule_id, sensor_id, equipment_id)


@router.get("/alarms", responses=problems(OtherFarm, FarmNotFound))
async def list_alarms(
    farm_id: UUID, wanted: Annotated[Wanted, Depends(_wanted)], me: FarmWorker, db: Reader, page: PageRequest
) -> Page[AlarmOut]:
    """Lists the alarms of a farm, newest first."""
    return await queries.of_farm(db, me, farm_id, page, wanted)


@router.get("/alarm-counts", responses=problems(OtherFarm, FarmNotFound))
async def count_alarms(farm_id: UUID, me: FarmWorker, db: Reader) -> AlarmCountsOut:
    """Counts the open alarms of a farm."""
    return await queries.counts(db, me, farm_id)


@router.get("/alarms/{alarm_id}", responses=problems(OtherFarm, FarmNotFound, AlarmNotFound))
async def read_alarm(farm_id: UUID, alarm_id: UUID, me: FarmWorker, db: Reader) -> AlarmOut:
    """Returns an alarm."""
    return await queries.show(db, me, farm_id, alarm_id)


@router.post("/alarms/{alarm_id}/acknowledge", responses=problems(OtherFarm, FarmNotFound, AlarmNotFound, WrongState))
async def acknowledge_alarm(
    farm_id: UUID, alarm_id: UUID, body: AcknowledgementIn, me: FarmWorker, db: Session
) -> AlarmOut:
    """Says that you take care of an alarm, so that it does not escalate. It ends by itself."""
    return await service.acknowledge(db, me, farm_id, alarm_id, body.note)
