"""Animals by the thousand: a file in, a verdict for each row."""

import asyncio
import csv
import io
from datetime import timedelta
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockRegistered
from farm.imports import work
from services.farm.tests.imports.files import COLUMNS, counts, row, table

BAD = [
    ({"weight_kg": "heavy"}, "weight_kg", "invalid"),
    ({"weight_kg": "5000.01"}, "weight_kg", "invalid"),
    ({"sex": "ewe"}, "sex", "invalid"),
    ({"breed": "Unicorn"}, "breed", "unknown_breed"),
    ({"farm": "Nowhere"}, "farm", "unknown_farm"),
    ({"date_of_birth": "2999-01-01"}, "date_of_birth", "born_in_future"),
    ({"date_of_birth": "01.03.2024"}, "date_of_birth", "invalid"),
    ({"tag_number": ""}, "tag_number", "missing"),
    ({"price_per_kg": "-1"}, "price_per_kg", "invalid"),
    ({"currency": "XXX"}, "currency", "invalid"),
]


async def test_of_10000_rows_with_1_percent_bad_ones_the_good_ones_come_in_once(files, rig):
    large = await files.yard.add_farm("Large", capacity=20_000)
    rows = [row(number, farm="large") for number in range(10_000)]
    expected = []
    for place in range(100):
        changes, column, code = BAD[place % len(BAD)]
        rows[place * 100 + 50] |= changes
        expected.append((place * 100 + 52, column, code))
    done = await files.done(table(*rows))
    assert done["status"] == "finished"
    assert (done["total"], done["done"]) == (10_000, 10_000)
    assert counts(done) == {"added": 9_900, "refused": 100, "already_there": 0}
    assert await files.errors(done["id"]) == expected
    assert (await files.yard.get(f"farms/{large}")).json()["current_occupancy"] == 9_900
    assert len(await rig.events(LivestockRegistered)) == 9_900

    again = await files.done(table(*rows))
    assert again["id"] != done["id"]
    assert counts(again) == {"added": 0, "refused": 100, "already_there": 9_900}
    assert await files.errors(again["id"]) == expected
    assert (await files.yard.get(f"farms/{large}")).json()["current_occupancy"] == 9_900
    assert len(await rig.events(LivestockRegistered)) == 9_900


async def test_an_imported_animal_is_as_one_that_was_registered(files, rig):
    await files.done(table(row(1)))
    [event] = await rig.events(LivestockRegistered)
    animal = (await files.yard.get(f"livestock/{event.livestock_id}", files.yard.admin, "admin")).json()
    twin = (await files.yard.post("livestock", **files.yard.sheep())).json()
    own = {"id", "tag_number", "unique_id_card", "registered_at", "owned_since"}
    assert {k: v for k, v in animal.items() if k not in own} == {k: v for k, v in twin.items() if k not in own}
    assert event.model_dump(include={"type_name", "breed_name", "farm_name", "sex", "owner_id"}) == {
        "type_name": "Sheep",
        "breed_name": "Merino",
        "farm_name": "Göynük Farm",
        "sex": "female",
        "owner_id": None,
    }
    assert [step["reason"] for step in await files.yard.history(event.livestock_id)] == ["registered"]
    assert await files.occupancy() == 2


async def one_batch(rig, begun):
    """Processes the next rows of an import."""
    async with rig.db.unit_of_work() as db:
        await work.process_batch(db, UUID(begun["id"]))


async def test_progress_shows_while_it_works(files, rig, monkeypatch):
    monkeypatch.setattr(work, "BATCH", 2)
    begun = await files.accepted(table(row(1), row(2, sex="x"), row(3)))
    assert (begun["status"], begun["done"], begun["finished_at"]) == ("running", 0, None)
    await one_batch(rig, begun)
    half = await files.show(begun["id"])
    assert (half["status"], half["done"], half["total"]) == ("running", 2, 3)
    assert await files.errors(begun["id"]) == [(3, "sex", "invalid")]
    await one_batch(rig, begun)
    assert (await files.show(begun["id"]))["status"] == "finished"


async def test_a_worker_killed_in_a_batch_loses_nothing_and_adds_nothing_twice(
    files, rig, outsider, somebody_waits, monkeypatch
):
    monkeypatch.setattr(work, "BATCH", 2)
    begun = await files.accepted(table(*map(row, range(5))))
    await one_batch(rig, begun)
    async with outsider.transaction():
        await outsider.execute("LOCK TABLE ownership_history IN EXCLUSIVE MODE")
        killed = asyncio.create_task(rig.run_task("process_import"))
        await somebody_waits()
        await outsider.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        await killed
    assert (await files.show(begun["id"]))["done"] == 2
    clock.set_offset(timedelta(minutes=1))
    await rig.run_task("process_import")
    assert counts(await files.show(begun["id"])) == {"added": 5, "refused": 0, "already_there": 0}
    assert await files.tags() == [f"T{number:05}" for number in range(5)]
    assert len(await rig.events(LivestockRegistered)) == 5
    assert await files.occupancy() == 5


async def test_replicas_share_the_work(files, rig, monkeypatch):
    monkeypatch.setattr(work, "BATCH", 3)
    begun = [await files.accepted(table(*(row(100 * each + i) for i in range(10)))) for each in range(3)]
    await asyncio.gather(*(rig.run_task("process_import") for _ in range(4)))
    for each in begun:
        assert counts(await files.show(each["id"])) == {"added": 10, "refused": 0, "already_there": 0}
    assert await files.occupancy() == len(await rig.events(LivestockRegistered)) == 30


async def test_a_dry_run_says_the_same_and_adds_nothing(files, rig):
    small = await files.yard.add_farm("Small", capacity=2)
    rows = [row(1), row(2, sex="x"), *(row(number, farm=small) for number in (3, 4, 5))]
    await files.done(table(row(6)))
    rehearsed = await files.done(table(*rows, row(6)), query="?dry_run=true")
    assert rehearsed["dry_run"] is True
    assert await files.tags() == ["T00006"]
    assert len(await rig.events(LivestockRegistered)) == await files.occupancy() == 1
    done = await files.done(table(*rows, row(6)))
    assert counts(done) == counts(rehearsed) == {"added": 3, "refused": 2, "already_there": 1}
    expected = [(3, "sex", "invalid"), (6, "farm", "farm_full")]
    assert await files.errors(done["id"]) == await files.errors(rehearsed["id"]) == expected


async def test_a_dry_run_counts_places_across_its_batches(files, monkeypatch):
    monkeypatch.setattr(work, "BATCH", 1)
    small = await files.yard.add_farm("Small", capacity=2)
    done = await files.done(table(*(row(number, farm=small) for number in range(4))), query="?dry_run=true")
    assert counts(done) == {"added": 2, "refused": 2, "already_there": 0}


async def test_an_animal_that_is_there_with_other_data_is_an_error_for_each_column(files):
    await files.yard.add_farm("Other")
    await files.done(table(row(1)))
    other = row(1, farm="Other", weight_kg="70", price_per_kg="5.00", unique_id_card="C9", sex="male")
    done = await files.done(table(other))
    assert counts(done) == {"added": 0, "refused": 1, "already_there": 0}
    columns = ["farm", "price_per_kg", "sex", "unique_id_card", "weight_kg"]
    assert sorted(await files.errors(done["id"])) == [(2, column, "differs") for column in columns]
    [first, *_] = (await files.get(f"imports/{done['id']}/errors")).json()["items"]
    assert first["reason"] == "the animal with this tag has Göynük Farm"


async def test_what_a_row_leaves_open_is_no_difference(files):
    await files.done(table(row(1)))
    done = await files.done(table(row(1, date_of_birth="", type="")))
    assert counts(done) == {"added": 0, "refused": 0, "already_there": 1}


async def test_a_card_of_another_animal_is_taken(files):
    await files.done(table(row(1)))
    done = await files.done(table(row(2, unique_id_card="C00001"), row(3)))
    assert counts(done) == {"added": 1, "refused": 1, "already_there": 0}
    assert await files.errors(done["id"]) == [(2, "unique_id_card", "unique_id_card_taken")]


async def test_the_second_of_two_rows_with_one_tag_is_named(files):
    done = await files.done(table(row(1), row(1), row(2), row(3, unique_id_card="C00002")))
    assert counts(done) == {"added": 2, "refused": 2, "already_there": 0}
    assert await files.errors(done["id"]) == [
        (3, "tag_number", "duplicate_in_file"),
        (3, "unique_id_card", "duplicate_in_file"),
        (5, "unique_id_card", "duplicate_in_file"),
    ]
    [first, *_] = (await files.get(f"imports/{done['id']}/errors")).json()["items"]
    assert "row 2" in first["reason"]


async def test_a_tag_taken_meanwhile_refuses_its_row_only(files, rig, outsider, somebody_waits):
    """Another farm's animal takes the tag after the import has looked for it."""
    other, animal = await files.yard.add_farm("Other"), new_id()
    begun = await files.accepted(table(*map(row, range(6))))
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute(
        "INSERT INTO livestock (id, version, farm_id, livestock_type_id, breed_id, status, tag_number, unique_id_card,"
        " sex, weight_kg, price_per_kg_minor, currency, registered_at)"
        " VALUES ($1, 1, $2, $3, $4, 'available', 'T00003', 'X', 'male', 5, 1, 'USD', now())",
        animal,
        other,
        files.yard.type_id,
        files.yard.breed_id,
    )
    at_work = asyncio.create_task(rig.run_task("process_import"))
    await somebody_waits()
    await transaction.commit()
    await at_work
    assert counts(await files.show(begun["id"])) == {"added": 5, "refused": 1, "already_there": 0}
    found = await files.errors(begun["id"])
    assert {(number, code) for number, _, code in found} == {(5, "differs")}
    assert await files.occupancy() == len(await rig.events(LivestockRegistered)) == 5


async def test_two_imports_and_requests_never_fill_a_farm_beyond_its_capacity(files, rig, monkeypatch):
    monkeypatch.setattr(work, "BATCH", 4)
    small = await files.yard.add_farm("Small", capacity=10)
    begun = [await files.accepted(table(*(row(100 * each + i, farm="Small") for i in range(8)))) for each in range(2)]
    requests = [files.yard.post("livestock", **files.yard.sheep(farm_id=small)) for _ in range(4)]
    answers = await asyncio.gather(*(rig.run_task("process_import") for _ in range(2)), *requests)
    registered = sum(answer.status_code == 201 for answer in answers if answer is not None)
    done = [await files.show(each["id"]) for each in begun]
    assert sum(each["added"] for each in done) + registered == 10
    for each in done:
        assert {code for _, _, code in await files.errors(each["id"])} <= {"farm_full"}
    assert (await files.yard.get(f"farms/{small}")).json()["current_occupancy"] == 10


async def test_the_same_file_while_it_runs_is_the_running_import(files):
    file = table(row(1))
    answers = await asyncio.gather(*(files.accepted(file) for _ in range(5)))
    assert len({answer["id"] for answer in answers}) == 1
    others = [
        await files.accepted(file, user=new_id()),
        await files.accepted(file, query="?dry_run=true"),
        await files.accepted(table(row(2))),
    ]
    assert len({each["id"] for each in [*others, answers[0]]}) == 4
    await files.yard.rig.run_task("process_import")
    assert (await files.accepted(file))["id"] != answers[0]["id"]


@pytest.mark.parametrize("bom", ["", "\ufeff"])
async def test_a_spreadsheet_with_semicolons_and_decimal_commas_is_read(files, bom):
    text = table(row(1, weight_kg="62,5", price_per_kg="4,80"), delimiter=";").replace("tag_number", " Tag Number ")
    assert counts(await files.done(bom + text))["added"] == 1
    assert counts(await files.done(table(row(1))))["already_there"] == 1


async def test_farm_type_and_breed_may_be_ids(files):
    yard = files.yard
    goats = await yard.add("livestock-types", name="Goat")
    await yard.add("livestock-breeds", livestock_type_id=goats, name="Merino")
    done = await files.done(
        table(
            row(1, farm=yard.farm_id.upper(), breed=yard.breed_id, type=""),
            row(2, type=goats),
            row(3, type=""),
            row(4, type="Cow"),
            row(5, breed=yard.breed_id, type="goat"),
        )
    )
    assert counts(done)["added"] == 2
    assert await files.errors(done["id"]) == [
        (4, "breed", "ambiguous_breed"),
        (5, "type", "unknown_livestock_type"),
        (6, "breed", "unknown_breed"),
    ]


async def test_rows_are_numbered_as_a_spreadsheet_shows_them(files):
    [header, first, second] = table(row(1), row(2, sex="x")).strip().split("\r\n")
    done = await files.done("\r\n".join([header, first, "", ",,,,,,,,,", second, first + ",more"]))
    assert done["total"] == 3
    assert {(number, code) for number, _, code in await files.errors(done["id"])} == {
        (5, "invalid"),
        (6, "too_many_cells"),
        (6, "duplicate_in_file"),
    }


async def test_a_file_may_come_as_a_form_and_needs_no_disk(files, monkeypatch):
    monkeypatch.delattr("tempfile.SpooledTemporaryFile.rollover")
    file = table(row(1)) + "\r\n" * 1_500_000
    answer = await files.send(None, kind=None, files={"file": ("animals.csv", file.encode(), "text/csv")})
    assert answer.status_code == 202, answer.text
    answer = await files.send(None, kind=None, files={"other": ("animals.csv", file.encode(), "text/csv")})
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_upload")


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        ("Göynük".encode("utf-16"), "text/csv", 422, "import_not_utf8"),
        ("Göynük".encode("iso-8859-9"), "text/csv", 422, "import_not_utf8"),
        (b"a\0b", "text/csv", 422, "import_not_utf8"),
        (b"", "text/csv", 422, "import_columns"),
        (b"name,age\nx,1", "text/csv", 422, "import_columns"),
        (table(row(1)).replace("sex", "farm", 1), "text/csv", 422, "import_columns"),
        (COLUMNS, "text/csv", 422, "import_empty"),
        (COLUMNS + '\n"', "text/csv", 422, "import_malformed"),
        (COLUMNS + "\n" + "x" * 200_000, "text/csv", 422, "import_malformed"),
        (COLUMNS + "\nx" * 20_001, "text/csv", 422, "import_too_many_rows"),
        (b"x" * (10 * 1024 * 1024 + 1), "text/csv", 413, "content_too_large"),
        (b"{}", "application/json", 415, "unsupported_upload"),
        (b"x", "multipart/form-data", 415, "unsupported_upload"),
        (
            b'--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n--x--',
            "multipart/form-data; boundary=x",
            415,
            "unsupported_upload",
        ),
    ],
)
async def test_a_file_that_is_none_is_refused_whole(files, content, kind, status, code):
    answer = await files.send(content, kind=kind)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text


async def test_odd_cells_are_refused_and_never_a_defect(files):
    odd = ["\ud7ff", "NaN", "1e999", "-0", "x" * 5000, "٣٣٣", "9" * 4000, "=1+1", "'", "\U0001f404", "a\rb", "0"]
    rows = []
    for column in COLUMNS.split(","):
        rows += [row(len(rows) + place, **{column: value}) for place, value in enumerate(odd)]
    done = await files.done(table(*rows))
    assert done["status"] == "finished"
    assert done["added"] + done["refused"] == len(rows)


async def test_what_was_exported_can_be_imported_again(files):
    yard = files.yard
    await yard.add_farm("=HYPERLINK(1)")
    await yard.add_farm("'=quoted")
    await yard.add_farm("@sum, \"of\"; 'all'")
    rows = [row(1), row(2, farm="'=HYPERLINK(1)"), row(3, farm="''=quoted"), row(4, farm="@sum, \"of\"; 'all'")]
    assert counts(await files.done(table(*rows)))["added"] == 4
    await yard.sell((await yard.rig.events(LivestockRegistered))[0].livestock_id, new_id())
    export = await files.get("export")
    assert export.headers["content-type"] == "text/csv; charset=utf-8"
    assert [line[:1] for line in csv.reader(io.StringIO(export.text.lstrip("\ufeff")))] == [
        ["farm"],
        ["Göynük Farm"],
        ["'=HYPERLINK(1)"],
        ["''=quoted"],
        ["'@sum, \"of\"; 'all'"],
    ]
    assert counts(await files.done(export.content)) == {"added": 0, "refused": 0, "already_there": 4}


async def test_an_export_has_every_animal_once(files, monkeypatch):
    monkeypatch.setattr("farm.imports.export.CHUNK", 3)
    await files.done(table(*map(row, range(7))))
    export = (await files.get("export")).text.lstrip("\ufeff")
    assert [each["tag_number"] for each in csv.DictReader(io.StringIO(export))] == await files.tags()


async def test_the_report_comes_as_csv_too(files, monkeypatch):
    monkeypatch.setattr("farm.imports.export.CHUNK", 2)
    done = await files.done(table(*(row(number, sex="x", weight_kg="") for number in range(4))))
    report = await files.get(f"imports/{done['id']}/errors.csv")
    lines = list(csv.DictReader(io.StringIO(report.text.lstrip("\ufeff"))))
    expected = [(str(number), column, code) for number, column, code in await files.errors(done["id"])]
    assert [(line["row"], line["column"], line["code"]) for line in lines] == expected
    assert len(lines) == 8


async def test_what_is_no_import_is_not_found(files):
    for path in ["", "/errors", "/errors.csv"]:
        answer = await files.get(f"imports/{new_id()}{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "import_not_found")


async def test_a_month_later_an_import_is_forgotten(files, rig):
    await files.done(table(row(1, sex="x")))
    await files.accepted(table(row(2)))
    await rig.run_job("forget_imports")
    assert len(await rig.db.fetch("SELECT FROM livestock_imports")) == 2
    await rig.db.fetch("UPDATE livestock_imports SET finished_at = finished_at - interval '31 days'")
    await rig.run_job("forget_imports")
    assert len(await rig.db.fetch("SELECT FROM livestock_imports")) == 1
    assert await rig.db.fetch("SELECT FROM livestock_import_errors") == []
