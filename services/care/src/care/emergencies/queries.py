"""Reads of emergencies."""

from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.emergencies.models import WAITING, Call, Emergency
from care.emergencies.schemas import EmergencyOut
from care.farms.models import Farm
from care.requests.models import Request


async def waiting(db: UnitOfWork, paging: Paging) -> Page[EmergencyOut]:
    """Returns the emergencies that nobody has taken over, oldest first."""
    return await _page(db, paging, WAITING)


async def in_state(db: UnitOfWork, paging: Paging, state: str) -> Page[EmergencyOut]:
    """Returns the emergencies in a state, oldest first."""
    return await _page(db, paging, (state,))


async def unanswered(db: UnitOfWork) -> int:
    """Counts the emergencies for which administrators have to find somebody."""
    return await db.scalar(select(func.count()).where(Emergency.state == "unanswered")) or 0


async def _page(db: UnitOfWork, paging: Paging, states: tuple[str, ...]) -> Page[EmergencyOut]:
    query = select(Emergency).where(Emergency.state.in_(states))
    rows, cursor = await paginate(db, query, paging, key=[Emergency.request_id], descending=False)
    shown = await _shown(db, {row.request_id: row for row in rows})
    return Page(items=[shown[row.request_id] for row in rows], next_cursor=cursor)


async def _shown(db: UnitOfWork, emergencies: dict[UUID, Emergency]) -> dict[UUID, EmergencyOut]:
    calls = select(Call).where(Call.request_id.in_(emergencies)).order_by(Call.request_id, Call.number)
    last = {call.request_id: call for call in await db.scalars(calls)}
    about = (
        select(Request, Animal, Farm)
        .join(Animal, Animal.id == Request.livestock_id)
        .outerjoin(Farm, Farm.id == Animal.farm_id)
        .where(Request.id.in_(emergencies))
    )
    rows = await db.execute(about)
    return {
        request.id: _out(emergencies[request.id], last.get(request.id), request, animal, farm)
        for request, animal, farm in rows
    }


def _out(emergency: Emergency, call: Call | None, request: Request, animal: Animal, farm: Farm | None) -> EmergencyOut:
    return EmergencyOut(
        request_id=request.id,
        state=emergency.state,
        raised_at=emergency.raised_at,
        calls=call.number if call else 0,
        veterinarian_id=call.veterinarian_id if call else None,
        answer_by=call.answer_by if call else None,
        service_name=request.service_name,
        livestock_id=animal.id,
        tag_number=animal.tag_number,
        farm_id=animal.farm_id,
        farm_name=farm.name if farm else None,
        area_name=animal.area_name,
    )
