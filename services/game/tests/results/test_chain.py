"""The format of result files: any change is named where it is. Pure."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bundles.chain import Record, chained, written
from game.bundles.reading import parse

RECORDS = [
    Record("contest", {"title": "Spring weight", "rules": {"trim": "0.2"}}),
    *(Record("fact", {"entry": number, "event_id": f"e{number}", "kg": f"6{number}.50"}) for number in range(1, 6)),
    Record("score", {"entry": 3, "value": "12.3456", "rank": 1, "name": "Zoë"}),
]


def file_of(records: list[Record]) -> bytes:
    lines = list(chained(records))
    return "".join(written([line for line, _ in lines], lines[-1][1])).encode()


FILE = file_of(RECORDS)


def test_what_is_written_reads_as_it_was() -> None:
    found = parse(FILE)
    assert found.findings == []
    assert [record for _, record in found.records] == RECORDS
    assert len(found.head) == 64


def test_a_changed_digit_is_named_with_what_it_was() -> None:
    [finding] = parse(FILE.replace(b"63.50", b"68.50")).findings
    assert (finding.line, finding.place) == (5, "fact entry 3 event_id e3")
    assert finding.says.startswith("the digit 8 was 3: ")


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(FILE) - 1), st.integers(0, 255))
def test_any_changed_byte_is_named_by_its_line(at: int, byte: int) -> None:
    changed = FILE[:at] + bytes([byte]) + FILE[at + 1 :]
    named, line = {finding.line for finding in parse(changed).findings}, FILE[:at].count(b"\n") + 1
    if changed == FILE:
        assert named == set()
    elif b"\n" in (FILE[at : at + 1], bytes([byte])):  # two lines became one, or one became two
        assert line in named <= {line - 1, line, line + 1}
    else:
        assert named == {line}


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(FILE)), st.integers(0, 40))
def test_what_is_cut_out_is_noticed(at: int, length: int) -> None:
    changed = FILE[:at] + FILE[at + length :]
    assert (parse(changed).findings == []) == (changed == FILE)


def test_records_that_change_places_are_noticed() -> None:
    lines = FILE.split(b"\n")
    lines[3], lines[4] = lines[4], lines[3]
    assert parse(b"\n".join(lines)).findings
