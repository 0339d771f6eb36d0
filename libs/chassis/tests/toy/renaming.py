"""What nobody in the toy service does alone: renaming the note of another."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import update

from amigok_chassis.auth import Principal, requires
from amigok_chassis.db import Session
from amigok_chassis.problems import problems
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from amigok_chassis.unit_of_work import UnitOfWork
from toy.api import Refused
from toy.models import Note

router = APIRouter(prefix="/api/v1/admin/toy")
Proposer = Annotated[Principal, Depends(requires("admin", "veterinarian", recent=True))]


class Renaming(BaseModel):
    note_id: UUID
    author_id: UUID
    label: str


async def rename(db: UnitOfWork, payload: Renaming, proposal_id: UUID, decided_by: UUID) -> None:
    if payload.label == "refused":
        raise Refused
    await db.execute(update(Note).where(Note.note_id == payload.note_id).values(label=payload.label))


RENAMING = Kind(
    "note.rename",
    Renaming,
    rename,
    proposers=frozenset({"admin", "veterinarian"}),
    personal=frozenset({"label"}),
    raises=(Refused,),
)


@router.post("/renamings", status_code=202, responses=problems(NotEntitled, OwnBehalf, *RENAMING.raises))
async def propose_renaming(body: Renaming, me: Proposer, db: Session) -> ProposalOut:
    return await propose(db, RENAMING, body, subject_id=body.note_id, beneficiaries=[body.author_id], by=me.id)
