"""What a page may do over the socket, and what it is told."""

import asyncio
from typing import Any, get_args

import aiohttp
import pytest
from socketio.exceptions import ConnectionError as NotConnected

from game.core.commands import CastBallot, DeskCommand, Draft, EraseMe, Ready, SendReply, SetPresence, StartRound
from game.core.ids import SeatId, Token
from game.core.refusal import Refusal
from game.core.views.grants import DocumentKey
from game.runtime.ports import StoreUnavailable
from game.server import wire
from game.server.sockets import BURST, MOST_OF_SEAT
from tests.server.conftest import PATIENCE, House
from tests.server.fakes import LOBBY, case, lobby


async def refused(house: House, auth: object, headers: dict[str, str] | None = None) -> Any:
    with pytest.raises(NotConnected):
        await house.connect(auth, headers)
    return (await house.pages[-1].next("connect_error"))["data"]


# --- who may connect


async def test_a_phone_with_a_ticket_hears_hello_and_then_its_documents(house: House) -> None:
    workshop, code = await house.open()
    seat, ticket = await house.seat(workshop)
    house.tables.drafts[(workshop, seat)] = Draft(seat, "I am so", ("look_up",))
    page = await house.connect({"ticket": ticket})
    assert await page.next("hello") == {
        "audience": "seat",
        "seat": seat,
        "code": code,
        "at": house.clock.now(),
        "draft": {"text": "I am so", "actions": ["look_up"], "offer": None},
    }
    assert await page.current() == {"lobby", "board", "standings"}


async def test_the_first_message_after_connecting_is_hello(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    page = await house.connect({"ticket": ticket})
    assert (await asyncio.wait_for(page.told.get(), PATIENCE))[0] == "hello"


async def test_a_desk_needs_the_cookie_of_a_facilitator(house: House) -> None:
    _, code = await house.open()
    assert (await refused(house, {"desk": code}))["code"] == "not_signed_in"
    page = await house.connect({"desk": code.lower()}, await house.facilitator())
    assert (await page.next("hello"))["audience"] == "desk"


async def test_signing_out_closes_that_facilitators_desks_in_every_workshop_and_nobody_elses(house: House) -> None:
    workshop, code = await house.open()
    _, other_code = await house.open()
    fay, noor = await house.facilitator(), await house.facilitator("Noor")
    hers = [await house.connect({"desk": one}, fay) for one in (code, other_code)]
    others = [await house.connect({"desk": code}, noor), await house.connect({"stage": code}), (await house.phone(workshop))[1]]
    for page in (*hers, *others[:2]):
        await page.next("hello")

    assert (await house.post("/api/sign-out", {}, headers=fay))[0] == 200

    for page in hers:
        await page.next("disconnect")
    for page in others:
        assert (await page.send("pause_all")).get("code") != "no_seat"
        assert page.client.connected


async def test_a_cookie_ends_with_the_password_it_was_given_for(house: House) -> None:
    _, code = await house.open()
    cookie = await house.facilitator()
    house.accounts.change_password("Fay")
    assert (await refused(house, {"desk": code}, cookie))["code"] == "not_signed_in"


async def test_a_tampered_cookie_is_nobody(house: House) -> None:
    _, code = await house.open()
    cookie = await house.facilitator()
    tampered = {"Cookie": cookie["Cookie"][:-2] + "xx"}
    assert (await refused(house, {"desk": code}, tampered))["code"] == "not_signed_in"


async def test_a_ticket_is_no_cookie(house: House) -> None:
    workshop, code = await house.open()
    _, ticket = await house.seat(workshop)
    assert (await refused(house, {"desk": code}, {"Cookie": f"simmerdown_desk={ticket}"}))["code"] == "not_signed_in"


async def test_a_projector_needs_only_the_code_and_cannot_steer(house: House) -> None:
    _, code = await house.open()
    page = await house.connect({"stage": code})
    assert (await page.next("hello"))["audience"] == "stage"
    for name in ("ready", "pause_all", "close_workshop"):
        assert (await page.send(name))["code"] == "wrong_role"
    assert house.tables.submitted == []


@pytest.mark.parametrize(
    "auth",
    [None, {}, [], "w1", 7, {"ticket": 7}, {"ticket": "a", "stage": "b"}, {"seat": "s1"}, {"ticket": None}],
    ids=str,
)
async def test_a_page_that_does_not_say_who_it_is_is_refused(house: House, auth: object) -> None:
    said = await refused(house, auth)
    assert said["code"] == "bad_payload"
    assert said["sentence"].endswith(".")


@pytest.mark.parametrize("ticket", ["", "forged", "WyJ3MSIsInMxIl0.AAAA", "é", "x" * 3000])
async def test_a_forged_ticket_is_refused(house: House, ticket: str) -> None:
    await house.open()
    assert (await refused(house, {"ticket": ticket}))["code"] == "bad_ticket"


async def test_the_ticket_of_a_seat_that_has_gone_is_refused(house: House) -> None:
    workshop, _ = await house.open()
    seat, ticket = await house.seat(workshop)
    house.tables.unseat(workshop, seat)
    assert (await refused(house, {"ticket": ticket}))["code"] == "no_seat"


async def test_the_ticket_of_a_workshop_that_is_no_longer_kept_is_refused(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    del house.tables.workshops[workshop]
    assert (await refused(house, {"ticket": ticket}))["code"] == "unknown_code"


async def test_an_unknown_code_is_refused(house: House) -> None:
    assert (await refused(house, {"stage": "NOPE"}))["code"] == "unknown_code"


async def test_pages_of_other_sites_cannot_connect(house: House) -> None:
    _, code = await house.open()
    with pytest.raises(NotConnected):
        await house.connect({"stage": code}, {"Origin": "http://elsewhere.example"})
    page = await house.connect({"stage": code}, {"Origin": house.url})
    assert (await page.next("hello"))["audience"] == "stage"


async def test_a_seat_cannot_hold_any_number_of_connections(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    for _ in range(MOST_OF_SEAT):
        await house.connect({"ticket": ticket})
    assert (await refused(house, {"ticket": ticket}))["code"] == "too_many_connections"


# --- commands


async def test_a_command_is_submitted_for_the_seat_of_the_ticket_and_acknowledged(house: House) -> None:
    workshop, _ = await house.open()
    seat, page = await house.phone(workshop)
    answer = await page.send("cast_ballot", {"left": "a", "right": "b", "chosen": None}, "id-1")
    assert answer == {"ok": True, "version": house.tables.versions[workshop]}
    said = house.tables.of(CastBallot)[0]
    assert (said.workshop, said.role, said.actor, said.id) == (workshop, "player", seat, "id-1")
    assert said.command == CastBallot(Token("a"), Token("b"), None)


async def test_what_the_game_refuses_reaches_the_player_with_code_and_sentence(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    house.tables.refusal = Refusal("still_talking", "They are still talking. Send anyway?")
    answer = await page.send("send_reply", {"text": "Sorry!"})
    assert answer == {"ok": False, "code": "still_talking", "sentence": "They are still talking. Send anyway?"}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("say", {"text": "You weasel."}),
        ("send_reply", {"text": "You weasel."}),
        ("step_out", {"text": "You weasel."}),
        ("take_again", {"before": "x", "after": "You weasel."}),
        ("set_aim", {"criterion": "empathy", "when": "the weasel shouts", "will": "listen"}),
    ],
)
async def test_an_insult_stays_with_its_sender(house: House, name: str, body: dict[str, object]) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    before = len(house.tables.submitted)
    answer = await page.send(name, body)
    assert answer == {"ok": False, "code": "unkind", "sentence": "Change it or shred it."}
    assert len(house.tables.submitted) == before


async def test_a_player_is_refused_every_command_of_the_desk(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    bodies: dict[str, object] = {
        "change_settings": {"settings": {"title": "T", "season": "", "playlist": [], "forms": []}},
        "overrule_mark": {"token": "t", "criterion": "empathy", "level": 3, "reason": "r"},
        "start_round": {"scenario": "late", "form": "short"},
        "move_seat": {"seat": "s1", "team": None},
        "set_lock": {"locked": True},
        "set_timed": {"timed": True},
        "set_stage_sound": {"on": True},
        "rename_seat": {"seat": "s1", "name": "N"},
        "rename_team": {"team": "t1", "name": "N"},
        "set_time_factor": {"seat": "s1", "time_factor": 120},
    }
    texts = {"seat": "s1", "team": "t1", "token": "x", "reason": "r"}
    for name, command in wire.DESK_COMMANDS.items():
        await house.clock.advance(1000)
        needed = wire.BODIES[name].model_json_schema().get("required", [])
        body = bodies[name] if name in bodies else {field: texts[field] for field in needed}
        answer = await page.send(name, body, name)
        assert (answer["ok"], answer["code"]) == (False, "wrong_role"), name
        assert house.tables.of(command) == []
    assert len(wire.DESK_COMMANDS) == len(get_args(DeskCommand))


async def test_a_desk_starts_a_round_by_the_slug_of_a_scenario(house: House) -> None:
    _, code = await house.open()
    page = await house.connect({"desk": code}, await house.facilitator())
    assert (await page.send("start_round", {"scenario": "late", "form": "short"}))["ok"] is True
    command = house.tables.of(StartRound)[0].command
    assert isinstance(command, StartRound)
    assert (command.scenario.slug, command.form) == ("late", "short")
    assert (await page.send("start_round", {"scenario": "nope", "form": "short"}))["code"] == "unknown_scenario"


async def test_the_same_id_of_two_desks_is_not_the_same_command(house: House) -> None:
    _, code = await house.open()
    for name in ("Fay", "Gil"):
        page = await house.connect({"desk": code}, await house.facilitator(name))
        await page.send("pause_all", {}, "1")
    assert len({said.id for said in house.tables.submitted}) == 2
    assert {(said.role, said.actor) for said in house.tables.submitted} == {("desk", None)}


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (None, "bad_payload"),
        ("ready", "bad_payload"),
        ([], "bad_payload"),
        ({}, "bad_payload"),
        ({"id": "1", "name": "ready", "body": []}, "bad_payload"),
        ({"id": 1, "name": "ready", "body": {}}, "bad_payload"),
        ({"id": "", "name": "ready", "body": {}}, "bad_payload"),
        ({"id": "x" * 65, "name": "ready", "body": {}}, "too_long"),
        ({"id": "1", "name": "ready", "body": {}, "seat": "s2"}, "bad_payload"),
        ({"id": "1", "name": "ready", "body": {"seat": "s2"}}, "bad_payload"),
        ({"id": "1", "name": "become_admin", "body": {}}, "unknown_command"),
        ({"id": "1", "name": "take_seat", "body": {"player": "p", "name": "n", "avatar": "a"}}, "unknown_command"),
        ({"id": "1", "name": "send_reply", "body": {"text": "x" * 20_000}}, "too_long"),
        ({"id": "1", "name": "send_reply", "body": {"text": "😡" * 20_000}}, "too_long"),
        ({"id": "1", "name": "send_reply", "body": {"text": b"bytes"}}, "bad_payload"),
        ({"id": "1", "name": "mark_reply", "body": {"token": "t", "mark": "50"}}, "bad_payload"),
        ({"id": "1", "name": "mark_reply", "body": {"token": "t", "mark": 51}}, "bad_payload"),
        ({"id": "1", "name": "set_pace", "body": {"time_factor": 10**40}}, "bad_payload"),
    ],
    ids=lambda value: str(value)[:60],
)
async def test_a_malformed_command_gets_a_code_and_a_sentence(house: House, payload: object, code: str) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    answer = await page.raw(payload)
    assert (answer["ok"], answer["code"]) == (False, code)
    assert answer["sentence"].endswith(".")
    assert (await page.send("ready"))["ok"] is True, "the connection goes on"
    assert len(house.tables.of(Ready)) == 1


async def test_a_hundred_commands_at_once_are_refused_without_losing_the_connection(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    answers = await asyncio.gather(*(page.send("ready", {}, f"c{number}") for number in range(100)))
    assert [answer["ok"] for answer in answers] == [True] * BURST + [False] * (100 - BURST)
    assert {answer["code"] for answer in answers[BURST:]} == {"too_fast"}
    await house.clock.advance(1000)
    assert (await page.send("ready", {}, "later"))["ok"] is True


async def test_a_fault_behind_the_door_is_refused_and_the_next_command_works(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    house.tables.fault = RuntimeError("a bug with a secret in it")
    answer = await page.send("ready")
    assert answer == {"ok": False, "code": "broken", "sentence": "Something went wrong on the server. Please try again."}
    house.tables.fault = None
    assert (await page.send("ready"))["ok"] is True


async def test_a_store_that_is_away_is_no_bug(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    house.tables.fault = StoreUnavailable("disk full")
    assert (await page.send("ready"))["code"] == "not_saved"


async def test_control_characters_never_reach_the_game(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    await page.send("send_reply", {"text": "one\r\ntwo\x00\x07\tthree"})
    command = house.tables.of(SendReply)[0].command
    assert isinstance(command, SendReply)
    assert command.text == "one\ntwo\tthree"


# --- what no honest client sends


async def raw_socket(house: House, ticket: str) -> aiohttp.ClientWebSocketResponse:
    socket = await house.http.ws_connect(f"{house.url}/socket.io/?EIO=4&transport=websocket")
    assert (await socket.receive_str(timeout=PATIENCE)).startswith("0{")
    await socket.send_str(f'40{{"ticket":"{ticket}"}}')
    return socket


async def answer_to(socket: aiohttp.ClientWebSocketResponse, frame: str, ack: str) -> str:
    await socket.send_str(frame)
    while True:
        said = await socket.receive_str(timeout=PATIENCE)
        if said.startswith(ack):
            return said


@pytest.mark.parametrize(
    "garbage",
    ['["command",{bad', "", '"command"', "[]", '["connect",{},{}]', '["disconnect"]', '["command","\\ud800"]', "[" * 5000],
    ids=lambda text: str(text)[:20],
)
async def test_a_message_that_is_no_json_or_no_command_is_answered(house: House, garbage: str) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    socket = await raw_socket(house, ticket)
    assert '"code":"bad_payload"' in await answer_to(socket, f"427{garbage}", "437")
    good = '428["command",{"id":"1","name":"ready","body":{}}]'
    assert '"ok":true' in await answer_to(socket, good, "438"), "the connection goes on"
    await socket.close()


async def test_a_message_beyond_the_limit_is_answered(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    socket = await raw_socket(house, ticket)
    large = '427["command",{"id":"1","name":"say","body":{"text":"' + "x" * 100_000 + '"}}]'
    assert '"code":"too_long"' in await answer_to(socket, large, "437")
    await socket.close()


@pytest.mark.parametrize("frame", ["451-[]", "46", "459999999999-[]", "44{}", "4x", "4", "41", "9"])
async def test_packets_of_other_kinds_do_no_harm(house: House, frame: str) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    socket = await raw_socket(house, ticket)
    await socket.send_str(frame)
    await socket.close()
    _, page = await house.phone(workshop, "Noa")
    assert (await page.send("ready"))["ok"] is True


async def test_a_frame_that_is_no_packet_ends_its_connection_only(house: House) -> None:
    workshop, _ = await house.open()
    seat, ticket = await house.seat(workshop)
    socket = await raw_socket(house, ticket)
    await house.tables.until(SetPresence)
    await socket.send_str("x")
    while not socket.closed:
        await socket.receive(timeout=PATIENCE)
    await house.clock.until_asleep(1)
    assert house.doors.publisher.roster.of_seat(workshop, seat) == ()


async def test_one_connection_speaks_for_one_seat_only(house: House) -> None:
    workshop, _ = await house.open()
    seat, ticket = await house.seat(workshop)
    _, other = await house.seat(workshop, "Noa")
    socket = await raw_socket(house, ticket)
    await answer_to(socket, f'40{{"ticket":"{other}"}}', "44")
    await answer_to(socket, '428["command",{"id":"1","name":"ready","body":{}}]', "438")
    assert [said.actor for said in house.tables.of(Ready)] == [seat]
    await socket.close()


# --- documents


async def test_a_published_document_reaches_everyone_who_may_see_it(house: House) -> None:
    workshop, code = await house.open()
    _, phone = await house.phone(workshop)
    stage = await house.connect({"stage": code})
    desk = await house.connect({"desk": code}, await house.facilitator())
    for page in (phone, stage, desk):
        await page.current()
        page.waiting()
    version = await house.tables.change(workshop, {LOBBY: lobby(code, "Tuesday")})
    for page in (phone, stage, desk):
        message = await page.next("document", "lobby")
        assert (message["version"], message["of"], message["at"]) == (version, "", house.clock.now())
        assert message["body"]["title"] == "Tuesday"


async def test_two_workshops_never_hear_each_other(house: House) -> None:
    first, code = await house.open()
    second, other_code = await house.open()
    _, here = await house.phone(first)
    _, there = await house.phone(second)
    await here.current()
    await there.current()
    await house.tables.change(first, {LOBBY: lobby(code, "for the first")})
    await house.tables.change(second, {LOBBY: lobby(other_code, "for the second")})
    assert (await here.next("document", "lobby"))["body"]["title"] == "for the first"
    assert (await there.next("document", "lobby"))["body"]["title"] == "for the second"
    assert (await here.send("ready"))["ok"] is True
    assert house.tables.of(Ready)[0].workshop == first
    assert [message for _, message in here.waiting() + there.waiting()] == []


async def test_a_granted_document_comes_and_a_revoked_one_is_taken_back(house: House) -> None:
    workshop, code = await house.open()
    seat, page = await house.phone(workshop)
    await page.current()
    key = DocumentKey("case", "t1")
    await house.tables.change(workshop, {key: case("t1", "not yet")})
    version = await house.tables.grant(workshop, seat, key)
    granted = await page.next("document")
    assert (granted["name"], granted["of"], granted["version"]) == ("case", "t1", version)
    assert granted["body"]["case"] == "not yet"

    await house.tables.change(workshop, {key: case("t1", "now")})
    assert (await page.next("document", "case"))["body"]["case"] == "now"

    version = await house.tables.grant(workshop, seat)
    revoked = await page.next("document")
    assert (revoked["name"], revoked["of"], revoked["version"], revoked["body"]) == ("case", "t1", version, None)
    await house.tables.change(workshop, {key: case("t1", "a secret")})
    await house.tables.change(workshop, {LOBBY: lobby(code, "after it")})
    assert (await page.next("document"))["body"]["title"] == "after it"


async def test_the_documents_of_a_team_reach_its_seats_only(house: House) -> None:
    workshop, code = await house.open()
    mine, other = DocumentKey("case", "t1"), DocumentKey("case", "t2")
    await house.tables.change(workshop, {mine: case("t1", "ours"), other: case("t2", "theirs")})
    house.tables.extra[(workshop, SeatId("s1"))] = frozenset({mine})
    _, page = await house.phone(workshop)
    stage = await house.connect({"stage": code})
    assert "case" in await page.current()
    assert await stage.current() <= {"lobby", "board", "standings", "stage"}
    stage.waiting()
    await house.tables.change(workshop, {mine: case("t1", "ours again"), other: case("t2", "theirs again")})
    await house.tables.change(workshop, {LOBBY: lobby(code, "end")})
    assert (await page.next("document"))["body"]["case"] == "ours again"
    assert (await page.next("document"))["body"]["title"] == "end"
    assert (await stage.next("document"))["name"] in ("lobby", "stage")


async def test_a_second_phone_of_the_same_seat_sees_the_same(house: House) -> None:
    workshop, _ = await house.open()
    seat, ticket = await house.seat(workshop)
    key = DocumentKey("case", "t1")
    await house.tables.change(workshop, {key: case("t1", "ours")})
    house.tables.extra[(workshop, seat)] = frozenset({key})
    for _ in range(2):
        page = await house.connect({"ticket": ticket})
        assert (await page.next("document", "case"))["body"]["case"] == "ours"


async def test_a_seat_that_is_parted_is_told_why_and_hears_no_more(house: House) -> None:
    workshop, _ = await house.open()
    seat, page = await house.phone(workshop)
    await page.current()
    await house.tables.publisher.part(workshop, seat, "The facilitator has removed you.")
    assert await page.next("parted") == {"sentence": "The facilitator has removed you."}
    await page.next("disconnect")
    assert [said.command for said in house.tables.of(SetPresence)] == [SetPresence(seat, here=True)]


# --- erasing


async def test_whoever_is_erased_here_is_erased_elsewhere_first(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    house.erasing.refusal = Refusal("not_saved", "The disk is full.")
    refused = await page.send("erase_me", {}, "c1")
    assert refused["code"] == "not_saved"
    assert not house.tables.of(EraseMe)
    house.erasing.refusal = None
    assert (await page.send("erase_me", {}, "c2"))["ok"]
    assert len(house.tables.of(EraseMe)) == 1
    assert house.erasing.asked == [(f"{workshop}-Mia", workshop)] * 2


# --- presence


async def test_a_seat_is_here_at_once_and_away_two_seconds_after_its_last_connection(house: House) -> None:
    workshop, _ = await house.open()
    seat, page = await house.phone(workshop)
    said = await house.tables.until(SetPresence)
    assert (said[0].command, said[0].role, said[0].actor) == (SetPresence(seat, here=True), "system", None)
    await page.client.disconnect()
    await house.clock.until_asleep(1)
    await house.clock.advance(1999)
    assert len(house.tables.of(SetPresence)) == 1
    await house.clock.advance(1)
    said = await house.tables.until(SetPresence, 2)
    assert said[1].command == SetPresence(seat, here=False)
    assert said[0].id != said[1].id


async def test_a_seat_counts_as_here_once_there_is_room_again_on_the_disk(house: House) -> None:
    workshop, _ = await house.open()
    seat, ticket = await house.seat(workshop)
    house.tables.refusal = Refusal("not_saved", "The disk is full.")
    page = await house.connect({"ticket": ticket})
    await page.next("hello")
    await house.clock.until_asleep(1)
    assert len(house.tables.of(SetPresence)) == 1
    house.tables.refusal = None
    await house.clock.advance(2000)
    said = await house.tables.until(SetPresence, 2)
    assert said[1].command == SetPresence(seat, here=True)
    await house.clock.until_asleep(0)
    assert len(house.tables.of(SetPresence)) == 2
    await page.client.disconnect()


async def test_a_reload_within_two_seconds_is_no_absence(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    page = await house.connect({"ticket": ticket})
    await page.next("hello")
    await page.client.disconnect()
    await house.clock.until_asleep(1)
    again = await house.connect({"ticket": ticket})
    await again.next("hello")
    await house.clock.until_asleep(0)
    await house.clock.advance(10_000)
    said = await house.tables.until(SetPresence, 2)
    assert [command.command.here for command in said if isinstance(command.command, SetPresence)] == [True, True]


async def test_a_seat_with_a_second_phone_is_not_away(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    first = await house.connect({"ticket": ticket})
    await first.next("hello")
    second = await house.connect({"ticket": ticket})
    await second.next("hello")
    await first.client.disconnect()
    assert (await second.send("ready"))["ok"] is True
    assert house.clock.sleeping == 0


# --- the end


async def test_a_server_that_stops_says_so_and_takes_nobody_for_away(house: House) -> None:
    workshop, _ = await house.open()
    _, page = await house.phone(workshop)
    await house.server.close()
    assert "restarting" in (await page.next("going"))["sentence"]
    await page.next("disconnect")
    await house.clock.advance(10_000)
    assert len(house.tables.of(SetPresence)) == 1


async def test_a_server_that_stops_hangs_up_on_clients_that_would_stay(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    socket = await raw_socket(house, ticket)
    await house.tables.until(SetPresence)
    closing = asyncio.create_task(house.server.close())
    said = []
    while not socket.closed:
        said.append((await socket.receive(timeout=PATIENCE)).data)
    assert any("going" in str(frame) for frame in said)
    await closing
