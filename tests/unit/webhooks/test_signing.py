"""Signatures are those of the Standard Webhooks specification."""

from __future__ import annotations

import base64
import re

from platemark.webhooks.signing import new_secret, signature

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID, TIMESTAMP = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330
BODY = b'{"test": 2432232314}'
SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_signature_is_that_of_the_specifications_example() -> None:
    assert signature([SECRET], ID, TIMESTAMP, BODY) == SIGNED


def test_each_secret_signs() -> None:
    other = new_secret()
    both = signature([other, SECRET], ID, TIMESTAMP, BODY)
    assert both == f"{signature([other], ID, TIMESTAMP, BODY)} {SIGNED}"
    assert signature([other], ID, TIMESTAMP, BODY) != SIGNED


def test_what_is_signed_is_all_of_id_time_and_body() -> None:
    different = [(f"{ID}x", TIMESTAMP, BODY), (ID, TIMESTAMP + 1, BODY), (ID, TIMESTAMP, BODY + b" ")]
    assert SIGNED not in [signature([SECRET], *signed) for signed in different]


def test_secrets_are_random_and_long() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {len(base64.b64decode(it.removeprefix("whsec_"))) for it in secrets} == {32}
    assert all(re.fullmatch(r"whsec_[A-Za-z0-9+/]{43}=", it) for it in secrets)
