import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import commands as c
from game.core.ids import SeatId, TeamId
from game.core.rules import gallery
from game.core.state import GalleryDuel
from tests.core.given import S1, T1, T2, Play, teams


def agents(play: Play, team: TeamId) -> tuple[SeatId, ...]:
    return play.members(team)[1:]


def finish_replies(play: Play, team: TeamId) -> None:
    for seat in agents(play, team):
        if seat not in {reply.seat for reply in play.beat(team).replies}:
            play.send(seat)
    assert play.scene(team).phase == "vote"


def waiting(play: Play, seat: SeatId) -> bool:
    return gallery.is_waiting(play.state, seat)


def dealt(play: Play, seat: SeatId) -> GalleryDuel:
    found = gallery.deal(play.state, seat)
    assert found is not None
    return found


def test_an_agent_waits_once_their_own_reply_is_in() -> None:
    play = teams(4)
    one, *_ = agents(play, T1)
    assert not waiting(play, one)
    play.send(one)
    assert waiting(play, one)


def test_a_customer_waits_once_they_have_marked_every_reply() -> None:
    play = teams(4)
    finish_replies(play, T1)
    for reply in play.beat(T1).replies:
        assert not waiting(play, S1)
        play.mark(reply.token, 50)
    assert waiting(play, S1)


def test_a_voter_waits_once_their_own_duels_are_done() -> None:
    play = teams(4)
    finish_replies(play, T1)
    voter = agents(play, T1)[0]
    assert not waiting(play, voter)
    for pair in play.beat(T1).plans[voter]:
        play.do(c.CastBallot(pair.left, pair.right, pair.left), voter)
    assert waiting(play, voter)


@pytest.mark.parametrize("phase", ["ready", "reveal"])
def test_nobody_is_called_away_from_a_pause_or_a_reveal(phase: str) -> None:
    play = teams(4)
    play.to("reveal", T1)
    if phase == "ready":
        play.to("ready", T1)
    assert not any(waiting(play, seat) for seat in play.members(T1))


def test_a_team_that_has_finished_waits_and_so_does_whoever_has_no_team() -> None:
    play = teams(4)
    play.to("outcome", T1)
    assert all(waiting(play, seat) for seat in play.members(T1))
    guest = play.join("Guest")[0]
    assert not waiting(play, SeatId("s99"))
    assert waiting(play, guest)


def test_between_rounds_nobody_judges() -> None:
    play = teams(4)
    play.do(c.EndRound())
    assert not any(waiting(play, seat) for seat in play.members(T1))


def test_the_gallery_judges_other_teams_only() -> None:
    play = teams(4)
    finish_replies(play, T1)
    own, other = agents(play, T1)[0], agents(play, T2)[0]
    play.send(other)
    assert gallery.deal(play.state, own) is None
    assert dealt(play, other).team == T1


def test_nobody_judges_a_beat_that_they_must_still_answer_themselves() -> None:
    play = teams(4)
    finish_replies(play, T1)
    later = agents(play, T2)[0]
    assert gallery.deal(play.state, later) is None
    play.send(later)
    assert gallery.deal(play.state, later) is not None


def test_a_beat_ahead_is_never_judged_and_one_behind_always_may() -> None:
    play = teams(4)
    finish_replies(play, T1)
    play.to("reveal", T1)
    play.to("reply", T1)
    finish_replies(play, T1)
    late = agents(play, T2)[0]
    play.send(late)
    assert {dealt(play, late).beat} == {1}
    finish_replies(play, T2)
    early = agents(play, T1)[0]
    assert dealt(play, early).beat == 1


def test_a_late_joiner_judges_at_once() -> None:
    play = teams(4)
    finish_replies(play, T1)
    play.do(c.LeaveWorkshop(), agents(play, T2)[-1])
    (guest,) = play.join("Guest")
    assert play.seat(guest).team == T2
    assert waiting(play, guest)
    assert dealt(play, guest).team == T1


def test_the_least_compared_pair_comes_first_and_none_twice_for_one_judge() -> None:
    play = teams(5)
    finish_replies(play, T1)
    judge = agents(play, T2)[0]
    play.send(judge)
    met = []
    for _ in range(5):
        play.do(c.AskDuel(), judge)
        pair = play.state.gallery[judge].pair
        play.do(c.CastBallot(pair.left, pair.right, pair.right), judge)
        met.append(frozenset((pair.left, pair.right)))
    assert len(set(met)) == 5
    play.refused("nothing_to_judge", c.AskDuel(), judge)
    other = agents(play, T2)[1]
    play.send(other)
    pair = dealt(play, other).pair
    assert frozenset((pair.left, pair.right)) not in met


def test_a_covered_reply_is_not_dealt_and_closes_the_duel_it_is_in() -> None:
    play = teams(4)
    finish_replies(play, T1)
    judge = agents(play, T2)[0]
    play.send(judge)
    play.do(c.AskDuel(), judge)
    pair = play.state.gallery[judge].pair
    play.do(c.ReportReply(pair.left), judge)
    assert not gallery.still_open(play.state, judge)
    play.refused("wrong_phase", c.CastBallot(pair.left, pair.right, pair.right), judge)
    found = gallery.deal(play.state, judge)
    assert found is None or pair.left not in (found.pair.left, found.pair.right)


def test_a_reply_whose_author_was_erased_is_not_dealt() -> None:
    play = teams(4)
    finish_replies(play, T1)
    author, judge = agents(play, T1)[0], agents(play, T2)[0]
    token = play.reply_of(author).token
    play.send(judge)
    play.do(c.EraseMe(), author)
    for _ in range(5):
        found = gallery.deal(play.state, judge)
        if found is None:
            break
        assert token not in (found.pair.left, found.pair.right)
        play.do(c.AskDuel(), judge)
        play.do(c.CastBallot(found.pair.left, found.pair.right, None), judge)


@given(st.data())
def test_whoever_is_dealt_a_duel_is_free_and_has_written_that_beat_or_need_not(data: st.DataObject) -> None:
    play = teams(3)
    for team in (T1, T2):
        if data.draw(st.booleans()):
            play.to(data.draw(st.sampled_from(("reveal", "ready", "outcome"))), team)
        if play.scene(team).phase == "reply":
            for seat in agents(play, team):
                if data.draw(st.booleans()):
                    play.send(seat)
    for team in (T1, T2):
        own = play.scene(team)
        for judge in agents(play, team):
            found = gallery.deal(play.state, judge)
            if found is None or own.phase == "outcome":
                continue
            assert found.team != team
            behind = len(own.beats) > found.beat
            written = any(reply.seat == judge for reply in own.beats[-1].replies)
            assert behind or (len(own.beats) == found.beat and (written or own.phase in ("vote", "reveal")))


def test_nobody_judges_their_own_reply_from_the_team_they_were_moved_out_of() -> None:
    play = teams(4)
    finish_replies(play, T1)
    moved = agents(play, T1)[0]
    play.to("reveal", T1)
    play.do(c.MoveSeat(moved, T2))
    own = play.reply_of(moved).token
    play.do(c.AskDuel(), moved)
    pair = play.state.gallery[moved].pair
    assert own not in (pair.left, pair.right)
    play.do(c.CastBallot(pair.left, pair.right, None), moved)
    play.refused("nothing_to_judge", c.AskDuel(), moved)


def test_nobody_waits_for_the_gallery() -> None:
    play = teams(3)
    finish_replies(play, T1)
    judge = agents(play, T2)[0]
    play.send(judge)
    play.do(c.AskDuel(), judge)
    for reply in play.beat(T1).replies:
        play.mark(reply.token, 50)
    play.do(c.SealNeed("heard"), S1)
    assert play.scene(T1).phase == "reveal"
