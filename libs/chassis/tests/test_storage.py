"""Objects in a real folder, and what a file is."""

from pathlib import Path
from shutil import disk_usage

import pytest

from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings
from amigok_chassis.storage import Storage
from amigok_chassis.uploads import PHOTOS, UnsupportedFile, media_type

SECRET = b"k" * 32
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(20)
JPEG = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0" + bytes(20)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return Storage((tmp_path / "all objects").as_uri())


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_an_object_is_read_back_as_it_was_put_and_is_gone_when_deleted(storage: Storage, tmp_path: Path) -> None:
    await storage.put("papers/1", b"first")
    await storage.put("papers/1", b"second")
    assert await storage.get("papers/1") == b"second"
    for _ in range(2):
        await storage.delete("papers/1")
    assert files(tmp_path) == {}
    with pytest.raises(NotFound):
        await storage.get("papers/1")


async def test_a_file_is_stored_as_it_is_and_read_from_any_byte_on(storage: Storage, tmp_path: Path) -> None:
    content = bytes(range(256)) * 4_000
    (tmp_path / "video").write_bytes(content)
    await storage.put_file("videos/1", tmp_path / "video")
    for start, end in ((0, len(content)), (5, 700_000), (len(content) - 1, len(content))):
        chunks = [chunk async for chunk in await storage.chunks("videos/1", start, end)]
        assert b"".join(chunks) == content[start:end]
    assert await storage.get("videos/1") == content
    with pytest.raises(NotFound):
        await storage.chunks("videos/2", 0, 1)


def test_a_folder_says_how_much_its_disk_has_left_and_a_bucket_has_no_end(storage: Storage, tmp_path: Path) -> None:
    usage = disk_usage(tmp_path)
    assert storage.disk() == (pytest.approx(usage.free, rel=0.2), usage.total)
    assert Storage("s3://bucket/prefix").disk() is None


async def test_a_folder_of_objects_is_for_its_owner_only(storage: Storage, tmp_path: Path) -> None:
    await storage.put("papers/1", b"first")
    assert (tmp_path / "all objects").stat().st_mode & 0o777 == 0o700


async def test_a_sealed_object_cannot_be_read_nor_changed_nor_moved(storage: Storage, tmp_path: Path) -> None:
    await storage.put("papers/1", b"who I am", secret=SECRET)
    (file,) = files(tmp_path)
    assert b"who I am" not in file.read_bytes()
    assert await storage.get("papers/1", secret=SECRET) == b"who I am"
    with pytest.raises(ValueError, match="was not sealed"):
        await storage.get("papers/1", secret=b"x" * 32)
    file.with_name("2").write_bytes(file.read_bytes())
    with pytest.raises(ValueError, match="was not sealed"):
        await storage.get("papers/2", secret=SECRET)
    *kept, last = file.read_bytes()
    file.write_bytes(bytes([*kept, last ^ 1]))
    with pytest.raises(ValueError, match="was not sealed"):
        await storage.get("papers/1", secret=SECRET)


async def test_the_same_object_is_sealed_differently_each_time(storage: Storage, tmp_path: Path) -> None:
    await storage.put("1", b"who I am", secret=SECRET)
    await storage.put("2", b"who I am", secret=SECRET)
    assert len(set(files(tmp_path).values())) == 2


async def test_a_place_out_of_order_is_an_outage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    storage = Storage((tmp_path / "file" / "below").as_uri())
    for work in (storage.put("1", b""), storage.get("1"), storage.delete("1")):
        with pytest.raises(Unavailable):
            await work


async def test_a_service_that_keeps_objects_does_not_start_without_a_place_and_opens_it_late(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="AMIGOK_STORAGE_URL"):
        Runtime(Service("keeper", storage=True), Settings())
    place = tmp_path / "objects"
    runtime = Runtime(Service("keeper", storage=True), Settings(storage_url=place.as_uri()))
    assert not place.exists()
    await runtime.context.storage.put("1", b"")
    assert place.exists()
    with pytest.raises(LookupError):
        _ = Runtime(Service("portal"), Settings()).context.storage


def test_a_bucket_is_a_place_as_well() -> None:
    assert "bucket" in repr(Storage("s3://bucket/prefix")._store)


@pytest.mark.parametrize(
    ("data", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf")], ids=["png", "jpeg", "pdf"]
)
def test_the_content_tells_what_a_file_is(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"text",
        b"GIF89a" + bytes(20),
        b"<svg xmlns=",
        b"<html>" + PDF,
        b"MZ" + PNG,
        b"PK\x03\x04" + JPEG,
        b"\n" + PNG,
        b"words\n%%EOF",
        b"words" + JPEG[-2:],
    ],
)
def test_what_only_ends_or_contains_like_a_document_is_none(data: bytes) -> None:
    with pytest.raises(UnsupportedFile):
        media_type(data)


def test_a_document_is_no_photo() -> None:
    assert media_type(PNG, PHOTOS) == "image/png"
    with pytest.raises(UnsupportedFile):
        media_type(PDF, PHOTOS)
