"""Signs what a browser is given to prove who it is: a seat's ticket, a facilitator's cookie.

Knows nothing of what either allows.
"""

import hashlib
from typing import Final

from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer
from itsdangerous import Signer as Signature

from game.core.ids import PlayerId, SeatId, WorkshopId

COOKIE: Final = "simmerdown_desk"
COOKIE_LIFE: Final = 30 * 24 * 3600  # seconds


def hash_of(token: str) -> str:
    """What is kept of an unguessable token or pass: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Signer:
    """Makes and reads signed texts with one secret. A seat's ticket does not pass for a cookie, nor the other way round."""

    def __init__(self, secret: str | bytes) -> None:
        self._seats = URLSafeSerializer(secret, salt="seat")
        self._desks = URLSafeTimedSerializer(secret, salt="desk")
        self._keys = Signature(secret, salt="join key")

    def ticket(self, workshop: WorkshopId, seat: SeatId) -> str:
        """The ticket of this seat. It does not grow old; the seat itself may be gone."""
        return _text(self._seats.dumps([workshop, seat]))

    def seat_of(self, ticket: str) -> tuple[WorkshopId, SeatId] | None:
        """The seat that this ticket is for; None where it is not one of ours."""
        match _read(self._seats, ticket):
            case [str(workshop), str(seat)]:
                return WorkshopId(workshop), SeatId(seat)
        return None

    def player_of(self, key: str) -> PlayerId:
        """The player that a newcomer with this key becomes, the same each time; the key itself is kept nowhere."""
        return PlayerId(self._keys.get_signature(key).decode())

    def cookie(self, name: str, version: int) -> str:
        """The cookie of the facilitator with this name and this version of their password."""
        return _text(self._desks.dumps([name, version]))

    def facilitator_of(self, cookie: str) -> tuple[str, int] | None:
        """The name and version in this cookie; None where it is not ours or older than 30 days."""
        match _read(self._desks, cookie):
            case [str(name), int(version)]:
                return name, version
        return None


def _read(serializer: URLSafeSerializer | URLSafeTimedSerializer, signed: str) -> object:
    try:
        if isinstance(serializer, URLSafeTimedSerializer):
            return serializer.loads(signed, max_age=COOKIE_LIFE)
        return serializer.loads(signed)
    except BadData:
        return None


def _text(signed: str | bytes) -> str:
    return signed if isinstance(signed, str) else signed.decode()
