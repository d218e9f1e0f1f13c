"""Nobody is sent what they may not see: canaries in every text, and secrets that can be swapped without anybody noticing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import commands as c
from game.core.folding.parts import change_beat, change_reply, change_seat
from game.core.ids import SeatId, Token
from game.core.marks import Assessment
from game.core.state import Appeal, Beat, CustomerMark, Reply, Scene, Workshop
from game.core.views.grants import DESK, STAGE, DocumentKey, all_keys, seat_keys
from game.core.views.render import render
from tests.core.audiences import may_see
from tests.core.canaries import canary, found, marked_assessment, marked_scenario
from tests.core.crowd import Crowd
from tests.core.given import S1, S2, S3, S4, T1, Play, playing, teams
from tests.core.scenarios import assessment

STEPS = 70


class Canaries(Crowd):
    """A crowd whose every word is a canary."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, marked_scenario(), marked_assessment)

    def spell(self, command: c.Command, seat: SeatId | None) -> c.Command:
        """The same command with texts that can be recognised."""
        now = self.play.state.round
        team = self.play.state.seats[seat].team if seat is not None and seat in self.play.state.seats else None
        number = f"{now.number if now else 0}.{len(self.trace)}"
        match command:
            case c.Say(text) if text.strip():
                return c.Say(canary("said", f"{seat} {number}"))
            case c.SendReply(text) if text.strip():
                return replace(command, text=canary("reply", f"{seat} {number}"))
            case c.TakeAgain(before, after) if after.strip():
                return c.TakeAgain(before, canary("take", f"{seat} {number}"))
            case c.SetAim(criterion, when, will) if when.strip() and will.strip():
                return c.SetAim(criterion, canary("aim", f"{seat} when"), canary("aim", f"{seat} will"))
            case c.StepOut(text) if text.strip():
                return c.StepOut(canary("needed", f"{seat} {team}"))
            case c.OverruleMark(reason=reason) | c.KeepMark(reason=reason) if reason.strip():
                return replace(command, reason=canary("reason", number))
            case c.AppealMark(reason=reason) if reason.strip():
                return replace(command, reason=canary("appeal", f"{seat} {number}"))
            case c.StartRound():
                return replace(command, scenario=marked_scenario())
            case _:
                return command

    def spell_draft(self, text: str, seat: SeatId) -> str:
        return canary("reply", f"{seat} typed {len(self.trace)}") if text.strip() else text


def audiences(state: Workshop) -> dict[str, frozenset[DocumentKey]]:
    seats = {str(seat): seat_keys(state, seat) for seat in state.seats}
    return {**seats, "desk": DESK, "stage": STAGE}


def encoded(play: Play) -> dict[DocumentKey, str]:
    return {key: orjson.dumps(render(play.state, key, play.now)).decode() for key in all_keys(play.state)}


def check_canaries(play: Play, documents: Mapping[DocumentKey, str]) -> None:
    """No canary occurs in a document whose audience may not see it, nor anything that an erased person wrote."""
    inside = {key: found(text) for key, text in documents.items()}
    for audience, keys in audiences(play.state).items():
        for key in keys:
            for kind, name in inside[key]:
                assert may_see(play.state, audience, kind, name), f"{audience} reads {kind} {name} in {key}"
                writer = SeatId(name.split(" ")[0])
                assert writer not in play.state.seats or not play.state.seats[writer].erased, f"erased, but in {key}"


def check_unsigned(play: Play, documents: Mapping[DocumentKey, str]) -> None:
    """Wherever a token stands, there is no author beside it: but on their own page, and where the reply was heard."""
    for key, text in documents.items():
        for piece in _tokens(orjson.loads(text)):
            reply, beat = _found(play.state, piece["token"])
            shown = repr({name: value for name, value in piece.items() if name != "text"})
            spoken_live = beat.live and key == DocumentKey("scene", _team(play.state, reply.token))
            known = (
                spoken_live
                or key == DocumentKey("seat", reply.seat)
                or (beat.revealed and (beat.heard == reply.token or key.name == "desk"))
            )
            name = play.state.seats[reply.seat].name.text
            assert known or not (f"'{reply.seat}'" in shown or (name and f"'{name}'" in shown)), f"{key} signs {piece}"


def _tokens(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that names a reply, however deep it lies."""
    if isinstance(value, dict):
        if value.get("token"):
            yield value
        for inner in value.values():
            yield from _tokens(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _tokens(inner)


def _found(state: Workshop, token: str) -> tuple[Reply, Beat]:
    assert state.round is not None
    return next((r, b) for s in state.round.scenes.values() for b in s.beats for r in b.replies if r.token == token)


def _team(state: Workshop, token: str) -> str:
    assert state.round is not None
    scenes = state.round.scenes.values()
    return next(s.team for s in scenes for b in s.beats for r in b.replies if r.token == token)


# --- secrets that nobody may notice


Secret = Callable[[Workshop], Iterator[tuple[str, Workshop, frozenset[str]]]]


def authors(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Two agents of one beat swap the authorship of their replies; only their own pages may tell (live, they are heard)."""
    for scene, beat in _hidden(state):
        if len(beat.replies) >= 2 and not beat.live:
            one, two = beat.replies[0].seat, beat.replies[-1].seat
            swap = {one: two, two: one}

            def swapped(reply: Reply, swap: Mapping[SeatId, SeatId] = swap) -> Reply:
                seat = swap.get(reply.seat, reply.seat)
                return replace(reply, seat=seat, words=replace(reply.words, seat=seat))

            changed = _replies(state, scene, beat, swapped)
            yield f"author {scene.team}", changed, frozenset({f"seat {one}", f"seat {two}"})


def marks_of_the_rubric(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Other marks before the reveal: nobody may tell."""
    other: Assessment = assessment(0)
    for scene, beat in _hidden(state):
        yield f"rubric {scene.team}", _replies(state, scene, beat, lambda reply: _remarked(reply, other)), frozenset()


def marks_of_the_customer(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Another mark and another need before the reveal: only the card may tell."""
    opposite: dict[CustomerMark | None, CustomerMark | None] = {0: 100, 25: 75, 50: 50, 75: 25, 100: 0, None: None}
    for scene, beat in _hidden(state):
        changed = _replies(state, scene, beat, lambda reply: replace(reply, customer_mark=opposite[reply.customer_mark]))
        need = "respect" if beat.need == "heard" else beat.need
        if need != beat.need:
            changed = change_beat(changed, scene.team, beat.number, lambda beat: replace(beat, need="respect"))
        yield f"customer's marks {scene.team}", changed, frozenset({f"card {scene.team}"})


def choices(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Every ballot the other way round, at any time: nobody may tell."""
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            if beat.ballots:
                turned = tuple(
                    replace(b, chosen=b.chosen and (b.pair.right if b.chosen == b.pair.left else b.pair.left))
                    for b in beat.ballots
                )
                changed = change_beat(state, scene.team, beat.number, lambda beat, turned=turned: replace(beat, ballots=turned))  # type: ignore[misc]
                yield f"ballots {scene.team}", changed, frozenset()


def moments(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Somebody noticed the opposite: before the reveal only their own page may tell."""
    for scene, beat in _hidden(state):
        for moment in beat.moments:
            other = replace(moment, kind="stung" if moment.kind == "calmed" else "calmed")
            turned = tuple(other if one == moment else one for one in beat.moments)
            changed = change_beat(state, scene.team, beat.number, lambda beat, turned=turned: replace(beat, moments=turned))  # type: ignore[misc]
            yield f"moment {scene.team}", changed, frozenset({f"seat {moment.seat}"})


def wishes(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Somebody's private switch "not me today": only their own page, and how many a casting waits for, may tell."""
    for seat in state.seats.values():
        if not seat.bot and not seat.gone:
            changed = change_seat(state, seat.id, lambda seat: replace(seat, not_today=not seat.not_today))
            scene = state.round.scenes.get(seat.team) if state.round and seat.team else None
            casting = {"board ", "desk "} if scene is not None and scene.phase == "casting" else set()
            yield f"not today {seat.id}", changed, frozenset({f"seat {seat.id}", *casting})


def stress(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Other answers to the stress check, while there are fewer than five or the breather is not over."""
    now = state.round
    if now is not None and now.stress_before and (now.stage != "done" or len(now.stress_before) < 5):
        answers = tuple(sorted(6 - level for level in now.stress_before))
        yield "stress", replace(state, round=replace(now, stress_before=answers)), frozenset()


def second_looks(state: Workshop) -> Iterator[tuple[str, Workshop, frozenset[str]]]:
    """Nobody asked for a second look, or for another reason: only the author's page and the desk may tell."""
    for scene in state.round.scenes.values() if state.round else ():
        for beat in scene.beats:
            for reply in beat.replies:
                if reply.appeal is None:
                    continue
                told = frozenset({f"seat {reply.seat}", "desk "})
                for other in (None, replace(reply.appeal, words=replace(reply.appeal.words, text="other"))):
                    yield f"appeal of {reply.seat}", change_reply(state, scene.team, reply.token, _appealed(other)), told


def _appealed(appeal: Appeal | None) -> Callable[[Reply], Reply]:
    return lambda reply: replace(reply, appeal=appeal)


SECRETS: tuple[Secret, ...] = (
    authors,
    marks_of_the_rubric,
    marks_of_the_customer,
    choices,
    moments,
    wishes,
    stress,
    second_looks,
)


def _hidden(state: Workshop) -> Iterator[tuple[Scene, Beat]]:
    """The running beats that are not revealed yet, and in which nothing was reported."""
    for scene in state.round.scenes.values() if state.round else ():
        beat = scene.beat
        if beat is not None and beat.replies and not beat.revealed:
            yield scene, beat


def _replies(state: Workshop, scene: Scene, beat: Beat, change: Callable[[Reply], Reply]) -> Workshop:
    changed = tuple(change(reply) for reply in beat.replies)
    return change_beat(state, scene.team, beat.number, lambda beat: replace(beat, replies=changed))


def _remarked(reply: Reply, other: Assessment) -> Reply:
    return replace(reply, assessment=other) if reply.assessment else reply


def check_secrets(play: Play) -> None:
    before = {key: render(play.state, key, play.now) for key in all_keys(play.state)}
    for secret in SECRETS:
        for what, changed, told in secret(play.state):
            for key, document in before.items():
                if f"{key.name} {key.of}" not in told:
                    assert render(changed, key, play.now) == document, f"{key} tells {what}"


# --- the tests


@settings(max_examples=12)
@given(seed=st.integers(0, 2**32))
def test_nobody_is_ever_sent_what_they_may_not_see(seed: int) -> None:
    crowd = Canaries(seed)
    try:
        for _ in range(STEPS):
            crowd.step()
            documents = encoded(crowd.play)
            check_canaries(crowd.play, documents)
            check_unsigned(crowd.play, documents)
            if crowd.dice.random() < 0.2:
                check_secrets(crowd.play)
    except AssertionError as error:
        error.add_note("\n".join(crowd.trace))
        raise


SUNG = {
    "opening", "line", "wildcard", "said", "card", "case", "fact", "answer", "reaction", "result", "offer", "silence",
    "reply", "earned", "lost", "next", "aim", "needed", "appeal", "reason",
}  # fmt: skip


def test_the_canaries_sing_where_they_may() -> None:
    """The test above would also pass if nobody were sent anything: here everything is seen by somebody."""
    seen: set[str] = set()
    for seed in range(60):
        crowd = Canaries(seed)
        for _ in range(STEPS):
            crowd.step()
            seen |= {kind for text in encoded(crowd.play).values() for kind, _ in found(text)}
        if seen >= SUNG:
            break
    assert seen >= SUNG
    assert not seen & {"practice", "draft"}


@pytest.mark.parametrize("presser", [S1, S2, S3])
def test_whoever_presses_stop_the_log_and_every_document_are_the_same(presser: SeatId) -> None:
    play, other = teams(4), teams(4)
    play.do(c.PressStop(), presser)
    other.do(c.PressStop(), S4)
    assert play.log == other.log
    assert encoded(play) == encoded(other)


def test_a_volunteers_answer_is_told_to_nobody_else() -> None:
    willing, unwilling = playing(4), playing(4)
    willing.do(c.Volunteer(willing=True), S2)
    unwilling.do(c.Volunteer(willing=False), S2)
    one, two = encoded(willing), encoded(unwilling)
    assert {key for key in one if one[key] != two[key]} == {DocumentKey("seat", S2)}


def test_a_token_is_not_derived_from_anything_that_a_phone_knows() -> None:
    one, two = playing(4, "reply", seed="one"), playing(4, "reply", seed="two")
    assert one.send(S2) != two.send(S2)
    assert "seed" not in "".join(encoded(one).values())
    assert {Token(reply.token) for reply in one.beat().replies} & {Token(S2), Token(T1)} == set()
