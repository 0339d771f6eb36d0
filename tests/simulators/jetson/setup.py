"""What somebody on the farm has set up: which cameras the device has, and which cards are in view of each."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from tests.simulators.jetson import storing


class View(BaseModel):
    """A camera by its id at the service, and the cards that it reads again and again."""

    model_config = ConfigDict(extra="forbid")

    camera_id: str
    cards: list[str] = []
    publish: bool = True


class Setup:
    """Kept in the device's folder, so that it goes on after a restart."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "setup.json"
        self.views = [View.model_validate(each) for each in storing.read(self._file) or ()]

    def change(self, views: list[View]) -> None:
        self.views = views
        storing.write(self._file, [each.model_dump() for each in views])
