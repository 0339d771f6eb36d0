"""Playlists as text: numbers that only grow, and links that nginx can check."""

import re
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import md5
from itertools import pairwise
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from stream.playback import playlists, rendering
from stream.playback.live import LiveSession
from stream.playback.playlists import Entry
from stream.playback.rendering import _Shown
from stream.playback.segments import Segment, parsed

SECRET = "what-nginx-knows"


def shown(before: _Shown, session: LiveSession | None, segments: list[int]) -> _Shown:
    listed: list[Entry] = []
    if session is not None:
        began = session.started_at.timestamp()
        listed = playlists.live(session.id, began, [Segment(n, 2.0) for n in segments], rendition="source")
    return rendering._next(before, session, listed, SECRET)


def sequence(text: str, tag: str = "MEDIA-SEQUENCE") -> int:
    found = re.search(rf"^#EXT-X-{tag}:(\d+)$", text, re.MULTILINE)
    assert found
    return int(found[1])


def last(text: str) -> int:
    """The number of the last segment of a list."""
    return sequence(text) + text.count("#EXTINF") - 1


def began(seconds: float) -> LiveSession:
    return LiveSession(new_id(), clock.now() - timedelta(seconds=seconds))


def test_a_list_of_the_media_server_is_read() -> None:
    text = "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:1\n#EXTINF:2.000,\n1.ts\n#EXTINF:3.100,\n2.ts\n"
    assert parsed(text) == (Segment(1, 2.0), Segment(2, 3.1))


def test_a_link_is_what_nginx_computes() -> None:
    path = "/media/source/x/1.ts"
    link = playlists.signer(SECRET, 1_000_007.0)(path)
    digest = urlsafe_b64encode(md5(f"1000035{path} {SECRET}".encode()).digest()).rstrip(b"=").decode()
    assert link == f"{path}?s={digest}&e=1000035"


def test_all_viewers_of_a_window_have_the_same_link_and_it_is_good_for_a_while() -> None:
    links = {playlists.signer(SECRET, now)("/x") for now in (1_000_005, 1_000_010.5, 1_000_019.9)}
    assert len(links) == 1
    for now in range(1_000_000, 1_000_060):
        expires = int(playlists.signer(SECRET, now)("/x").rpartition("=")[2])
        assert 15 < expires - now <= 30


def test_numbers_grow_from_slate_to_stream_and_back_and_on() -> None:
    """Also when a session ends at once, and the next one begins at once."""
    offline = shown(_Shown(), None, [])
    first = began(1)
    connecting = shown(offline, first, [])
    live = shown(connecting, first, [0])
    later = shown(live, first, [0, 1])
    gone = shown(later, None, [])
    second = began(0)
    again = shown(gone, second, [])
    back = shown(again, second, [0, 1, 2, 3, 4, 5, 6])
    texts = [each.text for each in (offline, connecting, live, later, gone, again, back)]
    for one, next_one in pairwise(texts):
        assert sequence(next_one) >= sequence(one)
        assert last(next_one) >= last(one)
    for one, next_one in ((connecting, live), (later, gone), (again, back)):
        assert sequence(next_one.text) > last(one.text), "what was shown keeps its number"
        assert sequence(next_one.text, "DISCONTINUITY-SEQUENCE") > sequence(one.text, "DISCONTINUITY-SEQUENCE")


def test_a_segment_keeps_its_number_while_the_list_moves_on() -> None:
    session = began(60)
    one = shown(_Shown(), session, [10, 11, 12])
    two = shown(one, session, [11, 12, 13])
    assert sequence(two.text) == sequence(one.text) + 1
    assert "DISCONTINUITY\n" not in two.text
    assert [sequence(each.text, "DISCONTINUITY-SEQUENCE") for each in (one, two)] == [
        playlists.first_number(session.started_at.timestamp())
    ] * 2


def test_the_first_segment_of_a_session_does_not_go_on_from_what_was_before() -> None:
    session = began(60)
    one, two = shown(_Shown(), session, [0, 1]), shown(_Shown(), session, [1, 2])
    assert one.text.count("DISCONTINUITY\n") == 1
    assert sequence(one.text, "DISCONTINUITY-SEQUENCE") + 1 == sequence(two.text, "DISCONTINUITY-SEQUENCE")


def test_a_session_that_is_far_behind_is_shown_again_after_a_slate() -> None:
    """Segments may be longer than two seconds, so that its numbers fall behind."""
    session = began(3600)
    live = shown(_Shown(), session, [100, 101])
    slate = shown(live, session, [])
    back = shown(slate, session, [102, 103])
    assert str(session.id) in back.text
    assert str(session.id) in shown(back, session, [103, 104]).text


def test_a_slate_moves_on_with_the_time() -> None:
    numbers = [entry.number for entry in playlists.slates(1000.0, above=0)]
    assert numbers == [498, 499, 500]
    assert [entry.number for entry in playlists.slates(1002.0, above=0)] == [499, 500, 501]


@pytest.mark.parametrize("seconds", [2.0, 2.001, 9.9])
def test_no_segment_is_longer_than_the_list_says(seconds: float) -> None:
    entries = playlists.live(UUID(int=1), 0.0, [Segment(3, seconds)], rendition="low")
    text = playlists.text(entries, discontinuity=1, signed=str)
    assert sequence(text, "TARGETDURATION") >= seconds


def test_a_master_list_names_what_there_is() -> None:
    text = playlists.master(["source", "low"], token="t.d")
    assert re.findall(r"/play/(\w+)\.m3u8\?link=t\.d", text) == ["source", "low"]


@pytest.mark.parametrize("ago", [0.0, 10.0, 3600.0])
def test_discontinuities_are_counted_from_the_link_so_that_players_have_small_numbers(ago: float) -> None:
    """hls.js appends one segment and stalls where they are hundreds of millions."""
    session, since = began(ago), clock.now().timestamp()
    lists = [shown(_Shown(), session, [0, 1]), shown(_Shown(), session, [1, 2])]
    offline = shown(lists[-1], None, [])
    counted = [
        sequence(playlists.counted_from(since, each.text), "DISCONTINUITY-SEQUENCE") for each in (*lists, offline)
    ]
    assert counted == sorted(counted)
    assert counted[-1] < 100
    assert sequence(playlists.counted_from(since, offline.text)) == sequence(offline.text)


def test_a_session_that_began_before_the_link_and_one_after_are_told_apart() -> None:
    since = clock.now().timestamp()
    before = playlists.counted_from(since, shown(_Shown(), began(3600), [1799, 1800]).text)
    after = playlists.counted_from(since, shown(_Shown(), began(-4), [1, 2]).text)
    assert sequence(before, "DISCONTINUITY-SEQUENCE") < sequence(after, "DISCONTINUITY-SEQUENCE")
