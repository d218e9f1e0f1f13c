from game.core import commands as c
from game.core import events as e
from game.core.flow.bots import bot_customer, next_seat, seat_bot
from game.core.turn import Turn
from tests.core.given import S1, S2, T1, playing, workshop


def test_a_bot_sits_down_in_its_team_says_that_it_is_one_and_is_here() -> None:
    play = workshop(1)
    play.start()
    bots = [play.seat(seat) for seat in play.members() if play.seat(seat).bot]
    assert len(bots) == 2
    assert len({bot.name.text for bot in bots}) == 2
    assert all(bot.name.text.endswith("(bot)") and bot.presence == "here" and bot.player.startswith("bot:") for bot in bots)


def test_seats_are_never_used_twice() -> None:
    play = workshop(2)
    play.do(c.LeaveWorkshop(), S1)
    assert next_seat(Turn(play.state, play.now)) == "s3"


def test_a_bot_that_writes_is_not_the_customer_as_well() -> None:
    play = workshop(2)
    play.start()
    play.cast(S1)
    play.to("reply")
    (writer,) = [seat for seat in play.beat().eligible if seat != S2]
    play.do(c.LeaveWorkshop(), S1)
    assert play.scene().acting_customer not in (None, writer)


def test_a_bot_that_only_watches_is_not_cast() -> None:
    play = workshop(1)
    play.start()
    play.cast(S1)
    bot = next(seat for seat in play.members() if play.seat(seat).bot)
    play.do(c.SwapRole(), bot)
    play.do(c.LeaveWorkshop(), S1)
    assert play.scene().acting_customer not in (None, bot)


def test_more_bots_than_names_still_have_names() -> None:
    play = playing(3)
    turn = Turn(play.state, play.now)
    for _ in range(12):
        seat_bot(turn, T1)
    names = [event.words.text for event in turn.events if isinstance(event, e.SeatTaken)]
    assert len(set(names)) == 12


def test_a_free_bot_of_the_team_is_taken_before_a_new_one() -> None:
    play = workshop(1)
    play.start()
    turn = Turn(play.state, play.now)
    assert bot_customer(turn, T1) in play.members()
    assert turn.events == []
