"""What travels between a page and the server, derived from the core's commands and documents.

Knows nothing of sockets, of who may send what, or of what a command does.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, TypeVar, get_args

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.core import commands, documents, ids, marks, scenario, settings, state
from game.core.refusal import Refusal
from game.core.scenario import Form, Scenario
from game.core.views.grants import DocumentName
from game.server.derive import Derivation, named_literals

Received = commands.PlayerCommand | commands.DeskCommand
ModelT = TypeVar("ModelT", bound=BaseModel)
FindScenario = Callable[[str], Scenario | None]

LONGEST_TEXT: Final = 4_000  # characters of any one text; what a reply or a name may hold is a rule of the game
MOST_ITEMS: Final = 64
DEEPEST: Final = 8  # how many lists and objects may lie in each other
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class InModel(BaseModel):
    """Something a page sends: nothing unknown, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class OutModel(BaseModel):
    """Something the server sends."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


# --- the envelopes


class ConnectIn(InModel):
    """How a page says who it is. Exactly one of the three; a desk also needs its cookie."""

    ticket: str | None = None
    desk: str | None = None
    stage: str | None = None


class CommandIn(InModel):
    """One command. `id` is unique for this page; the same id again is the same command, carried out once."""

    id: str = Field(min_length=1, max_length=64)
    name: str = Field(min_length=1, max_length=40)
    body: dict[str, Any] = Field(default_factory=dict)


class AcceptedOut(OutModel):
    """Carried out, and durable by now. `version` is the workshop's version after it."""

    ok: Literal[True] = True
    version: int


class RefusedOut(OutModel):
    """Not carried out: a stable `code`, and a `sentence` for whoever asked."""

    ok: Literal[False] = False
    code: str
    sentence: str


class DraftOut(OutModel):
    """What this agent had typed, kept through a reload."""

    text: str
    actions: tuple[scenario.ActionKind, ...]
    offer: str | None


class HelloOut(OutModel):
    """Who the server takes this connection for. `at` is the server's clock, in milliseconds since the epoch."""

    audience: Literal["seat", "desk", "stage"]
    seat: str | None
    code: str
    at: int
    draft: DraftOut | None


class DocumentOut(OutModel):
    """One document as of `version`. A `body` of null: this document is no longer yours, drop it.

    `of` is the team or seat that it is about, empty for everyone's.
    """

    name: DocumentName
    of: str
    version: int
    at: int
    body: dict[str, Any] | None


class PartedOut(OutModel):
    """Why this seat is no longer here."""

    sentence: str


class GoingOut(OutModel):
    """The server is about to go away; connect again."""

    sentence: str


# --- derived from the core


class StartRoundIn(InModel):
    """Start a round of this scenario, named by its slug."""

    scenario: str = Field(min_length=1, max_length=80)
    form: Form
    mode: state.Mode = "together"


_LITERALS: Final = named_literals(ids, scenario, marks, state, documents)
# Lengths of lists only: ranges of numbers and lengths of texts are rules, which the core states better.
_BOUNDS: Final[Mapping[tuple[type, str], Any]] = {
    (settings.Settings, "playlist"): Field(max_length=12),
    (settings.Settings, "forms"): Field(max_length=12),
    (commands.SendReply, "actions"): Field(max_length=len(scenario.ACTIONS)),
    (commands.SaveDraft, "actions"): Field(max_length=len(scenario.ACTIONS)),
    (commands.TickFacts, "facts"): Field(max_length=MOST_ITEMS),
}

receiving: Final = Derivation("In", InModel, _LITERALS, _BOUNDS)
sending: Final = Derivation("Out", OutModel, _LITERALS)


def snake_case(name: str) -> str:
    """`CastBallot` to `cast_ballot`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _named(union: Any) -> dict[str, type]:
    return {snake_case(command.__name__): command for command in get_args(union)}


PLAYER_COMMANDS: Final[dict[str, type]] = _named(commands.PlayerCommand)
DESK_COMMANDS: Final[dict[str, type]] = _named(commands.DeskCommand)
BODIES: Final[Mapping[str, type[BaseModel]]] = {
    name: StartRoundIn if command is commands.StartRound else receiving.model(command)
    for name, command in (PLAYER_COMMANDS | DESK_COMMANDS).items()
}
DOCUMENTS: Final[Mapping[DocumentName, type[BaseModel]]] = {
    name: sending.model(getattr(documents, f"{name.capitalize()}Document")) for name in get_args(DocumentName)
}


def parse(name: str, body: object, find_scenario: FindScenario) -> Received | Refusal:
    """The command that a page asked for. The slug of `start_round` is looked up with `find_scenario`.

    Refuses with `unknown_command`, `too_long`, `bad_payload` or `unknown_scenario`.
    """
    model = BODIES.get(name)
    if model is None:
        return Refusal("unknown_command", "This page and the server do not speak the same version. Please reload the page.")
    read = read_body(model, body)
    match read:
        case Refusal():
            return read
        case StartRoundIn(scenario=slug, form=form, mode=mode):
            found = find_scenario(slug)
            if found is None:
                return Refusal("unknown_scenario", f"There is no scenario called “{slug}”.")
            return commands.StartRound(found, form, mode)
        case _:
            command: Received = receiving.restore(read)
            return command


def read_body(model: type[ModelT], body: object) -> ModelT | Refusal:
    """`body` (parsed JSON) as an instance of `model`, or a `Refusal` that says in a sentence what is wrong with it."""
    try:
        # Over JSON once more: there strict reading knows lists as tuples, and takes nothing for something else.
        return model.model_validate_json(orjson.dumps(_readable(body, DEEPEST)))
    except _TooLong:
        return Refusal("too_long", f"That is too long: at most {LONGEST_TEXT} characters fit into one text.")
    except ValidationError as wrong:
        return _refusal(wrong)
    except (TypeError, ValueError):
        return Refusal("bad_payload", "This did not arrive in a form that the server can read. Please reload the page.")


class _TooLong(Exception):
    pass


def _readable(value: object, depth: int) -> object:
    """The same without control characters, which nobody types and not every database takes."""
    match value:
        case str():
            if len(value) > LONGEST_TEXT:
                raise _TooLong
            return _CONTROL.sub("", value.replace("\r\n", "\n"))
        case list() | dict() if depth == 0:
            raise ValueError("nested too deeply")
        case list():
            return [_readable(item, depth - 1) for item in value]
        case dict():
            return {key: _readable(item, depth - 1) for key, item in value.items()}
        case _:
            return value


def _refusal(wrong: ValidationError) -> Refusal:
    first = wrong.errors(include_url=False, include_context=True)[0]
    place = ".".join(str(part) for part in first["loc"])
    context = first.get("ctx", {})
    what = _SENTENCES.get(first["type"], "is not what is needed here").format(**context)
    code = "too_long" if first["type"] == "string_too_long" else "bad_payload"
    return Refusal(code, f"{_thing(place)} {what}.")


def _thing(place: str) -> str:
    return f"“{place[:60]}”" if place else "The message"


_SENTENCES: Final = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "string_type": "has to be a text",
    "string_too_long": "is too long: at most {max_length} characters",
    "string_too_short": "is too short: at least {min_length} characters",
    "int_type": "has to be a whole number",
    "bool_type": "has to be yes or no",
    "tuple_type": "has to be a list",
    "model_type": "has to be an object",
    "dict_type": "has to be an object",
    "literal_error": "has to be one of {expected}",
    "too_long": "has too many entries: at most {max_length}",
    "greater_than_equal": "has to be at least {ge}",
    "less_than_equal": "has to be at most {le}",
}
