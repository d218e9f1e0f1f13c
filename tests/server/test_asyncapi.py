"""The protocol reference."""

import asyncapi_check

from game.server import asyncapi, wire
from tests.server.conftest import House


async def test_the_reference_is_served(house: House) -> None:
    status, reference = await house.get("/asyncapi.json")
    assert status == 200
    assert (reference["asyncapi"], reference["info"]["version"]) == ("3.0.0", "1.2.3")


def test_every_command_and_document_is_in_it() -> None:
    reference = asyncapi.document("1")
    messages = set(reference["components"]["messages"])
    assert {f"command.{name}" for name in wire.BODIES} <= messages
    assert {f"document.{name}" for name in wire.DOCUMENTS} <= messages
    assert {f"receive.{name}" for name in wire.BODIES} <= set(reference["operations"])


def test_the_parser_of_asyncapi_has_no_complaints() -> None:
    assert asyncapi_check.complaints(asyncapi.document("1")) == ""
