from amigok_chassis.outbox import emit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from toy.events import NoteEchoed, NoteWritten
from toy.models import Note


@on(NoteWritten)
async def note_written(db: UnitOfWork, event: NoteWritten) -> None:
    db.add(Note(note_id=event.note_id, number=event.number, text="heard"))
    emit(db, NoteEchoed(note_id=event.note_id, number=event.number))
