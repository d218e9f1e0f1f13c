"""Writes the TypeScript types of everything on the wire. Knows nothing of the pages that use them.

python scripts/wire_types.py            writes web/src/wire.gen.ts
python scripts/wire_types.py --print    prints it
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import web_build

from game.server import wire, wire_schema

# What the generator adds to every comment, alone or below ours.
NOISE: Final = re.compile(r"( \*\n)? \* This interface was referenced by .*\n \* via the `definition` .*\n")

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "web" / "src" / "wire.gen.ts"
BANNER: Final = "// Generated from game/server/wire.py by scripts/wire_types.py. Do not edit.\n\n"


def schema() -> dict[str, Any]:
    """One root object whose members are the maps from names to types."""
    maps = {
        "Commands": _members("The body of each command, by the command's name.", wire.BODIES),
        "PlayerCommands": _members("The commands of a seat.", {name: wire.BODIES[name] for name in wire.PLAYER_COMMANDS}),
        "DeskCommands": _members("The commands of a desk.", {name: wire.BODIES[name] for name in wire.DESK_COMMANDS}),
        "Documents": _members("Each document, by its name.", wire.DOCUMENTS),
    }
    everything = {**wire_schema.definitions(), **wire_schema.http_definitions(), **maps}
    return {
        "title": "Wire",
        "description": "Everything on the wire, by name.",
        **_object({name: {"$ref": f"#/$defs/{name}"} for name in maps}),
        "$defs": {name: _readable(part) for name, part in everything.items()},
    }


def _members(description: str, models: Any) -> dict[str, Any]:
    return {"description": description, **_object({name: wire_schema.reference(model) for name, model in models.items()})}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(properties)}


def _readable(part: Any) -> Any:
    """Pairs in the older notation, which is the one that the generator knows."""
    if isinstance(part, list):
        return [_readable(item) for item in part]
    if not isinstance(part, dict):
        return part
    tidied = {key: _readable(value) for key, value in part.items()}
    if "prefixItems" in tidied:
        tidied["items"] = tidied.pop("prefixItems")
        tidied["additionalItems"] = False
    return tidied


def generate() -> str:
    """The text of `wire.gen.ts`. Needs Node and what `web/package.json` names."""
    web_build.install()
    command, environment = web_build.npm()
    node = command[0] if len(command) > 1 else "node"
    made = subprocess.run(
        [node, str(ROOT / "scripts" / "wire_types.mjs")],
        input=json.dumps(schema()),
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if made.returncode:
        raise SystemExit(made.stderr)
    return BANNER + _quiet(made.stdout)


def _quiet(made: str) -> str:
    return NOISE.sub("", made).replace("/**\n */\n", "").lstrip()


def main(arguments: list[str]) -> int:
    """Writes or prints; returns the exit code."""
    match arguments:
        case []:
            TARGET.write_text(generate(), encoding="utf-8")
        case ["--print"]:
            print(generate(), end="")
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
