"""Packets that take the core's dataclasses as they are, and that a garbled message cannot break.

Knows nothing of what is in a message, beyond that it has to be one `command`.
"""

from typing import Any, Final

import orjson
from socketio import packet

LARGEST: Final = 64 * 1024  # characters of one message
LARGEST_FRAME: Final = 256 * 1024  # bytes of one frame; beyond this the connection is closed
COMMAND: Final = "command"
GARBLED: Final = "garbled"
OVERSIZED: Final = "oversized"


class TooLarge(ValueError):
    """A message of more than `LARGEST` characters."""


class _Json:
    """What the packets of python-socketio expect of a JSON module."""

    @staticmethod
    def dumps(value: object, **_: object) -> str:
        return orjson.dumps(value).decode()

    @staticmethod
    def loads(text: str) -> Any:
        if len(text) > LARGEST:
            raise TooLarge
        return orjson.loads(text)


class GamePacket(packet.Packet):  # type: ignore[misc]  # python-socketio publishes no types
    """A packet without binary parts. Whatever is no command becomes an event that can be answered."""

    uses_binary_events = False
    json = _Json
    data: Any

    def __init__(self, *given: Any, encoded_packet: object = None, **named: Any) -> None:
        super().__init__(*given, encoded_packet=encoded_packet, **named)
        if encoded_packet in ("", b""):
            self._become(GARBLED)

    def decode(self, encoded_packet: object) -> int:
        """Takes a packet apart. Never raises; never asks for binary attachments."""
        if not isinstance(encoded_packet, str):
            self._become(GARBLED)
            return 0
        try:
            super().decode(encoded_packet)
        except TooLarge:
            self._become(OVERSIZED)
        except ValueError:
            self._become(GARBLED)
        if not self._is_ours():
            self._become(GARBLED)
        return 0

    def _is_ours(self) -> bool:
        match self.packet_type:
            case packet.EVENT:
                # Only this one: the server's own events (connect, disconnect) would be carried out by their names.
                return isinstance(self.data, list) and self.data[:1] in ([COMMAND], [GARBLED], [OVERSIZED])
            case packet.CONNECT | packet.DISCONNECT:
                return True
            case packet.ACK:
                return isinstance(self.data, list)
            case _:
                return False

    def _become(self, event: str) -> None:
        self.packet_type = packet.EVENT
        self.data = [event]
