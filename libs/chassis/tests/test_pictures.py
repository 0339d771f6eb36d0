"""What is left of a picture when all that it tells beside itself is taken out."""

import struct
from zlib import compress, crc32

import pytest

from amigok_chassis import pictures
from amigok_chassis.pictures import BrokenPicture, TooManyPixels, without_metadata

SCAN = b"\x12\xff\x00\x34\xff\xd0\x56"
"""A byte that looks like a marker, and a marker that belongs to the scan."""

PLACE = b"GPS 38.46 27.21"


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def exif(order, *tags):
    """Exif with these tags (number, type, value) and a place."""
    head = struct.pack(f"{order}2sHIH", {"<": b"II", ">": b"MM"}[order], 42, 8, len(tags))
    rows = [struct.pack(f"{order}HHIHH", number, kind, 1, value, 0) for number, kind, value in tags]
    return segment(0xE1, b"Exif\x00\x00" + head + b"".join(rows) + bytes(4) + PLACE)


def jpeg(*told, after=b"", size=(1, 1)):
    """A progressive picture of two scans, with these segments."""
    frame = segment(0xC2, struct.pack(">BHHB3B", 8, *size, 1, 1, 0x11, 0))
    scan = segment(0xC4, bytes(17)) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + SCAN
    return b"\xff\xd8" + b"".join(told) + segment(0xDB, bytes(65)) + frame + scan + scan + b"\xff\xd9" + after


def chunk(kind, content=b""):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))


def png(*told, after=b"", size=(1, 1)):
    """A grey point, with these chunks."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", compress(bytes(2)))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(told) + data + chunk(b"IEND") + after


def test_a_picture_that_tells_nothing_else_stays_as_it_is():
    colours = [segment(0xE0, b"JFIF\x00" + bytes(9)), segment(0xE2, b"ICC_PROFILE\x00x"), segment(0xEE, b"Adobe\x00d")]
    assert without_metadata(jpeg(*colours)) == jpeg(*colours)
    needed = [chunk(b"gAMA", bytes(4)), chunk(b"tRNS", bytes(2)), chunk(b"pHYs", bytes(9))]
    assert without_metadata(png(*needed)) == png(*needed)


@pytest.mark.parametrize(
    "told",
    [
        exif("<"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + PLACE),
        segment(0xE2, b"MPF\x00" + PLACE),
        segment(0xE0, b"JFXX\x00" + PLACE),
        segment(0xED, b"Photoshop 3.0\x00" + PLACE),
        segment(0xFE, PLACE),
    ],
    ids=["exif", "xmp", "other pictures", "thumbnail", "iptc", "comment"],
)
def test_a_jpeg_does_not_tell_where_it_was_taken(told):
    assert without_metadata(jpeg(told)) == jpeg()


@pytest.mark.parametrize("kind", [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"fdAT"])
def test_a_png_does_not_tell_where_it_was_taken(kind):
    assert without_metadata(png(chunk(kind, PLACE))) == png()


def test_what_follows_the_end_of_a_picture_is_cut_off():
    assert without_metadata(jpeg(after=jpeg(exif("<")) + b"film")) == jpeg()
    assert without_metadata(png(after=chunk(b"tEXt", PLACE))) == png()


@pytest.mark.parametrize("order", "<>")
def test_which_side_is_up_stays_known(order):
    left = without_metadata(jpeg(exif(order, (0x010F, 2, 7), (0x0112, 3, 6), (0x8825, 4, 9))))
    assert left == jpeg(
        segment(
            0xE1,
            b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01"
            b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00",
        )
    )
    assert without_metadata(left) == left


@pytest.mark.parametrize(
    "told",
    [
        exif("<", (0x0112, 3, 1)),
        exif("<", (0x0112, 3, 900)),
        exif("<", (0x0112, 4, 6)),
        segment(0xE1, b"Exif\x00\x00II\x2a\x00\xff\xff\xff\xff"),
        segment(0xE1, b"Exif\x00\x00II"),
        segment(0xE1, b"Exif\x00\x00??\x2a\x00"),
    ],
    ids=["upright", "no way to turn", "another type", "beyond the end", "cut off", "no byte order"],
)
def test_of_exif_that_turns_nothing_nothing_stays(told):
    assert without_metadata(jpeg(told)) == jpeg()


def test_a_picture_that_is_cut_off_anywhere_is_broken():
    for picture in (jpeg(exif("<", (0x0112, 3, 6))), png(chunk(b"tEXt", PLACE))):
        for length in range(8, len(picture)):
            with pytest.raises(BrokenPicture):
                without_metadata(picture[:length])


@pytest.mark.parametrize(
    "picture",
    [
        png()[:-17] + b"\x00" + png()[-16:],
        b"\x89PNG\r\n\x1a\n" + HEADER + chunk(b"IEND"),
        b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt") + HEADER,
        png(HEADER),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + segment(0xDA, bytes(6)) + SCAN + b"\xff\xd9",
        b"\xff\xd8\xff\xe1\x00\x00\xff\xd9",
    ],
    ids=["checksum", "png without data", "chunk before header", "two headers", "empty jpeg", "no frame", "no length"],
)
def test_what_only_looks_like_a_picture_is_broken(picture):
    with pytest.raises(BrokenPicture):
        without_metadata(picture)


@pytest.mark.parametrize("draw", [jpeg, png])
def test_a_picture_of_more_pixels_than_viewers_can_decode_is_refused(draw):
    """A file of a few bytes says that it has billions: who opens it runs out of memory."""
    assert without_metadata(draw(size=(8000, 8000)))
    for size in ((8000, 8001), (65535, 65535), (0, 1), (1, 0)):
        with pytest.raises(TooManyPixels):
            without_metadata(draw(size=size))


def test_a_second_frame_does_not_hide_how_large_a_picture_is():
    small = segment(0xC0, struct.pack(">BHHB3B", 8, 1, 1, 1, 1, 0x11, 0))
    with pytest.raises(BrokenPicture):
        without_metadata(jpeg(small, size=(65535, 65535)))


def test_a_colour_profile_that_unpacks_to_more_than_any_is_left_out():
    def profile(size):
        return chunk(b"iCCP", b"p\x00\x00" + compress(bytes(size)))

    assert without_metadata(png(profile(500_000))) == png(profile(500_000))
    assert without_metadata(png(profile(pictures.LARGEST_PROFILE + 1))) == png()
    assert without_metadata(png(chunk(b"iCCP", b"p\x00\x00no profile"))) == png()


@pytest.mark.parametrize("picture", [jpeg(*[segment(0xFE, b"")] * 20_001), png(*[chunk(b"tEXt")] * 20_001)])
def test_a_picture_of_more_parts_than_any_program_writes_is_broken(picture):
    with pytest.raises(BrokenPicture):
        without_metadata(picture)


def test_of_several_directions_the_first_holds():
    turns = [exif("<", (0x0112, 3, turn)) for turn in (6, 8)]
    assert without_metadata(jpeg(*turns)) == without_metadata(jpeg(turns[0]))


def test_fill_bytes_before_a_marker_are_no_part_of_the_picture():
    picture = jpeg()
    assert without_metadata(picture[:2] + b"\xff" * 100 + picture[2:]) == picture
