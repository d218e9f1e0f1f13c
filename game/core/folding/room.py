"""Folds what happens to the workshop, its seats and its teams. Knows nothing of scenes."""

from dataclasses import replace

from game.core import events as e
from game.core.folding.parts import change_seat, put
from game.core.state import Seat, Team, Workshop
from game.core.words import blank_words_of


def opened(event: e.WorkshopOpened) -> Workshop:
    return Workshop(
        id=event.id,
        code=event.code,
        seed=event.seed,
        opened_at=event.at,
        settings=event.settings,
        badges=event.badges,
    )


def fold(state: Workshop, event: e.Event) -> Workshop | None:
    """The next state, or ``None`` where the event belongs to another area."""
    match event:
        case e.SettingsChanged(settings):
            return replace(state, settings=settings)
        case e.SeatTaken(seat, player, avatar, bot, words):
            taken = Seat(id=seat, player=player, name=words, avatar=avatar, team=None, bot=bot)
            return replace(state, seats=put(state.seats, seat, taken))
        case e.SeatRetaken(seat):
            return change_seat(state, seat, lambda now: replace(now, gone=False))
        case e.SeatLeft(seat, banned):
            left = change_seat(state, seat, lambda now: replace(now, gone=True, presence="absent"))
            return replace(left, banned=left.banned | {left.seats[seat].player}) if banned else left
        case e.BansLifted():
            return replace(state, banned=frozenset())
        case e.SeatErased(seat):
            blank = blank_words_of(state, seat)
            return change_seat(blank, seat, lambda now: replace(now, erased=True, gone=True, presence="absent", aim=None))
        case e.SeatRenamed(seat, words):
            return change_seat(state, seat, lambda now: replace(now, name=words))
        case e.SeatMoved(seat, team, by_hand):
            moved = change_seat(state, seat, lambda now: replace(now, team=team))
            return replace(moved, hand_dealt=moved.hand_dealt or by_hand)
        case e.PresenceChanged(seat, presence, at):
            since = at if presence == "away" else None
            return change_seat(state, seat, lambda now: replace(now, presence=presence, away_since=since))
        case e.SwitchesSet(seat, not_today, no_abuse):
            return change_seat(state, seat, lambda now: replace(now, not_today=not_today, no_abuse=no_abuse))
        case e.TimeFactorSet(seat, time_factor):
            return change_seat(state, seat, lambda now: replace(now, time_factor=time_factor))
        case e.TeamFormed(team, name):
            return replace(state, teams=put(state.teams, team, Team(team, name)), teams_formed=state.teams_formed + 1)
        case e.TeamRenamed(team, name):
            return replace(state, teams=put(state.teams, team, Team(team, name)))
        case e.TeamDissolved(team):
            return replace(state, teams={key: value for key, value in state.teams.items() if key != team})
        case e.LockSet(locked):
            return replace(state, locked=locked)
        case e.StageSoundSet(on):
            return replace(state, stage_sound=on)
        case e.SteppedAside():
            return replace(state, asides=state.asides + 1)
        case e.AwardGiven(award):
            return replace(state, awards=(*state.awards, award))
        case e.CeremonyStarted(titles):
            return replace(state, phase="ceremony", titles=titles, quote=None)
        case e.WorkshopClosed():
            return replace(state, phase="closed", quote=None)
        case _:
            return None
