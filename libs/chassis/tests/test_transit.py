"""What services tell each other past the broker."""

import base64

import pytest

from amigok_chassis import transit
from amigok_chassis.sealing import derive, seal

KEY, OTHER = bytes(32), bytes([1] * 32)


def test_what_is_sealed_opens_only_with_its_key_and_at_its_place() -> None:
    sealed = transit.seal(KEY, "DE89 3704", bound="withdrawal 1")
    assert transit.unseal(KEY, sealed, bound="withdrawal 1") == "DE89 3704"
    for key, bound in ((OTHER, "withdrawal 1"), (KEY, "withdrawal 2")):
        with pytest.raises(ValueError, match="was not sealed"):
            transit.unseal(key, sealed, bound=bound)


def test_the_same_text_has_the_same_digest_with_one_key_and_for_one_purpose_only() -> None:
    assert transit.digest(KEY, "email", "a@b.test") == transit.digest(KEY, "email", "a@b.test")
    others = {transit.digest(OTHER, "email", "a@b.test"), transit.digest(KEY, "username", "a@b.test")}
    assert transit.digest(KEY, "email", "a@b.test") not in others


def test_each_purpose_has_a_key_of_its_own_that_tells_nothing_of_the_others() -> None:
    assert derive(KEY, "invoice links") == derive(KEY, "invoice links")
    keys = {derive(key, purpose) for key in (KEY, OTHER) for purpose in ("a", "b", "")}
    assert len(keys) == 6
    assert {len(key) for key in keys} == {32}
    assert not keys & {KEY, OTHER}


def test_what_is_sealed_for_one_purpose_does_not_open_for_another() -> None:
    sealed = base64.b64encode(seal(derive(KEY, "kyc person"), b"Vera", bound="withdrawal 1")).decode()
    with pytest.raises(ValueError, match="was not sealed"):
        transit.unseal(KEY, sealed, bound="withdrawal 1")
