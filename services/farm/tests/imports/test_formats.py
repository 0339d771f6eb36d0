"""Files as readers, tables of numbers and spreadsheets write them: one animal is one animal, in a dry run too."""

import csv
import io

import pytest

from amigok_contracts.farm import LivestockRegistered
from services.farm.tests.imports.files import counts, row, table


async def both(files, file):
    """What the dry run and the import say, which is the same; then what was wrong, by row and column."""
    rehearsed = await files.done(file, query="?dry_run=true")
    done = await files.done(file)
    assert counts(rehearsed) == counts(done)
    assert await files.errors(rehearsed["id"]) == await files.errors(done["id"])
    return counts(done), await files.errors(done["id"])


async def eids(rig):
    return [each["eid"] for each in await rig.db.fetch("SELECT eid FROM livestock ORDER BY tag_number")]


async def test_eids_of_a_table_of_floating_point_numbers_stay_those_of_their_animals(files, rig):
    file = table(row(1, eid="826012345600001.0"), row(2, eid="982123456789012.0"), row(3, eid="9.82012E+14"))
    said, errors = await both(files, file)
    assert (said["added"], errors) == (2, [(4, "eid", "invalid")])
    assert await eids(rig) == ["826012345600001", "982123456789012"]
    report = (await files.get("imports/" + (await files.done(file))["id"] + "/errors")).json()["items"]
    assert "15 digits, such as 982000123456789" in report[0]["reason"]


async def test_eids_are_read_in_the_forms_of_readers(files, rig):
    printed = [
        "0826012345600045",
        "0982000001088421",
        "982 000001088422",
        "982000001088423",
        "00000 0 982 000001088424",
        "LA 982 000001088427",
        "'982000001088428",
    ]
    said, errors = await both(files, table(*(row(number, eid=text) for number, text in enumerate(printed))))
    assert (said["added"], errors) == (len(printed), [])
    assert await eids(rig) == ["826012345600045", *(f"98200000108842{last}" for last in (1, 2, 3, 4, 7, 8))]


async def test_points_between_thousands_are_refused_in_a_file_with_decimal_commas(files):
    prices = {"price_per_kg": "4,80"}
    file = table(
        row(1, weight_kg="1.250", price_per_kg="1.200"),
        row(2, weight_kg="1.250,50", **prices),
        row(3, weight_kg="62,5", **prices),
        row(4, weight_kg="1,250", **prices),
        row(5, weight_kg="62.5", **prices),
        delimiter=";",
    )
    said, errors = await both(files, file)
    assert said == {"added": 2, "refused": 3, "already_there": 0}
    assert errors == [
        (2, "weight_kg", "ambiguous"),
        (2, "price_per_kg", "ambiguous"),
        (3, "weight_kg", "invalid"),
        (5, "weight_kg", "ambiguous"),
    ]


@pytest.mark.parametrize("written", ["6_2.5", "٦٢", "6.3e1", "62,5", "6 2"])
async def test_a_number_has_one_spelling(files, written):
    assert await both(files, table(row(1, weight_kg=written))) == (
        {"added": 0, "refused": 1, "already_there": 0},
        [(2, "weight_kg", "invalid")],
    )
    answer = await files.yard.post("livestock", **files.yard.sheep(weight_kg=written))
    assert answer.status_code == 422
    for path in (f"livestock?min_weight_kg={written}", f"farms?near=38,27&within_km={written}"):
        assert (await files.yard.get(path)).status_code == 422


async def test_one_eid_in_three_spellings_is_one_animal(files):
    spellings = ("982000001088450", "982 000001088450", "8000F58000109BC2")
    said, errors = await both(files, table(*(row(number, eid=text) for number, text in enumerate(spellings))))
    assert said == {"added": 1, "refused": 2, "already_there": 0}
    assert errors == [(3, "eid", "duplicate_in_file"), (4, "eid", "duplicate_in_file")]


async def test_columns_that_are_empty_are_left_out(files):
    file = "\r\n".join(line + ",," for line in table(row(1), row(2)).splitlines())
    said, errors = await both(files, file)
    assert (said["added"], errors) == (2, [])
    said, errors = await both(files, file.replace(",,\r\n", ",,\r\n", 1) + "x")
    assert errors == [(3, None, "too_many_cells")]


async def test_names_are_found_however_they_are_composed_spaced_and_dotted(files):
    await files.yard.add_farm("İzmir")
    written = ["Go\u0308ynu\u0308k Farm", "GÖYNÜK FARM", "Göynük\u00a0Farm", "Göynük  Farm", "İzmir", "izmir", "IZMIR"]
    file = table(*(row(number, farm=name, type="SHEEP", breed="MERİNO") for number, name in enumerate(written)))
    said, errors = await both(files, file)
    assert (said["added"], errors) == (7, [])


@pytest.mark.parametrize("twin", ["Go\u0308ynu\u0308k Farm", "GÖYNÜK  FARM", "Göynük\u00a0Farm"])
async def test_no_two_farms_have_names_that_look_the_same(files, twin):
    answer = await files.yard.post("farms", name=twin, latitude=1, longitude=1, capacity=1)
    assert (answer.status_code, answer.json()["code"]) == (409, "farm_exists")
    await files.yard.add_farm("İzmir")
    answer = await files.yard.post("farms", name="IZMIR", latitude=1, longitude=1, capacity=1)
    assert answer.json()["code"] == "farm_exists"


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u200d", "\u00ad", "\u3164"])
async def test_names_with_characters_that_nobody_sees_are_refused(files, hidden):
    name = f"Göynük{hidden} Farm"
    for path in ("farms", "livestock-types", "livestock-breeds"):
        assert (await files.yard.post(path, name=name, latitude=1, longitude=1, capacity=1)).status_code == 422
    said, errors = await both(files, table(row(1, farm=name)))
    assert (said["refused"], errors) == (1, [(2, "farm", "invalid")])


async def test_a_name_keeps_the_joiners_that_its_script_needs(files):
    joined = "\u0645\u06cc\u200c\u062e\u0648"
    await files.yard.add_farm(joined)
    assert (await both(files, table(row(1, farm=joined))))[0]["added"] == 1
    answer = await files.yard.post("farms", name=joined.replace("\u200c", ""), latitude=1, longitude=1, capacity=1)
    assert answer.json()["code"] == "farm_exists"


SPELLINGS = ["UK0123456 00045", "UK012345600045", "uk0123456 00045", "UK 0123456 00045"]


async def test_a_tag_in_four_spellings_is_one_animal(files):
    said, errors = await both(files, table(*(row(number, tag_number=tag) for number, tag in enumerate(SPELLINGS))))
    assert said == {"added": 1, "refused": 3, "already_there": 0}
    assert errors == [(number, "tag_number", "duplicate_in_file") for number in (3, 4, 5)]
    for tag in (*SPELLINGS, "UK0123456 00045 ", "UK-0123456-00045"):
        answer = await files.yard.post("livestock", **files.yard.sheep(tag_number=tag))
        assert (answer.status_code, answer.json()["code"]) == (409, "tag_number_taken")
        assert await both(files, table(row(0, tag_number=tag))) == (
            {"added": 0, "refused": 0, "already_there": 1},
            [],
        )
    said, errors = await both(files, table(row(9, unique_id_card="c-00000")))
    assert errors == [(2, "unique_id_card", "unique_id_card_taken")]


async def test_space_around_a_tag_is_not_part_of_it(files):
    assert (await files.yard.post("livestock", **files.yard.sheep(tag_number=" T1 "))).json()["tag_number"] == "T1"
    answer = await files.yard.post("livestock", **files.yard.sheep(tag_number="T1"))
    assert answer.json()["code"] == "tag_number_taken"


async def test_a_dry_run_refuses_what_the_database_would_refuse(files, rig):
    """A rule that only the database knows refuses one row in both, and the import comes to its end."""
    await rig.db.fetch("ALTER TABLE livestock ADD CONSTRAINT light CHECK (weight_kg < 100)")
    said, errors = await both(files, table(*(row(each, weight_kg="200" if each == 2 else "62") for each in range(5))))
    assert said == {"added": 4, "refused": 1, "already_there": 0}
    assert errors == [(4, None, "invalid")]


async def test_a_dry_run_tells_nobody_and_takes_no_place(files, rig):
    await files.done(table(row(1), row(2)), query="?dry_run=true")
    assert (await files.tags(), await files.occupancy(), await rig.events(LivestockRegistered)) == ([], 0, [])
    assert await rig.db.fetch("SELECT FROM livestock_movements") == []


def opened_and_saved(text, delimiter):
    """What a spreadsheet makes of a file: cells that look like a number, a date or nothing else change their form."""
    [*rows] = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    for cells in rows:
        writer.writerow([_saved(cell, decimal="," if delimiter == ";" else ".") for cell in cells] + ["", ""])
    return "\ufeff" + out.getvalue()


def _saved(cell, decimal):
    digits = cell.replace(decimal, "")
    if digits.isascii() and digits.isdigit() and cell.count(decimal) < 2:
        return f"{float(cell.replace(decimal, '.')):.6g}".upper().replace(".", decimal)
    if cell[:1].isdigit() or cell[:3].lower() in ("mar", "dec"):
        return "01.03.2024"
    return cell


@pytest.mark.parametrize(("query", "delimiter"), [("", ","), ("?decimal_comma=true", ";")])
async def test_what_was_exported_can_be_imported_with_a_spreadsheet_in_between(files, rig, query, delimiter):
    await files.yard.add_farm("1-2")
    rows = [
        row(1, eid="982000001088450", farm="1-2"),
        row(2, tag_number="0012", unique_id_card="826012345600001234"),
        row(3, tag_number="12-3", unique_id_card="MAR1"),
        row(4, tag_number="1E5", unique_id_card="Dec 24", weight_kg="62.5"),
    ]
    assert (await both(files, table(*rows)))[0]["added"] == 4
    export = await files.get(f"export{query}")
    again = await files.done(opened_and_saved(export.text, delimiter))
    assert (counts(again), await files.errors(again["id"])) == ({"added": 0, "refused": 0, "already_there": 4}, [])
    assert counts(await files.done(export.content))["already_there"] == 4
