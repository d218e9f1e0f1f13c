"""Packets that no message can break."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from socketio import packet

from game.server.packets import LARGEST, GamePacket
from tests.server.fakes import case


def read(encoded: object) -> Any:
    return GamePacket(encoded_packet=encoded)


@given(st.text() | st.binary() | st.from_regex(r"[0-9][0-9\-/,a-z]*[\[{\"].*"))
def test_no_message_whatever_raises(encoded: object) -> None:
    came = read(encoded)
    if came.packet_type == packet.EVENT:
        assert encoded is None or came.data[0] in ("command", "garbled", "oversized")


def test_a_command_is_read_with_its_id() -> None:
    came = read('217["command",{"id":"1"}]')
    assert (came.packet_type, came.id, came.data) == (packet.EVENT, 17, ["command", {"id": "1"}])


@pytest.mark.parametrize(
    "encoded", ['23["connect"]', '23["disconnect"]', "23{}", "23[]", "23", '23["command"', "53-23[]", "63-3[]"]
)
def test_what_is_no_command_is_garbled(encoded: str) -> None:
    came = read(encoded)
    assert (came.packet_type, came.data, came.attachment_count) == (packet.EVENT, ["garbled"], 0)


def test_the_id_of_a_message_that_is_too_large_is_kept_for_the_answer() -> None:
    came = read('23["command","' + "x" * LARGEST + '"]')
    assert (came.id, came.data) == (3, ["oversized"])


def test_the_dataclasses_of_the_core_are_sent_as_they_are() -> None:
    sent = GamePacket(packet.EVENT, data=["document", {"body": case("t1", "é")}]).encode()
    assert sent.startswith('2["document",{"body":{"team":"t1"')
    assert '"case":"é"' in sent
