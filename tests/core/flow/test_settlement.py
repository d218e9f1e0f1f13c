from collections import Counter
from dataclasses import replace

import pytest

from game.core import commands as c
from game.core import events as e
from game.core.ids import CRITERIA
from game.core.marks import Assessment, Level
from game.core.settings import ScoreWeights
from tests.core.given import S1, S2, S3, S4, SETTINGS, T1, T2, Play, playing, teams, workshop
from tests.core.scenarios import assessment, badge, by_level


def points_of(play: Play) -> dict[str, float]:
    return {player.seat: player.points for player in play.state.past[-1].players}


# --- results


def test_a_round_gives_each_seat_one_result_and_bots_none() -> None:
    play = playing(2, "reply")
    for seat in play.beat().eligible:
        play.send(seat)
    play.to("reveal")
    play.do(c.EndRound())
    assert Counter(player.seat for player in play.state.past[-1].players) == {S1: 1, S2: 1}


def test_an_agent_who_took_over_the_customers_part_is_counted_once_for_the_better_of_both() -> None:
    play = playing(4, "reply", form="long")
    play.send(S2)
    play.send(S3)
    play.to("reveal")
    play.to("ready")
    play.do(c.Recast(T1))
    new = play.scene().acting_customer
    assert new in (S2, S3, S4)
    play.to("floor")
    play.do(c.YieldFloor(), new)
    play.to("reveal")
    play.do(c.EndRound())
    found = [player for player in play.state.past[-1].players if player.seat == new]
    assert len(found) == 1
    assert found[0].points >= 40


def test_a_customer_who_was_never_there_earns_nothing_by_the_bot_that_played_for_them() -> None:
    play = playing(4, "briefing")
    play.do(c.SetPresence(S1, here=False))
    play.to("reply")
    play.wait(20)
    assert play.scene().standin is not None
    play.mark(play.send(S2), 75)
    play.to("reveal")
    play.do(c.EndRound())
    assert S1 not in points_of(play)


def test_whoever_hands_the_customers_part_on_keeps_what_they_earned_with_it() -> None:
    play = playing(4, "floor", form="long")
    play.do(c.YieldFloor(), S1)
    play.mark(play.send(S2), 75)
    play.to("reveal")
    play.do(c.SwapRole(), S1)
    play.to("floor")
    play.to("reveal")
    play.do(c.EndRound())
    assert points_of(play)[S1] == 80


def test_an_erased_player_has_no_result_and_no_rank() -> None:
    play = playing(4, "reply")
    play.send(S2)
    play.send(S3)
    play.to("reveal")
    play.do(c.EraseMe(), S2)
    play.do(c.EndRound())
    assert S2 not in points_of(play)
    assert all(row.seat != S2 for row in play.document("standings").players)


def test_a_player_who_is_erased_after_the_round_leaves_the_boards() -> None:
    play = playing(4, "reply", assess=by_level)
    play.send(S2, "3 good")
    play.send(S3, "1 fair")
    play.to("reveal")
    play.do(c.EndRound())
    assert play.document("standings").players[0].seat == S2
    play.do(c.EraseMe(), S2)
    for row in (*play.document("standings").players, *play.document("desk").full_standings):
        assert row.seat != S2
        assert "Ben" not in row.name


def test_the_workshop_is_the_mean_over_the_rounds_played() -> None:
    play = workshop(3, assess=by_level)
    for text in ("3 good", "0 poor"):
        play.start()
        play.cast(S1)
        play.to("reply")
        play.send(S2, text)
        play.to("reveal")
        play.do(c.EndRound())
        play.to_stage("done")
    assert {row.seat: row.points for row in play.document("desk").full_standings}[S2] == 50


def test_a_team_plays_for_its_agents_mean_and_bonus() -> None:
    play = playing(4, "reply", assess=by_level)
    play.send(S2, "3 refund", "offer", offer="refund")
    play.send(S3, "0 x")
    play.to("reveal")
    play.do(c.EndRound())
    (team,) = play.state.past[-1].teams
    parts = dict(team.parts)
    assert parts["Agents"] == pytest.approx((100 + 0 + 0) / 3)
    assert parts["Fair resolution"] == 3
    assert team.points == pytest.approx(sum(parts.values()))


def test_weights_that_a_facilitator_chose_are_used() -> None:
    play = workshop(3, replace(SETTINGS, weights=ScoreWeights(0, 0, 100)), assess=by_level)
    play.start()
    play.cast(S1)
    play.to("reply")
    one, two = play.send(S2, "3 x"), play.send(S3, "0 y")
    play.mark(one, 0)
    play.mark(two, 100)
    play.to("reveal")
    assert play.beat().heard == two
    play.do(c.EndRound())
    assert points_of(play)[S3] == 100
    assert points_of(play)[S2] == 0


def test_an_overruled_mark_leaves_the_aims_as_they_were_when_the_round_began() -> None:
    play = workshop(4, assess=by_level)
    play.start()
    play.to_stage("second_take")
    play.do(c.SetAim("inquiry", "they shout", "ask one question"), S2)
    play.to_stage("done")
    play.start()
    play.cast(S1)
    play.to("reply")
    for seat in (S2, S3, S4):
        play.send(seat, "2 fair")
    play.to("reveal")
    play.do(c.EndRound())
    before = play.state.past[-1].players
    assert {player.seat: player.aim_met for player in before} == {S1: None, S2: True, S3: None, S4: None}
    play.do(c.SetAim("apology", "it was our fault", "say so"), S3)  # for the next round
    play.do(c.OverruleMark(play.reply_of(S4).token, "listening", 3, "They did listen."))
    after = play.state.past[-1].players
    assert [player for player in after if player.seat != S4] == [player for player in before if player.seat != S4]


# --- voters


def test_agreement_is_counted_when_the_round_is_settled() -> None:
    play = playing(5, "reply")
    for seat in play.beat().eligible:
        play.send(seat)
    for voter, pairs in play.beat().plans.items():
        for pair in pairs:
            play.do(c.CastBallot(pair.left, pair.right, min(pair.left, pair.right)), voter)
    assert play.seat(S2).ballots == 0
    play.do(c.EndRound())
    assert [play.seat(seat).ballots for seat in (S1, S2, S3, S4)] == [0, 3, 3, 3]
    assert play.seat(S2).agreed == 3


# --- badges


def test_a_badge_is_given_once_its_count_is_reached_and_never_again() -> None:
    badges = (badge("ear", kind="criterion_level", criterion="listening", threshold=3, count=3),)
    play = workshop(3, badges=badges, assess=by_level)
    for number in (1, 2, 3):
        play.start()
        play.cast(S1)
        play.to("reply")
        play.send(S2, "3 good")
        play.to("reply")
        play.send(S2, "3 good")
        play.to("reveal")
        play.do(c.EndRound())
        assert len(play.events(e.AwardGiven)) == (number > 1)
        play.to_stage("done")
    (award,) = play.state.awards
    assert (award.seat, award.badge, award.round) == (S2, "ear", 2)
    assert play.document("seat", S2).badges[0].badge_name == "Ear"
    assert play.document("standings").awards[0].name == "Ben"


def test_bots_and_erased_players_win_no_badge() -> None:
    play = playing(2, "reply", badges=(badge("heard", kind="heard_count"),))
    for seat in play.beat().eligible:
        play.send(seat)
    play.to("reveal")
    play.do(c.EraseMe(), S2)
    play.do(c.EndRound())
    assert play.state.awards == ()


# --- titles


def best_at(criterion: str) -> Assessment:
    levels: dict[str, Level | None] = {criterion: 3}
    return assessment(2, "", **levels)


def test_every_team_leaves_with_one_title_of_its_own() -> None:
    play = teams(3, 4, assess=lambda reply: best_at(CRITERIA[int(reply.seat[1:]) % 12]))
    for team in list(play.round.scenes):
        for seat in play.members(team)[1:]:
            play.send(seat)
        play.to("reveal", team)
    play.do(c.EndRound())
    play.do(c.StartCeremony())
    titles = play.document("standings").titles
    assert {title.team for title in titles} == set(play.state.teams)
    assert len({title.criterion for title in titles}) == len({title.title for title in titles}) == 4


def test_a_team_that_is_gone_has_no_title() -> None:
    play = teams(3, 2)
    for team in (T1, T2):
        play.send(play.members(team)[1])
        play.to("reveal", team)
    play.do(c.EndRound())
    play.all(c.LeaveWorkshop(), *play.members(T2))
    play.to_stage("done")
    play.start()
    play.to_stage("done")
    play.do(c.StartCeremony())
    assert {title.team for title in play.state.titles} == {T1}
