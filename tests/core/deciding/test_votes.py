from game.core import commands as c
from game.core import events as e
from game.core.ids import SeatId, Token
from game.core.state import Pair
from tests.core.given import S1, S2, S3, S4, S5, T1, Play, playing, teams


def voting(people: int = 4) -> Play:
    """One team in its first vote, with a reply of every agent."""
    play = playing(people, "reply")
    for seat in play.beat().eligible:
        play.send(seat)
    assert play.scene().phase == "vote"
    return play


def mine(play: Play, seat: SeatId) -> Pair:
    return play.beat().plans[seat][0]


# --- the team


def test_a_ballot_is_for_one_of_ones_own_pairs_once() -> None:
    play = voting()
    pair = mine(play, S2)
    (cast,) = play.do(c.CastBallot(pair.left, pair.right, pair.right), S2)
    assert isinstance(cast, e.BallotCast)
    assert (cast.seat, cast.chosen, cast.gallery, cast.bot) == (S2, pair.right, False, False)
    play.refused("already_done", c.CastBallot(pair.left, pair.right, pair.left), S2)


def test_neither_is_an_answer_too() -> None:
    play = voting()
    pair = mine(play, S2)
    play.do(c.CastBallot(pair.left, pair.right, None), S2)
    assert play.beat().ballots[0].chosen is None


def test_a_choice_outside_the_pair_or_a_pair_of_somebody_else_is_refused() -> None:
    play = voting()
    own, other = mine(play, S2), mine(play, S3)
    play.refused("unknown_reply", c.CastBallot(own.left, own.right, Token("x")), S2)
    play.refused("not_your_duel", c.CastBallot(other.left, other.right, other.left), S2)
    play.refused("not_your_duel", c.CastBallot(own.right, own.left, own.left), S2)
    play.refused("not_your_duel", c.CastBallot(Token("x"), Token("y"), None), S2)
    play.refused("not_your_duel", c.CastBallot(own.left, own.right, own.left), S1)


def test_nobody_votes_on_their_own_reply() -> None:
    play = voting(5)
    for voter, pairs in play.beat().plans.items():
        own = play.reply_of(voter).token
        assert all(own not in (pair.left, pair.right) for pair in pairs)
        other = next(reply.token for reply in play.beat().replies if reply.token != own)
        play.refused("not_your_duel", c.CastBallot(own, other, own), voter)


def test_a_closed_vote_takes_no_ballot() -> None:
    play = voting()
    pair = mine(play, S2)
    play.to("reveal")
    play.refused("wrong_phase", c.CastBallot(pair.left, pair.right, pair.left), S2)


def test_with_two_agents_only_the_gallery_votes() -> None:
    play = voting(3)
    assert play.beat().plans == {}


def test_with_three_agents_the_third_judges_the_other_two() -> None:
    play = voting(4)
    assert {len(pairs) for pairs in play.beat().plans.values()} == {1}
    assert set(play.beat().plans) == {S2, S3, S4}


def test_with_one_agent_there_are_no_duels() -> None:
    play = playing(3, "reply")
    play.do(c.LeaveWorkshop(), S3)
    play.send(S2)
    play.to("reveal")
    assert play.beat().plans == {}
    assert play.beat().heard == play.reply_of(S2).token


# --- the gallery


def test_a_waiting_seat_is_dealt_one_duel_at_a_time() -> None:
    play = teams(3)
    play.send(S2)
    play.send(S3)
    play.refused("wrong_phase", c.AskDuel(), S5)
    play.send(S5)
    (dealt,) = play.do(c.AskDuel(), S5)
    assert isinstance(dealt, e.DuelDealt)
    assert (dealt.team, dealt.beat) == (T1, 1)
    play.refused("already_done", c.AskDuel(), S5)
    (cast,) = play.do(c.CastBallot(dealt.pair.left, dealt.pair.right, dealt.pair.left), S5)
    assert isinstance(cast, e.BallotCast)
    assert cast.gallery
    play.refused("nothing_to_judge", c.AskDuel(), S5)


def test_ballots_of_the_gallery_count_even_after_the_reveal_until_the_round_is_settled() -> None:
    play = teams(3)
    play.send(S2)
    play.send(S3)
    play.send(S5)
    play.do(c.AskDuel(), S5)
    pair = play.state.gallery[S5].pair
    play.to("reveal", T1)
    play.do(c.CastBallot(pair.left, pair.right, pair.left), S5)
    assert len(play.beat(T1).ballots) == 1
    play.send(SeatId("s6"))
    play.do(c.AskDuel(), SeatId("s6"))
    late = play.state.gallery[SeatId("s6")].pair
    play.do(c.EndRound())
    play.refused("not_your_duel", c.CastBallot(late.left, late.right, late.left), SeatId("s6"))


def test_a_duel_that_was_not_dealt_cannot_be_judged() -> None:
    play = teams(3)
    one, two = play.send(S2), play.send(S3)
    play.send(S5)
    play.refused("not_your_duel", c.CastBallot(one, two, one), S5)
    play.do(c.AskDuel(), S5)
    pair = play.state.gallery[S5].pair
    play.refused("not_your_duel", c.CastBallot(pair.right, pair.left, one), S5)


# --- reports


def test_a_report_covers_the_text_at_once_and_tells_the_desk() -> None:
    play = voting()
    token = play.reply_of(S2).token
    play.do(c.ReportReply(token), S3)
    scene = play.document("scene", T1)
    (covered,) = [reply for reply in scene.replies if reply.token == token]
    assert (covered.covered, covered.text) == (True, "")
    (told,) = play.document("desk").replies
    assert (told.token, told.text, told.reported) == (token, "reply of s2", True)
    play.refused("already_done", c.ReportReply(token), S4)


def test_the_customer_may_report_as_soon_as_they_read_it_and_agents_from_the_vote_on() -> None:
    play = playing(4, "reply")
    token = play.send(S2)
    play.refused("unknown_reply", c.ReportReply(token), S3)
    play.do(c.ReportReply(token), S1)
    assert play.document("card", T1).incoming[0].covered


def test_a_covered_reply_takes_no_part_in_the_duels() -> None:
    play = playing(5, "reply")
    for seat in (S2, S3, S4):
        play.send(seat)
    play.do(c.ReportReply(play.reply_of(S2).token), S1)
    play.send(S5)
    shown = {token for pairs in play.beat().plans.values() for pair in pairs for token in (pair.left, pair.right)}
    assert play.reply_of(S2).token not in shown


def test_other_teams_and_unknown_tokens_cannot_be_reported() -> None:
    play = teams(3)
    token = play.send(S2)
    play.send(S3)
    play.refused("unknown_reply", c.ReportReply(token), S5)
    play.refused("unknown_reply", c.ReportReply(Token("x")), S2)


def test_uncovering_shows_the_text_again() -> None:
    play = voting()
    token = play.reply_of(S2).token
    play.refused("already_done", c.UncoverReply(token))
    play.do(c.ReportReply(token), S3)
    play.do(c.UncoverReply(token))
    assert not play.reply(token).reported
    play.refused("unknown_reply", c.UncoverReply(Token("x")))
