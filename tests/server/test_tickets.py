"""Signed tickets and cookies."""

from hypothesis import given
from hypothesis import strategies as st

from game.core.ids import SeatId, WorkshopId
from game.server.tickets import Signer

SIGNER = Signer("secret")
TICKET = SIGNER.ticket(WorkshopId("w1"), SeatId("s1"))
COOKIE = SIGNER.cookie("Fay", 3)


def test_what_was_signed_is_read_back() -> None:
    assert SIGNER.seat_of(TICKET) == ("w1", "s1")
    assert SIGNER.facilitator_of(COOKIE) == ("Fay", 3)


def test_another_secret_reads_nothing() -> None:
    other = Signer(b"another secret")
    assert other.seat_of(TICKET) is None
    assert other.facilitator_of(COOKIE) is None


def test_a_ticket_is_no_cookie_and_a_cookie_no_ticket() -> None:
    assert SIGNER.facilitator_of(TICKET) is None
    assert SIGNER.seat_of(COOKIE) is None


@given(st.integers(0, len(TICKET) - 1), st.sampled_from("abcXYZ019-_."))
def test_a_ticket_with_one_other_character_is_not_ours(place: int, char: str) -> None:
    changed = TICKET[:place] + char + TICKET[place + 1 :]
    # The last character of a base64 text holds bits that decode to nothing.
    if changed != TICKET and place < len(TICKET) - 1:
        assert SIGNER.seat_of(changed) is None


@given(st.text(max_size=80))
def test_no_text_at_all_is_a_ticket(text: str) -> None:
    assert SIGNER.seat_of(text) is None
    assert SIGNER.facilitator_of(text) is None
