# ruff: noqa: RUF001
"""What people write: kept composed, shown as it is, refused where nobody could see what stands there."""

import pytest
from pydantic import TypeAdapter, ValidationError

from amigok_chassis.text import Line, Name, Prose, clean, comparable

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "text",
    [
        "Göynük Çiftliği",
        "山田農場",
        "ฟาร์มแกะ",
        "मेरी भेड़",
        "ჩემი ფერმა",
        "مزرعة الأغنام",
        "חוות הכבשים",
        "Ферма №7",
        "می\u200cخواهم",
        "അവന\u0d4d\u200d",
        "ক\u09cd\u200dষ",
        "葛\U000e0100城",
        "🐑 Dolly",
        FAMILY,
        SCOTLAND,
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "👩🏽\u200d🌾",
        "🏴\u200d☠\ufe0f",
        "\U0001fae8",
        "O'Brien & Søn, 3½",
        "a\u00a0b",
        "ثمن \u0600٣",
    ],
)
def test_what_people_write_in_any_script_is_kept(text):
    assert clean(text) == text
    assert clean(text, several_lines=True) == text


@pytest.mark.parametrize(
    "text",
    [
        "a\u200bb",
        "a\u200db",
        "a\u200cb",
        "\u202eabc",
        "a\u2066b\u2069",
        "a\u200eb",
        "a\u200fb",
        "\u061cab",
        "a\ufeffb",
        "a\u00adb",
        "a\u2060b",
        "a\x00b",
        "a\x1bb",
        "a\x7fb",
        "a\x9bb",
        "a\ufe0fb",
        "\u3164",
        "a\u115fb",
        "\u2800",
        "a\u034fb",
        "a\ue000b",
        "a\ufdd0b",
        "a\U000e0041b",
        "🐑\U000e0067\U000e007f",
        "\u0301",
        "\u200d",
        "a\ud83d",
        "a\u2028b",
        "a" + "\u0301" * 31,
    ],
)
def test_what_nobody_can_see_is_refused(text):
    with pytest.raises(ValueError, match=r"seen|marks"):
        clean(text)


def test_a_line_is_kept_composed_and_without_spaces_at_its_ends():
    assert clean(" \u00a0Go\u0308ynu\u0308k Farm\u2003") == "Göynük Farm"
    assert TypeAdapter(Line).validate_python("   ") == ""
    for text in ("one\ntwo", "one\ttwo", "one\r\ntwo"):
        with pytest.raises(ValidationError):
            TypeAdapter(Line).validate_python(text)


def test_prose_has_lines_that_end_alike_everywhere():
    assert TypeAdapter(Prose).validate_python("one\r\ntwo\rthree\u2028\tfour\n") == "one\ntwo\nthree\n\tfour"
    with pytest.raises(ValidationError):
        TypeAdapter(Prose).validate_python("one\n\u202etwo")


def test_a_name_has_a_letter():
    assert TypeAdapter(Name).validate_python(" 李 ") == "李"
    for text in ("", "  ", "42", "-", "🐑"):
        with pytest.raises(ValidationError):
            TypeAdapter(Name).validate_python(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Göynük Farm", "Go\u0308ynu\u0308k Farm"),
        ("Göynük Farm", "GÖYNÜK\u00a0 FARM "),
        ("İzmir", "izmir"),
        ("IZMIR", "İZMİR"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("Straße", "STRASSE"),
        ("ＡＢＣ", "abc"),
        ("می\u200cخواهم", "میخواهم"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_what_reads_the_same_compares_the_same(one, other):
    assert comparable(one) == comparable(other)


def test_what_reads_differently_does_not():
    assert len({comparable(text) for text in ("Göynük", "Goynuk", "Göynük 2", "Göy nük")}) == 4


def test_what_is_far_too_long_is_not_even_looked_at():
    with pytest.raises(ValueError, match="at most 8192"):
        clean("ü" * 8_193)
