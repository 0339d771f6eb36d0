"""READMEs show the state machines of the code."""

from pathlib import Path

import pytest

from amigok import machines_page
from amigok.errors import Failure
from amigok_chassis.machine import Machine, step
from amigok_chassis.service import Noun, Service

DOORS = Machine("doors", states=("shut",), steps={"shut": step(None, to="shut", by="anyone")})
HOUSE = Service("house", nouns=[Noun(machines=[DOORS])])
TABLE = "| step | from | to | by |\n| --- | --- | --- | --- |\n| shut | - | shut | anyone |"


def test_a_machine_is_written_between_its_markers_and_nowhere_else(tmp_path: Path) -> None:
    readme = tmp_path / "services/house/README.md"
    readme.parent.mkdir(parents=True)
    readme.write_text("# house\n\n<!-- machine: doors -->\nout of date\n<!-- /machine -->\n\nMore.\n")
    wanted = machines_page.files([HOUSE, Service("field")], tmp_path)
    assert wanted[readme] == f"# house\n\n<!-- machine: doors -->\n{TABLE}\n<!-- /machine -->\n\nMore.\n"
    assert f"## house: doors\n\n{TABLE}\n" in wanted[tmp_path / machines_page.PAGE]
    readme.write_text(wanted[readme])
    assert machines_page.files([HOUSE], tmp_path)[readme] == wanted[readme]


@pytest.mark.parametrize(
    "readme",
    [
        "",
        "<!-- machine: windows -->\n<!-- /machine -->",
        "<!-- machine: doors -->\n",
        "<!-- machine: doors -->\n<!-- /machine -->\n" * 2,
    ],
)
def test_markers_that_do_not_fit_the_machines_are_named(readme: str) -> None:
    with pytest.raises(Failure, match=r"services/house/README\.md .*doors"):
        machines_page.filled(readme, HOUSE)
