"""Folds a live exchange: the line, holds, silence, facts that come out, moments. Knows nothing of the beats around it."""

from dataclasses import replace

from game.core import events as e
from game.core.folding.parts import change_beat, change_last_beat, change_scene, change_seat
from game.core.state import Beat, Line, Moment, Workshop


def spoke(beat: Beat, line: Line) -> Beat:
    """The beat with one more line, which knows how many turns came before it."""
    return replace(beat, lines=(*beat.lines, replace(line, after=len(beat.replies))), abusive=beat.abusive or line.abusive)


def _marked(beat: Beat, moment: Moment) -> Beat:
    others = tuple(old for old in beat.moments if (old.seat, old.token) != (moment.seat, moment.token))
    return replace(beat, moments=(*others, moment))


def fold(state: Workshop, event: e.Event) -> Workshop | None:
    """The next state, or ``None`` where the event belongs to another area."""
    match event:
        case e.LineTaken(team, seat, _, at):
            counted = change_seat(state, seat, lambda now: replace(now, times_on_line=now.times_on_line + 1))
            return change_last_beat(counted, team, lambda beat: replace(beat, line=(*beat.line, seat), line_since=at))
        case e.LineHeld(team, _, line, answer_by):
            return change_last_beat(state, team, lambda beat: replace(spoke(beat, line), holding=True, answer_by=answer_by))
        case e.SilenceNoticed(team, line, answer_by):
            return change_last_beat(
                state,
                team,
                lambda beat: replace(spoke(beat, line), holding=False, answer_by=answer_by, silences=beat.silences + 1),
            )
        case e.FactsDisclosed(team, facts):
            known = change_last_beat(state, team, lambda beat: replace(beat, disclosed=(*beat.disclosed, *facts)))
            return change_scene(known, team, lambda scene: replace(scene, facts=(*scene.facts, *facts)))
        case e.MomentMarked(team, number, token, seat, kind):
            return change_beat(state, team, number, lambda beat: _marked(beat, Moment(seat, token, kind)))
        case _:
            return None
