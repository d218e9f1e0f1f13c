"""Beginning to practise alone, over HTTP."""

from typing import Any

import pytest
import socketio.exceptions

from game.core.commands import SetTimed, StartRound
from game.core.ids import SeatId, WorkshopId
from game.server.api_practice import MOST_BEGUN, card_of
from game.server.doors import PracticeRooms
from tests.core.scenarios import scenario as kettle
from tests.server.conftest import House, serving
from tests.server.fakes import scenario

ASKED = {"scenario": "late"}


async def begin(house: House, **asked: Any) -> tuple[int, Any]:
    return await house.post("/api/practice", {**ASKED, **asked})


def place_of(house: House, body: dict[str, Any]) -> tuple[WorkshopId, SeatId]:
    """Where the ticket leads that was given."""
    place = house.signer.seat_of(body["ticket"])
    assert place is not None
    return place


async def test_what_can_be_practised_says_what_it_trains_and_no_secret(house: House) -> None:
    status, body = await house.get("/api/practice")
    assert status == 200
    assert body["keep_days"] == 7
    assert [card["slug"] for card in body["scenarios"]] == ["late", "lost", "harder"]
    assert set(body["scenarios"][0]) == {
        "slug", "title", "summary", "industry", "company", "channel", "difficulty", "trains", "sequel_of",
    }  # fmt: skip


def test_a_card_names_the_heaviest_criteria_of_all_beats_first() -> None:
    assert card_of(kettle()).trains == ("inquiry", "listening", "solution")


async def test_one_request_opens_a_practice_takes_its_seat_and_starts_the_round(house: House) -> None:
    status, body = await begin(house)
    assert status == 200
    settings = house.tables.workshops[place_of(house, body)[0]].settings
    assert (settings.practice, settings.rehearsal, settings.timed, settings.keep_days) == (True, True, False, 7)
    assert house.tables.of(StartRound)[0].command == StartRound(scenario("late"), "long")
    assert not house.tables.of(SetTimed)


async def test_a_name_is_welcome_but_nobody_has_to_give_one(house: House) -> None:
    names = []
    for asked in ({}, {"nickname": "Mia"}):
        _, body = await begin(house, **asked)
        workshop, seat = place_of(house, body)
        names.append(house.tables.workshops[workshop].seats[seat].name.text)
    assert names == ["You", "Mia"]


async def test_with_the_ticket_it_goes_on_in_the_same_practice(house: House) -> None:
    _, first = await begin(house)
    _, again = await begin(house, ticket=first["ticket"], timed=True)
    assert (again["code"], again["seat"]) == (first["code"], first["seat"])
    assert len(house.tables.workshops) == 1
    assert [said.command for said in house.tables.of(SetTimed)] == [SetTimed(timed=True)]


@pytest.mark.parametrize("ticket", ["", "nonsense", "a.b.c"])
async def test_a_ticket_that_is_no_good_opens_a_new_practice(house: House, ticket: str) -> None:
    status, _ = await begin(house, ticket=ticket)
    assert status == 200
    assert len(house.tables.workshops) == 1


async def test_a_ticket_of_an_ordinary_workshop_starts_nothing_there(house: House) -> None:
    workshop, _ = await house.open()
    _, ticket = await house.seat(workshop)
    await begin(house, ticket=ticket)
    assert [said.workshop for said in house.tables.of(StartRound)] != [workshop]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"scenario": "nowhere"}, "unknown_scenario"),
        ({"avatar": "no picture"}, "bad_avatar"),
        ({"nickname": "x" * 60}, "name_too_long"),
        ({"scenario": 7}, "bad_payload"),
        ({"surprise": 1}, "bad_payload"),
    ],
)
async def test_bad_input_gets_a_sentence_and_opens_nothing(house: House, asked: dict[str, Any], code: str) -> None:
    status, body = await begin(house, **asked)
    assert status >= 400
    assert body["code"] == code
    assert body["sentence"].endswith(".")
    assert not house.tables.workshops


async def test_one_address_cannot_open_practices_without_end(house: House) -> None:
    for _ in range(MOST_BEGUN):
        assert (await begin(house, scenario="late", ticket=None))[0] == 200
        house.tables.workshops.clear()
    status, body = await begin(house)
    assert (status, body["code"]) == (429, "too_many_tries")
    await house.clock.advance(11 * 60_000)
    assert (await begin(house))[0] == 200


async def test_there_are_only_so_many_places_and_whoever_has_gone_makes_room(pages_folder: Any) -> None:
    async with serving(pages_folder, practice=PracticeRooms(most=1)) as house:
        _, first = await begin(house)
        status, body = await begin(house)
        assert (status, body["code"]) == (503, "practice_full")
        house.tables.left.append(place_of(house, first)[0])
        assert (await begin(house))[0] == 200


async def test_a_server_without_practice_offers_none(pages_folder: Any) -> None:
    async with serving(pages_folder, practice=PracticeRooms(most=0)) as house:
        _, offered = await house.get("/api/practice")
        assert offered["scenarios"] == []
        status, body = await begin(house)
        assert (status, body["code"]) == (404, "no_practice")


async def test_nobody_else_looks_into_a_practice(house: House) -> None:
    _, body = await begin(house)
    code = body["code"]
    assert (await house.get(f"/api/workshops/{code}"))[1]["code"] == "unknown_code"
    assert (await house.post("/api/join", {"code": code, "nickname": "Eve", "avatar": "🦊"}))[1]["code"] == "unknown_code"
    status, exported = await house.get(f"/api/workshops/{code}/export.csv", headers=await house.facilitator())
    assert (status, exported["code"]) == (404, "unknown_code")
    for auth in ({"stage": code}, {"desk": code}):
        with pytest.raises(socketio.exceptions.ConnectionError):
            await house.connect(auth, await house.facilitator())


async def test_the_page_of_the_practice_is_the_phones(house: House) -> None:
    async with house.http.get(house.url + "/practice") as answer:
        assert "<title>index" in await answer.text()


def test_a_second_part_names_the_first() -> None:
    assert card_of(kettle(sequel_of="the-pan")).sequel_of == "the-pan"
