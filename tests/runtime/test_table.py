"""One open workshop over fakes of its ports: durable before answered, published after, once each, on time."""

import asyncio

import pytest

from game.core import commands as c
from game.core.events import LockSet
from game.core.ids import SeatId
from game.core.refusal import Refusal
from game.core.views.grants import DocumentKey
from game.runtime.ports import Batch, Entry, StoreUnavailable
from game.runtime.tables import Accepted
from tests.runtime.conftest import SCENARIO, Room
from tests.runtime.fakes import settle


async def agents_of(room: Room) -> list[str]:
    now = (await room.state()).round
    assert now is not None
    scene = next(iter(now.scenes.values()))
    assert scene.beat is not None
    return list(scene.beat.eligible)


async def test_an_answer_comes_only_after_the_commit(room: Room) -> None:
    await room.open(1)
    room.log.hold = asyncio.Event()

    answer = asyncio.ensure_future(room.player("s1", c.SetSwitches(not_today=True, no_abuse=False)))
    await settle()
    assert not answer.done()
    assert not (await room.state()).seats["s1"].not_today  # type: ignore[index]

    room.log.hold.set()
    assert isinstance(await answer, Accepted)
    assert (await room.state()).seats["s1"].not_today  # type: ignore[index]


async def test_the_same_command_id_is_carried_out_once_even_within_one_batch(room: Room) -> None:
    await room.open(1)
    before = len(room.log.entries[room.workshop])
    switch = c.SetSwitches(not_today=True, no_abuse=False)

    first, second = await asyncio.gather(room.player("s1", switch, "same"), room.player("s1", switch, "same"))
    third = await room.player("s1", switch, "same")

    assert first == second == third
    assert len(room.log.entries[room.workshop]) == before + 1


async def test_the_same_command_id_is_known_after_a_restart(room: Room) -> None:
    await room.open(1)
    switch = c.SetSwitches(not_today=True, no_abuse=False)
    first = await room.player("s1", switch, "same")

    await room.restart(1)

    assert await room.player("s1", switch, "same") == first


async def test_a_full_disk_refuses_with_a_sentence_and_the_game_goes_on_when_there_is_room(room: Room) -> None:
    await room.open(1)
    room.log.fail = 1

    refused = await room.player("s1", c.SetSwitches(not_today=True, no_abuse=False))
    accepted = await room.player("s1", c.SetSwitches(not_today=False, no_abuse=True))

    assert isinstance(refused, Refusal)
    assert refused.code == "not_saved"
    assert isinstance(accepted, Accepted)
    seat = next(iter((await room.state()).seats.values()))
    assert (seat.not_today, seat.no_abuse) == (False, True)


async def test_a_workshop_that_a_full_disk_does_not_take_is_not_there(room: Room) -> None:
    room.log.fail = 1
    with pytest.raises(StoreUnavailable):
        await room.open(0)
    assert room.tables.open_count == 0
    await room.open(1)
    assert room.tables.open_count == 1


async def test_the_loser_of_a_race_reloads_and_decides_again(room: Room) -> None:
    await room.open(1)
    stored = room.log.entries[room.workshop]
    other = Entry(len(stored) + 1, room.clock.now(), LockSet(locked=True))
    await room.log.append(Batch(room.workshop, len(stored), (other,), ()))  # another process was faster

    answer = await room.player("s1", c.SetSwitches(not_today=True, no_abuse=False))

    assert answer == Accepted(other.version + 1)
    state = await room.state()
    assert state.locked
    assert [entry.version for entry in room.log.entries[room.workshop]] == list(range(1, other.version + 2))


async def test_a_clock_that_ends_sends_the_draft(room: Room) -> None:
    await room.open(3)
    await room.play_to("reply")
    writer = (await agents_of(room))[0]
    saved = await room.player(writer, c.SaveDraft("I am so sorry about the cot."))
    assert isinstance(saved, Accepted)

    await room.clock.move(121)

    now = (await room.state()).round
    assert now is not None
    beat = next(iter(now.scenes.values())).beat
    assert beat is not None
    assert [(reply.words.text, reply.by_clock) for reply in beat.replies] == [("I am so sorry about the cot.", True)]
    assert room.log.drafts == {}


async def test_live_a_draft_that_has_become_a_turn_is_not_sent_again_but_the_next_one_is(room: Room) -> None:
    await room.open(4)
    await room.desk(c.StartRound(SCENARIO, "short", "live"))
    await room.play_to("live")
    now = (await room.state()).round
    assert now is not None
    beat = next(iter(now.scenes.values())).beat
    assert beat is not None
    on_line = str(beat.on_line)

    await asyncio.gather(  # one batch
        room.player(on_line, c.SaveDraft("I am so")),
        room.player(on_line, c.SendReply("I am so sorry.")),
        room.player(on_line, c.SaveDraft("And I will")),
    )
    assert [draft.text for draft in room.log.drafts.values()] == ["And I will"]
    await room.play_to("vote")

    now = (await room.state()).round
    assert now is not None
    beat = next(iter(now.scenes.values())).beat
    assert beat is not None
    assert [(turn.words.text, turn.by_clock) for turn in beat.replies] == [("I am so sorry.", False), ("And I will", True)]
    assert room.log.drafts == {}


async def test_a_draft_survives_a_restart_and_is_seen_by_its_seat_only(room: Room) -> None:
    await room.open(3)
    await room.play_to("reply")
    one, other = (await agents_of(room))[:2]
    await room.player(one, c.SaveDraft("half a sent"))

    await room.restart(3)

    draft = await room.tables.draft_of(room.workshop, one)  # type: ignore[arg-type]
    assert draft is not None
    assert draft.text == "half a sent"
    assert await room.tables.draft_of(room.workshop, other) is None  # type: ignore[arg-type]


async def test_after_a_restart_clocks_have_the_time_that_was_left(room: Room) -> None:
    await room.open(3)
    await room.play_to("reply")
    await room.clock.move(30)
    await room.restart(500)

    now = (await room.state()).round
    assert now is not None
    deadline = next(iter(now.scenes.values())).clock.deadline
    assert deadline is not None
    left = (deadline - room.clock.now()) / 1000
    assert 88 <= left <= 93  # 120 less 30, and at most one sign of life (2 s) more


async def test_after_a_restart_nobody_counts_as_here_until_they_are(room: Room) -> None:
    await room.open(3)
    await room.restart(5)
    assert {seat.presence for seat in (await room.state()).seats.values()} == {"away"}


async def test_every_reply_is_marked_once_and_a_broken_rubric_never_stops_the_round(room: Room) -> None:
    await room.open(3)
    await room.play_to("reply")
    writer = (await agents_of(room))[0]
    room.rubric.broken = True
    await room.player(writer, c.SendReply("What is the order number?"))
    await settle()
    assert room.rubric.asked == ["What is the order number?"]

    await room.play_to("reveal")  # 5 s later than usual, without marks

    now = (await room.state()).round
    assert now is not None
    beat = next(iter(now.scenes.values())).beat
    assert beat is not None
    assert beat.replies[0].assessment is None
    assert beat.heard == beat.replies[0].token


async def test_unmarked_replies_are_assessed_when_a_table_is_restored(room: Room) -> None:
    await room.open(3)
    await room.play_to("reply")
    room.rubric.broken = True
    await room.player((await agents_of(room))[0], c.SendReply("What is the order number?"))
    await settle()
    room.rubric.broken = False

    await room.restart(1)
    await room.state()
    await settle()

    now = (await room.state()).round
    assert now is not None
    beat = next(iter(now.scenes.values())).beat
    assert beat is not None
    assert beat.replies[0].assessment is not None


async def test_marks_that_a_full_disk_did_not_take_are_given_once_there_is_room(room: Room) -> None:
    await room.open(3)
    await room.play_to("reply")
    writer, other = await agents_of(room)
    room.rubric.gate = asyncio.Event()
    assert isinstance(await room.player(writer, c.SendReply("What is the order number?")), Accepted)
    room.log.fail = 1
    room.rubric.gate.set()
    await settle()
    assert room.log.fail == 0  # the marks met a full disk

    await room.player(other, c.SetSwitches(not_today=True, no_abuse=False))
    await settle()

    now = (await room.state()).round
    assert now is not None
    beat = next(iter(now.scenes.values())).beat
    assert beat is not None
    assert beat.replies[0].assessment is not None


async def test_a_stop_press_leaves_no_seat_in_the_receipts(room: Room) -> None:
    await room.open(3)
    await room.play_to("floor")
    await room.player("s2", c.PressStop(), "secret-stop")

    receipt = next(receipt for receipt in room.log.receipts[room.workshop] if receipt.command == "secret-stop")
    assert receipt.actor == ""


async def test_whoever_leaves_is_told_and_granted_nothing(room: Room) -> None:
    await room.open(2)
    await room.desk(c.RemoveSeat("s2", ban=True))  # type: ignore[arg-type]
    await settle()
    assert room.publisher.granted["s2"] == frozenset()  # type: ignore[index]
    assert room.publisher.parted == [("s2", "The facilitator has removed you.")]


async def test_whoever_was_taken_out_is_not_told_that_they_left(room: Room) -> None:
    await room.open(2)
    await room.desk(c.RemoveSeat(SeatId("s2")))
    await room.player("s1", c.LeaveWorkshop())
    await settle()
    (taken_out, sentence), left = room.publisher.parted
    assert (taken_out, "join again" in sentence) == ("s2", True)
    assert left == ("s1", "You have left this workshop.")


async def test_versions_of_a_document_never_go_back(room: Room) -> None:
    await room.open(4)
    await room.play_to("reveal")
    for versions in room.publisher.versions.values():
        assert versions == sorted(versions)


async def test_the_customers_card_goes_to_the_customer_alone(room: Room) -> None:
    await room.open(3)
    await room.play_to("floor")
    now = (await room.state()).round
    assert now is not None
    scene = next(iter(now.scenes.values()))
    holders = [seat for seat, keys in room.publisher.granted.items() if DocumentKey("card", scene.team) in keys]
    assert holders == [scene.customer]
