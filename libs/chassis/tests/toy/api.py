from decimal import Decimal
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select, text
from starlette.responses import Response

from amigok_chassis import audit, clock
from amigok_chassis.auth import CurrentUser, MaybeUser, Principal, RecentUser, requires
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import DomainError
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.ids import new_id
from amigok_chassis.locations import follow
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, PageRequest, paginate
from amigok_chassis.problems import problems
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_chassis.wellformed import takes_any_password
from toy.events import NoteWritten
from toy.models import Note

router = APIRouter(prefix="/api/v1/toy")
by_role = APIRouter(prefix="/api/v1/admin/toy", dependencies=[Depends(requires("admin"))])


class Refused(DomainError):
    """Notes that say no are refused."""

    status, code = 409, "refused"


class NoteIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    number: int = Field(0, ge=-(2**63), le=2**63 - 1)
    text: str = Field("", max_length=1000)
    label: str | None = Field(None, max_length=100)
    tags: dict[str, int] = {}


class NoteOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    position: int
    note_id: UUID
    number: int
    text: str


async def write(db: UnitOfWork, note: NoteIn) -> NoteOut:
    if note.text == "no" and not await db.scalar(text("SELECT count(*) FROM notes WHERE text = 'yes'")):
        raise Refused
    row = Note(note_id=new_id(), number=note.number, text=note.text, label=note.label)
    db.add(row)
    emit(db, NoteWritten(note_id=row.note_id, number=row.number, text=row.text))
    await db.flush()
    return NoteOut.model_validate(row)


@router.post("/notes", status_code=201, responses=problems(Refused))
async def write_note(body: NoteIn, db: Session) -> NoteOut:
    return await write(db, body)


@router.post("/notes/long", status_code=201, max_body_size=3000)
async def write_long_note(body: dict[str, str], _: CurrentUser) -> int:
    return len(body["text"])


@router.post("/notes/once", status_code=201, response_model=NoteOut, responses=problems(Refused))
async def write_note_once(body: NoteIn, once: OnceOnly) -> Response:
    return await once.commit(lambda db: write(db, body))


class PromiseIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str = Field("", max_length=1000)
    price: Decimal = Decimal("1.00")


class PromiseOut(BaseModel):
    id: UUID
    text: str


async def promise(db: UnitOfWork, wanted: PromiseIn) -> PromiseOut:
    note = await write(db, NoteIn(text=wanted.text))
    return PromiseOut(id=note.note_id, text=note.text)


async def promised(db: UnitOfWork, note_id: UUID) -> PromiseOut:
    note = await _of(db, note_id)
    return PromiseOut(id=note_id, text=note.text)


@router.post("/notes/promised", status_code=202, response_model=PromiseOut, responses=problems(Refused))
@follow("/api/v1/toy/promises/{id}")
async def promise_note(body: PromiseIn, once: OnceOnly) -> Response:
    return await once.commit(lambda db: promise(db, body), status=202, now=promised)


class StickerIn(BaseModel):
    id: UUID


@router.post("/notes/{note_id}/stickers", status_code=201)
async def stick(note_id: UUID, body: StickerIn) -> StickerIn:
    return body


@router.get("/notes/{note_id}/stickers/{sticker_id}")
async def sticker(note_id: UUID, sticker_id: UUID) -> StickerIn:
    return StickerIn(id=sticker_id)


@router.post("/notes/upload", status_code=201)
async def upload(title: Annotated[str, Form(max_length=100)], file: UploadFile) -> str:
    return title


@router.post("/login")
@takes_any_password
async def login(body: dict[str, str]) -> str:
    return repr(body["password"])


@router.get("/notes")
async def notes(db: Reader, paging: PageRequest) -> Page[NoteOut]:
    rows, after = await paginate(db, select(Note), paging, key=[Note.number, Note.note_id])
    return Page(items=[NoteOut.model_validate(row) for row in rows], next_cursor=after)


@router.get("/number")
async def number(db: Statements, number: Annotated[int, Query()]) -> int:
    rows = await db.fetch("SELECT $1::bigint", number)
    return int(rows[0][0])


@router.get("/nap")
async def nap(db: Session, seconds: Annotated[float, Query(ge=0, le=5)]) -> str:
    await db.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": seconds})
    return "slept"


@router.get("/broken")
async def broken() -> str:
    raise RuntimeError("the password is hunter2")


@router.post("/twice", status_code=201)
async def twice(body: NoteIn, db: Session) -> None:
    """A defect: it inserts one primary key twice."""
    for _ in range(2):
        await db.execute(
            text("INSERT INTO inbox VALUES (:text, '0190a8a0-0000-7000-8000-000000000000', now())"),
            {"text": body.text},
        )


@router.get("/me")
async def me(user: CurrentUser) -> dict[str, str]:
    return {"id": str(user.id), "role": user.role}


@router.get("/vault")
async def vault(user: RecentUser) -> UUID:
    return user.id


@router.get("/maybe")
async def maybe(user: MaybeUser) -> str:
    return user.role if user else "nobody"


@router.get("/admin")
async def admin(user: Annotated[Principal, Depends(requires("admin", "manager"))]) -> str:
    return user.role


@router.get("/clock")
async def present() -> str:
    return clock.now().isoformat()


class ChangeIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    label: str | None = None
    author_id: UUID | None = None


async def _of(db: UnitOfWork, note_id: UUID) -> Note:
    return (await db.scalars(select(Note).where(Note.note_id == note_id).with_for_update())).one()


@by_role.post("/notes", status_code=201, responses=problems(Refused))
async def add_note(body: NoteIn, db: Session) -> NoteOut:
    note = await write(db, body)
    audit.record(db, "note.added", subject_id=note.note_id, after=note.model_dump())
    return note


@by_role.put("/notes/{note_id}")
async def change_note(note_id: UUID, body: ChangeIn, db: Session) -> None:
    """The label is anybody's business, the text tells of the author."""
    note = await _of(db, note_id)
    before = audit.picture(note, "text", "label")
    note.text, note.label = body.text, body.label
    audit.record(
        db,
        "note.changed",
        subject_id=note_id,
        before=before,
        after=audit.picture(note, "text", "label"),
        personal={"text"},
        person_id=body.author_id,
    )


@by_role.put("/notes/{note_id}/in-silence")
async def change_in_silence(note_id: UUID, body: ChangeIn, db: Session, _: MaybeUser) -> None:
    """A defect: the audit log does not hear of it. Who asks is looked up once more after the guard."""
    (await _of(db, note_id)).text = body.text


@by_role.post("/notes/{note_id}/lock")
async def lock_note(note_id: UUID, db: Session) -> None:
    """Changes nothing."""
    await _of(db, note_id)
    audit.unchanged()


@by_role.post("/notes/count")
async def count_notes(db: Session) -> int:
    """Reads only."""
    return len((await db.scalars(select(Note.position))).all())
