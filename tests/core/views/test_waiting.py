from game.core import commands as c
from game.core.views.waiting import waiting_for
from tests.core.given import S1, S2, S3, S4, T1, Play, playing


def waited(play: Play) -> set[str]:
    return set(waiting_for(play.state, play.scene()))


def test_each_phase_waits_for_those_who_have_something_to_do() -> None:
    play = playing(4)
    assert waited(play) == {S1, S2, S3, S4}
    play.do(c.Volunteer(willing=True), S1)
    assert waited(play) == {S2, S3, S4}
    play.all(c.Volunteer(willing=False), S2, S3, S4)
    play.do(c.OpenCard(), S1)
    play.do(c.Ready(), S2)
    assert waited(play) == {S1, S3, S4}
    play.to("floor")
    assert waited(play) == {S1}
    play.do(c.YieldFloor(), S1)
    play.send(S2)
    assert waited(play) == {S3, S4}
    play.send(S3)
    play.send(S4)
    assert waited(play) == {S1, S2, S3, S4}
    pair = play.beat().plans[S2][0]
    play.do(c.CastBallot(pair.left, pair.right, None), S2)
    for reply in play.beat().replies:
        play.mark(reply.token, 50)
    play.do(c.SealNeed("heard"), S1)
    assert waited(play) == {S3, S4}
    play.to("outcome")
    assert waited(play) == set()


def test_nobody_absent_is_waited_for() -> None:
    play = playing(4, "reply")
    play.do(c.SetPresence(S2, here=False))
    assert S2 in waited(play)
    play.wait(20)
    assert S2 not in waited(play)
    play.do(c.LeaveWorkshop(), S3)
    assert waited(play) == {S4}
    assert play.scene(T1).phase == "reply"
