"""What travels: derived from the core, read strictly, refused in sentences."""

import importlib
import re
from dataclasses import fields
from types import ModuleType
from typing import Any, get_args

import orjson
import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from game.core import commands, documents
from game.core.refusal import Refusal
from game.core.scenario import Scenario
from game.core.settings import Settings
from game.server import wire
from tests.server.fakes import scenario


def find(slug: str) -> Scenario | None:
    return scenario("late") if slug == "late" else None


def test_every_command_of_players_and_desks_has_a_body_of_its_fields() -> None:
    union = get_args(commands.PlayerCommand) + get_args(commands.DeskCommand)
    assert len(wire.BODIES) == len(union)
    for command in union:
        if command is not commands.StartRound:
            model = wire.BODIES[wire.snake_case(command.__name__)]
            assert list(model.model_fields) == [field.name for field in fields(command)]


def test_no_system_command_can_be_sent() -> None:
    for command in get_args(commands.SystemCommand):
        refusal = wire.parse(wire.snake_case(command.__name__), {}, find)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "unknown_command"


def test_every_document_has_a_model() -> None:
    assert {model.__name__ for model in wire.DOCUMENTS.values()} == {
        f"{document.__name__}Out" for document in get_args(documents.Document)
    }


ESCAPED = re.compile(rb"\\[bfru]|\x7f")


st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))  # no points are ever NaN


def as_json(value: Any) -> bytes:
    """As it is sent. What JSON cannot carry (huge numbers, half characters) is no example."""
    try:
        return orjson.dumps(value)
    except TypeError:
        reject()


SENDABLE = [command for name, command in (wire.PLAYER_COMMANDS | wire.DESK_COMMANDS).items() if name != "start_round"]


@given(st.sampled_from(SENDABLE).flatmap(st.from_type))
def test_every_command_survives_the_way_over_the_wire(command: Any) -> None:
    name = wire.snake_case(type(command).__name__)
    sent = as_json(command)
    assume(not ESCAPED.search(sent))  # control characters do not survive, and are not meant to
    arrived = wire.parse(name, orjson.loads(sent), find)
    assert arrived == command or isinstance(arrived, Refusal)


@settings(max_examples=30)
@given(st.sampled_from(get_args(documents.Document)).flatmap(st.from_type))
def test_every_document_is_sent_as_its_model_says(document: Any) -> None:
    name = type(document).__name__.removesuffix("Document").lower()
    wire.DOCUMENTS[name].model_validate_json(as_json(document))  # type: ignore[index]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from([*wire.BODIES, "nonsense", ""]), json_values)
def test_no_body_whatever_raises(name: str, body: Any) -> None:
    arrived = wire.parse(name, body, find)
    if isinstance(arrived, Refusal):
        assert arrived.code in {"unknown_command", "bad_payload", "too_long", "unknown_scenario"}
        assert arrived.sentence.endswith((".", "?"))
        assert len(arrived.sentence) < 400


@pytest.mark.parametrize(
    ("name", "body", "code", "words"),
    [
        ("say", {}, "bad_payload", "“text” is missing."),
        ("say", {"text": None}, "bad_payload", "“text” has to be a text."),
        ("say", {"text": "a", "seat": "s2"}, "bad_payload", "“seat” is not known here."),
        ("volunteer", {"willing": 1}, "bad_payload", "“willing” has to be yes or no."),
        ("set_pace", {"time_factor": 120.5}, "bad_payload", "“time_factor”"),
        ("set_pace", {"time_factor": "120"}, "bad_payload", "“time_factor” has to be a whole number."),
        ("set_pace", {"time_factor": True}, "bad_payload", "“time_factor” has to be a whole number."),
        ("mark_reply", {"token": "t", "mark": 60}, "bad_payload", "“mark” has to be one of 0, 25, 50, 75 or 100."),
        ("send_reply", {"text": "a", "actions": "offer"}, "bad_payload", "“actions” has to be a list."),
        ("send_reply", {"text": "a", "actions": ["offer"] * 8}, "bad_payload", "“actions” has too many entries: at most 7."),
        ("send_reply", {"text": "x" * 20_000}, "too_long", "at most 4000 characters"),
        ("ready", [], "bad_payload", "The message has to be an object."),
        ("start_round", {"scenario": "late", "form": "middle"}, "bad_payload", "“form”"),
        ("start_round", {"scenario": "nope", "form": "short"}, "unknown_scenario", "“nope”"),
        ("Ready", {}, "unknown_command", "reload"),
    ],
    ids=str,
)
def test_a_wrong_body_is_explained(name: str, body: object, code: str, words: str) -> None:
    refusal = wire.parse(name, body, find)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert words in refusal.sentence


def test_a_deep_nest_is_refused() -> None:
    nest: Any = []
    for _ in range(500):
        nest = [nest]
    refusal = wire.parse("say", {"text": nest}, find)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "bad_payload"


def test_settings_travel_with_their_defaults() -> None:
    body = {"settings": {"title": "T", "season": "", "playlist": ["late"], "forms": ["short"], "weights": {"peers": 0}}}
    changed = wire.parse("change_settings", body, find)
    assert isinstance(changed, commands.ChangeSettings)
    assert isinstance(changed.settings, Settings)
    assert (changed.settings.weights.peers, changed.settings.weights.rubric) == (0, 50)


def test_starting_a_round_adds_the_scenario() -> None:
    assert wire.parse("start_round", {"scenario": "late", "form": "long"}, find) == commands.StartRound(
        scenario("late"), "long"
    )


def models_in(module: ModuleType) -> list[type[BaseModel]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__ == module.__name__
    ]


@pytest.mark.parametrize("module", ["game.server.wire", "game.server.wire_http"])
def test_models_end_with_the_direction_they_travel_in(module: str) -> None:
    for model in models_in(importlib.import_module(module)):
        if model not in (wire.InModel, wire.OutModel):
            assert model.__name__.endswith("In" if issubclass(model, wire.InModel) else "Out"), model
