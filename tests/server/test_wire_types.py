"""The types of the pages are those of the server."""

import re
from pathlib import Path
from typing import get_args

import wire_types

from game.core.documents import Document
from game.server import wire


def test_the_generated_types_are_up_to_date() -> None:
    generated = wire_types.generate()
    assert wire_types.TARGET.read_text(encoding="utf-8") == generated, "run python scripts/wire_types.py"


def test_every_command_and_document_has_its_type(repository: Path) -> None:
    types = (repository / "web" / "src" / "wire.gen.ts").read_text(encoding="utf-8")
    exported = set(re.findall(r"^export (?:interface|type) (\w+)", types, re.MULTILINE))
    assert {document.__name__ for document in get_args(Document)} <= exported
    assert {model.__name__ for model in wire.BODIES.values()} <= exported
    assert {"Commands", "PlayerCommands", "DeskCommands", "Documents", "Criterion", "ScenePhase", "CustomerMark"} <= exported
