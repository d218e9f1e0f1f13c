"""Looking up a workshop and taking a seat over HTTP."""

from typing import Any

import pytest

from game.core.refusal import Refusal
from game.runtime.ports import StoreUnavailable
from game.server.api_join import MOST_WRONG_CODES
from tests.server.conftest import House

MIA: dict[str, Any] = {"nickname": "Mia", "avatar": "🦊"}


async def test_a_code_tells_what_a_phone_needs_before_it_joins(house: House) -> None:
    workshop, code = await house.open()
    await house.seat(workshop)
    status, card = await house.get(f"/api/workshops/{code.lower()}")
    assert status == 200
    assert card == {
        "code": code,
        "title": "Monday",
        "season": "",
        "locked": False,
        "rehearsal": False,
        "keep_days": 90,
        "players": 1,
    }


async def test_joining_gives_a_ticket_that_opens_the_socket(house: House) -> None:
    _, code = await house.open()
    status, joined = await house.post("/api/join", {"code": code, **MIA})
    assert (status, joined["seat"], joined["code"]) == (200, "s1", code)
    page = await house.connect({"ticket": joined["ticket"]})
    assert (await page.next("hello"))["seat"] == "s1"


async def test_a_pass_makes_the_same_player_in_this_workshop_and_the_next(house: House) -> None:
    first, code = await house.open()
    second, other_code = await house.open()
    _, joined = await house.post("/api/join", {"code": code, **MIA})
    _, again = await house.post("/api/join", {"code": code, **MIA, "pass": joined["pass"]})
    _, later = await house.post("/api/join", {"code": other_code, **MIA, "pass": joined["pass"]})
    assert (again["seat"], again["pass"], later["pass"]) == (joined["seat"], joined["pass"], joined["pass"])
    players = {seat.player for workshop in (first, second) for seat in house.tables.workshops[workshop].seats.values()}
    assert len(players) == 1
    assert joined["pass"] not in house.accounts.passes, "only its hash is kept"


async def test_a_newcomer_whose_answer_was_lost_gets_the_same_seat_with_the_same_key(house: House) -> None:
    _, code = await house.open()
    key = "0123456789abcdef" * 2
    _, first = await house.post("/api/join", {"code": code, **MIA, "key": key})
    _, again = await house.post("/api/join", {"code": code, **MIA, "key": key})
    _, other = await house.post("/api/join", {"code": code, **MIA, "key": key[::-1]})
    assert again["seat"] == first["seat"] != other["seat"]
    _, later = await house.post("/api/join", {"code": code, **MIA, "pass": again["pass"]})
    assert later["seat"] == first["seat"]
    status, problem = await house.post("/api/join", {"code": code, **MIA, "key": "guess me"})
    assert (status, problem["code"]) == (400, "bad_payload")


async def test_a_pass_of_another_server_is_replaced(house: House) -> None:
    _, code = await house.open()
    _, joined = await house.post("/api/join", {"code": code, **MIA, "pass": "from elsewhere"})
    assert joined["pass"] != "from elsewhere"


@pytest.mark.parametrize("code", ["NOPE", "", " ", "é", "'; drop table", "x" * 40])
async def test_an_unknown_code_is_refused(house: House, code: str) -> None:
    status, problem = await house.post("/api/join", {"code": code, **MIA})
    assert (status, problem["code"]) == (404, "unknown_code")
    assert "screen" in problem["sentence"]


async def test_codes_cannot_be_found_by_trying(house: House) -> None:
    _, code = await house.open()
    for number in range(MOST_WRONG_CODES):
        assert (await house.get(f"/api/workshops/X{number}"))[0] == 404
    assert (await house.get(f"/api/workshops/{code}"))[0] == 429
    await house.clock.advance(60_000)
    assert (await house.get(f"/api/workshops/{code}"))[0] == 200


@pytest.mark.parametrize(
    ("nickname", "code"),
    [
        ("x" * 500, "name_too_long"),
        ("", "bad_name"),
        ("   ", "bad_name"),
        ("\u202e\u200d", "bad_name"),
        ("So rude", "rude_name"),
        ("x" * 5000, "too_long"),
    ],
    ids=lambda text: str(text)[:12],
)
async def test_a_nickname_that_will_not_do_is_refused_with_a_sentence(house: House, nickname: str, code: str) -> None:
    workshop, room = await house.open()
    status, problem = await house.post("/api/join", {"code": room, **MIA, "nickname": nickname})
    assert (status, problem["code"]) == (400, code)
    assert problem["sentence"].endswith(".")
    assert house.tables.workshops[workshop].seats == {}


@pytest.mark.parametrize("nickname", ["Mia 🎉", "👩‍👩‍👧‍👦", "שירה", "محمد", "Zoë", "李雷", "O'Neil-Smith"])
async def test_emoji_and_names_of_every_script_are_welcome(house: House, nickname: str) -> None:
    workshop, code = await house.open()
    status, _ = await house.post("/api/join", {"code": code, **MIA, "nickname": nickname})
    assert status == 200
    assert [seat.name.text for seat in house.tables.workshops[workshop].seats.values()] == [nickname]


async def test_only_pictures_from_the_list_can_be_chosen(house: House) -> None:
    _, code = await house.open()
    status, problem = await house.post("/api/join", {"code": code, **MIA, "avatar": "<svg>"})
    assert (status, problem["code"]) == (400, "bad_avatar")


@pytest.mark.parametrize("code", ["full", "locked", "name_taken", "banned"])
async def test_what_the_game_refuses_is_a_conflict_and_leaves_no_pass(house: House, code: str) -> None:
    _, room = await house.open()
    house.tables.refusal = Refusal(code, "Sorry, not now.")
    status, problem = await house.post("/api/join", {"code": room, **MIA})
    assert (status, problem) == (409, {"code": code, "sentence": "Sorry, not now."})
    assert house.accounts.passes == {}


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'{"code":"ROOM1"}', b'{"code":7,"nickname":"Mia","avatar":"x"}', b"\xff\xfe", b"[" * 20_000],
    ids=lambda body: str(body)[:24],
)
async def test_malformed_json_is_refused(house: House, body: bytes) -> None:
    await house.open()
    async with house.http.post(house.url + "/api/join", data=body, headers={"Content-Type": "application/json"}) as answer:
        problem = await answer.json()
        assert (answer.status, problem["code"]) == (400, "bad_payload")
        assert "Traceback" not in problem["sentence"]


async def test_a_form_is_not_json(house: House) -> None:
    async with house.http.post(house.url + "/api/join", data={"code": "ROOM1"}) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, "bad_payload")


async def test_a_body_beyond_the_limit_is_refused(house: House) -> None:
    status, problem = await house.post("/api/join", {"code": "x" * 100_000, **MIA})
    assert (status, problem["code"]) == (400, "too_long")


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "https://127.0.0.1", "garbage"])
async def test_pages_of_other_sites_cannot_post(house: House, origin: str) -> None:
    _, code = await house.open()
    status, problem = await house.post("/api/join", {"code": code, **MIA}, headers={"Origin": origin})
    assert (status, problem["code"]) == (403, "bad_origin")
    status, _ = await house.post("/api/join", {"code": code, **MIA}, headers={"Sec-Fetch-Site": "cross-site"})
    assert status == 403


async def test_our_own_pages_can_post(house: House) -> None:
    _, code = await house.open()
    status, _ = await house.post("/api/join", {"code": code, **MIA}, headers={"Origin": house.url})
    assert status == 200


async def test_a_fault_is_told_without_its_details(house: House) -> None:
    _, code = await house.open()
    house.tables.join_fault = RuntimeError("a secret")
    status, problem = await house.post("/api/join", {"code": code, **MIA})
    assert (status, problem["code"]) == (500, "broken")
    assert "secret" not in problem["sentence"]
    house.tables.join_fault = StoreUnavailable("disk full")
    status, problem = await house.post("/api/join", {"code": code, **MIA})
    assert (status, problem["code"]) == (503, "not_saved")
