from uuid import UUID

from amigok_contracts import Event, upcast
from amigok_contracts.books import Books


class NoteWritten(Event, type="toy.note.written", aggregate="note_id"):
    """Somebody wrote a note."""

    note_id: UUID
    number: int = 0
    text: str = ""


class NoteEchoed(Event, type="toy.note.echoed", aggregate="note_id"):
    """What a consumed note leads to."""

    note_id: UUID
    number: int


class NoteRenamedV1(Event, type="toy.note.renamed", aggregate="note_id"):
    """A note has another title."""

    note_id: UUID
    title: str


class NoteRenamed(Event, type="toy.note.renamed", aggregate="note_id", version=2):
    """A note has another title, in a language."""

    note_id: UUID
    title: str
    language: str


@upcast(NoteRenamedV1)
def _in_english(old: NoteRenamedV1) -> NoteRenamed:
    return NoteRenamed(note_id=old.note_id, title=old.title, language="en")


class ToyBooksStated(Books, Event, type="toy.books.stated", aggregate="window_id"):
    """What was paid for notes."""

    kinds = frozenset({"sale", "tip", "wrap"})
