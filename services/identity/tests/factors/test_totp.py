from base64 import b32decode
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from amigok_chassis.ids import new_id
from identity.authenticators import totp

# RFC 6238, appendix B: the last six digits of the codes for SHA-1
RFC = [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (20000000000, "353130")]


@pytest.mark.parametrize(("seconds", "code"), RFC)
def test_codes_are_those_of_the_standard(seconds, code):
    secret, now = b"12345678901234567890", datetime.fromtimestamp(seconds, UTC)
    assert totp.code(secret, totp.step_at(now)) == code
    assert totp.step_of(secret, code, now=now, after=0) == seconds // 30


def test_a_clock_may_be_wrong_by_one_step_and_no_more():
    secret, now = totp.fresh(), datetime(2030, 1, 1, tzinfo=UTC)
    step = totp.step_at(now)
    near = [totp.step_of(secret, totp.code(secret, step + off), now=now, after=0) for off in range(-2, 3)]
    assert near == [None, step - 1, step, step + 1, None]
    assert totp.step_of(secret, totp.code(secret, step), now=now, after=step) is None


def test_a_sealed_secret_opens_for_its_user_with_its_key_only():
    user, key, secret = new_id(), b"k" * 32, totp.fresh()
    sealed = totp.seal(secret, user_id=user, key=key)
    assert secret not in sealed
    assert totp.opened(sealed, user_id=user, key=key) == secret
    for other in ({"user_id": new_id(), "key": key}, {"user_id": user, "key": b"l" * 32}):
        with pytest.raises(ValueError, match="not sealed"):
            totp.opened(sealed, **other)


def test_apps_can_read_the_uri():
    secret = totp.fresh()
    uri = urlsplit(totp.uri(secret, account="ada+x@amigok.test"))
    asked = parse_qs(uri.query)
    assert (uri.scheme, uri.netloc, uri.path) == ("otpauth", "totp", "/Amigok:ada%2Bx%40amigok.test")
    assert b32decode(asked["secret"][0]) == secret
    assert (asked["issuer"], asked["digits"], asked["period"]) == (["Amigok"], ["6"], ["30"])
    assert ElementTree.fromstring(totp.qr_code(uri.geturl())).tag.endswith("svg")
