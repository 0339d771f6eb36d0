"""Documents are readable in every script."""
# ruff: noqa: RUF001

import asyncio
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from amigok_chassis.ids import new_id
from amigok_chassis.typesetting import pdf
from amigok_contracts import Money
from farm.labels.typesetting import Label
from farm.labels.typesetting import typeset as labels
from payment.invoices import documents as invoices
from payment.invoices.billing import BillingDetails
from payment.invoices.schemas import InvoiceOut, Item, Party, Recipient
from wallet.statements import documents as statements
from wallet.statements.schemas import Movement, Statement

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEMPLATE = b"""
#let data = json(bytes(sys.inputs.data))
#set text(font: serif)
#for line in data.lines [#line #strong(line) #linebreak()]
"""


NAMES = "山田 ฟาร์ม भेड़ ფერმა مزرعة חוות 🐑 Göynük"


async def made(*lines: str) -> bytes:
    return await pdf(TEMPLATE, {"lines": lines}, now=NOW)


def glyphs(document: bytes) -> Iterator[int]:
    """The numbers of all glyphs that a document shows; 0 is the box for what the font has not."""
    reader = PdfReader(io.BytesIO(document))
    for page in reader.pages:
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"Tj", b"TJ"):
                for shown in operands[0] if operator == b"TJ" else operands:
                    if isinstance(shown, str | bytes):
                        raw = shown if isinstance(shown, bytes) else shown.original_bytes
                        yield from (int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))


def text_of(document: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)


@pytest.mark.parametrize(
    "name",
    [
        "Göynük Çiftliği",
        "山田農場 やまだ",
        "王小明牧场",
        "김철수 농장",
        "ฟาร์มแกะ",
        "मेरी भेड़",
        "ჩემი ფერმა",
        "مزرعة الأغنام",
        "חוות הכבשים",
        "Ферма №7",
        "Αγρόκτημα",
        "հայերեն",
        "বাংলা",
        "தமிழ்",
        "ខ្មែរ",
        "አማርኛ",
        "🐑 Dolly 👩🏽\u200d🌾 ❤\ufe0f",
        "1\ufe0f\u20e3",
        "می\u200cخواهم",
        "葛\U000e0100城",
        "₺ € ½ № ✓",
    ],
)
async def test_a_name_is_set_in_glyphs_of_its_script(name: str) -> None:
    document = await made(name)
    shown = list(glyphs(document))
    assert shown
    assert 0 not in shown
    assert "U+" not in text_of(document)


async def test_every_document_of_the_fleet_is_set_in_every_script() -> None:
    label = Label(tag_number="TR-1", breed=NAMES, type=NAMES, farm=NAMES, url="https://amigok.test/livestock/1")
    for document in (await labels([label], "a4_2x7", now=NOW), await invoice(), await statement()):
        assert 0 not in list(glyphs(document))
        assert not set("山ฟभფعח🐑ö") - set(text_of(document))


async def invoice() -> bytes:
    money = Money(amount=Decimal("24.00"), currency="EUR")
    party = Party(name=NAMES, address=[NAMES], tax_id="DE1", email="billing@amigok.test")
    details = BillingDetails(name=NAMES, street=NAMES, postal_code="〒150", city=NAMES, country="JP", tax_id=NAMES)
    item = Item(description=NAMES, detail=NAMES, quantity=1, unit_price=money, amount=money)
    return await invoices.typeset(
        InvoiceOut(
            id=new_id(),
            number="AMG-2026-000042",
            kind="purchase",
            order_id=new_id(),
            issued_at=NOW,
            seller=party,
            issuer=party,
            recipient=Recipient(customer_number="C1", details=details),
            items=[item],
            net=money,
            tax=money,
            tax_percent="0",
            total=money,
            notes=[NAMES],
        )
    )


async def statement() -> bytes:
    money = Money(amount=Decimal("24.00"), currency="EUR")
    line = Movement(
        transfer_id=new_id(),
        type="deposit",
        purpose=None,
        reference_id=None,
        counterparty=None,
        description=NAMES,
        currency="EUR",
        available_change=money,
        held_change=money,
        owed_change=money,
        available_after=money,
        posted_at=NOW,
    )
    whole = Statement(
        user_id=new_id(),
        currency="EUR",
        since=NOW,
        until=NOW,
        opening=money,
        closing=money,
        lines=[line],
    )
    return bytes((await statements.made(whole, "pdf")).body)


async def test_what_no_font_has_is_shown_by_its_code_point() -> None:
    document = await made("བོད Farm")
    assert 0 not in list(glyphs(document))
    assert "[U+0F56][U+0F7C][U+0F51]" in text_of(document).replace(" ", "").replace("\n", "")
    assert "Farm" in text_of(document)


async def test_a_line_whose_first_letter_is_from_right_to_left_is_set_so_as_a_whole() -> None:
    """And what stands around it stays where it was."""
    template = b"#let data = json(bytes(sys.inputs.data))\n#set text(font: serif)\nTo #data.name, Turkey"
    document = await pdf(template, {"name": "חוות Dolly"}, now=NOW)
    places: dict[str, float] = {}

    def note(text: str, at: list[float], *_: object) -> None:
        places.update({word: at[4] for word in ("To", "Dolly", "ח", "Turkey") if word in text})

    PdfReader(io.BytesIO(document)).pages[0].extract_text(visitor_text=note)
    assert sorted(places, key=places.__getitem__) == ["To", "Dolly", "ח", "Turkey"]


async def test_documents_at_once_are_all_made() -> None:
    documents = await asyncio.gather(*(made(f"山田 {number}") for number in range(8)))
    assert len(documents) == 8
