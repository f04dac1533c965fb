"""When a webhook is tried again, and what signs it."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.signatures import signature, standard_headers
from domain.webhooks import LONGEST, busy_wait, delivery_id_of, next_wait, webhook_secret

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def whole_schedule() -> list[timedelta]:
    waits: list[timedelta] = []
    while (wait := next_wait(len(waits) + 1, sum(waits, timedelta()))) is not None:
        waits.append(wait)
    return waits


def test_a_receiver_is_tried_ever_more_rarely_for_three_days_to_the_second() -> None:
    waits = whole_schedule()

    assert [wait.total_seconds() for wait in waits[:9]] == [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800]
    assert waits[9:13] == [timedelta(hours=12)] * 4
    assert sum(waits, timedelta()) == LONGEST == timedelta(hours=72)
    assert len(waits) == 14


@pytest.mark.parametrize(
    ("tries", "tried_for", "asked", "wait"),
    [
        (1, 0, None, 5),
        (1, 0, 3, 5),
        (1, 0, 3600, 3600),
        (1, 0, 10**6, 43_200),
        (3, 259_100, 3600, 100),
    ],
)
def test_a_receiver_may_ask_for_longer_within_bounds(tries: int, tried_for: int, asked: int | None, wait: int) -> None:
    retry_after = timedelta(seconds=asked) if asked is not None else None

    assert next_wait(tries, timedelta(seconds=tried_for), retry_after) == timedelta(seconds=wait)


@pytest.mark.parametrize("hours", [72, 100])
def test_after_three_days_nothing_is_tried_again(hours: int) -> None:
    assert next_wait(1, timedelta(hours=hours), timedelta(hours=1)) is None


@pytest.mark.parametrize(
    ("times", "chance", "seconds"),
    [(1, 0.0, 2.5), (1, 1.0, 5), (2, 1.0, 10), (6, 1.0, 160), (7, 1.0, 300), (7, 0.0, 150), (10**9, 1.0, 300)],
)
def test_a_line_without_a_place_looks_ever_more_rarely(times: int, chance: float, seconds: float) -> None:
    assert busy_wait(times, chance) == timedelta(seconds=seconds)


def test_the_id_of_a_delivery_follows_from_endpoint_and_event() -> None:
    assert delivery_id_of("whe_a", "evt_1") == delivery_id_of("whe_a", "evt_1")
    assert (
        len({delivery_id_of(endpoint, event) for endpoint in ("whe_a", "whe_b") for event in ("evt_1", "evt_2")}) == 4
    )


def test_each_endpoint_and_each_version_has_a_secret_of_its_own() -> None:
    made = {webhook_secret(master, endpoint, n) for master in (b"a", b"b") for endpoint in ("x", "y") for n in (1, 2)}

    assert len(made) == 8
    assert all(secret.startswith("whsec_") and len(secret) == 50 for secret in made)


def test_signatures_are_those_of_other_implementations() -> None:
    """The vector of the Standard Webhooks specification, and one worked out with OpenSSL."""
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    signed_at = datetime.fromtimestamp(1614265330, UTC)

    headers = standard_headers([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", body, signed_at)

    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert signature(["a secret"], b"{}", datetime.fromtimestamp(1, UTC)) == f"t=1,v1={OPENSSL}"


def test_what_is_no_secret_of_standard_webhooks_signs_nothing() -> None:
    with pytest.raises(ValueError, match="whsec_"):
        standard_headers(["a secret"], "id", b"", NOW)


OPENSSL = "24ef17698b84b4edea60c6cc9accd86b3cf3f3b23bbc30f4fb1c3f3ca863f4bb"
"""`printf '1.{}' | openssl dgst -sha256 -hmac 'a secret'`"""
