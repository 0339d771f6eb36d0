"""Links that carry their own right."""

from datetime import timedelta

import pytest

from stream import links
from stream.main import service

KEY, OTHER = b"k" * 32, b"o" * 32


def test_a_link_tells_what_it_was_given_for() -> None:
    token = links.make(KEY, "playback", {"camera": "c1"}, expires_at=links.lasts(timedelta(minutes=1)))
    assert links.read(KEY, "playback", token)["camera"] == "c1"


@pytest.mark.parametrize(("key", "purpose"), [(OTHER, "playback"), (KEY, "uploads")])
def test_a_link_is_good_for_one_key_and_one_purpose(key: bytes, purpose: str) -> None:
    token = links.make(KEY, "playback", {}, expires_at=links.lasts(timedelta(minutes=1)))
    with pytest.raises(links.LinkInvalid):
        links.read(key, purpose, token)


def test_a_link_ends() -> None:
    token = links.make(KEY, "playback", {}, expires_at=links.lasts(timedelta()))
    with pytest.raises(links.LinkExpired):
        links.read(KEY, "playback", token)


@pytest.mark.parametrize("odd", ["", ".", "x", "a.b", "é.ü", "\udce9.\udce9", "=.=", "e30." + "A" * 22, "." * 9])
def test_what_is_no_link_is_refused(odd: str) -> None:
    with pytest.raises(links.LinkInvalid):
        links.read(KEY, "playback", odd)


def test_a_changed_link_is_refused() -> None:
    token = links.make(KEY, "playback", {"camera": "c1"}, expires_at=links.lasts(timedelta(minutes=1)))
    for at in range(len(token)):
        changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        if changed != token and at != len(token) - 1:  # the last letter has bits that mean nothing
            with pytest.raises(links.LinkInvalid):
                links.read(KEY, "playback", changed)


def test_no_link_is_a_part_of_a_path() -> None:
    """The logs of the gateway tell paths, and no queries."""
    paths = {route.path for router in service.doors for route in router.routes}
    assert "/api/v1/streams/recordings/file.mp4" in paths
    assert not {path for path in paths for word in ("token", "link", "key", "secret") if f"{{{word}" in path}
