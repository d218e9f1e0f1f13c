"""Opening workshops and what surrounds them, over HTTP."""

from dataclasses import replace
from typing import Any

import pytest

from game.core.ids import CRITERIA, WorkshopId
from game.core.refusal import Refusal
from game.core.settings import ScoreWeights
from tests.core.given import S2, playing
from tests.server.conftest import House


async def opened(house: House, body: object) -> tuple[int, Any]:
    return await house.post("/api/workshops", body, headers=await house.facilitator())


async def test_one_click_is_enough_to_open_a_workshop(house: House) -> None:
    status, answer = await opened(house, {})
    assert (status, answer) == (201, {"code": "ROOM1"})
    settings = house.tables.workshops[WorkshopId("w1")].settings
    assert settings.playlist == ("late", "lost"), "the easy ones"
    assert settings.forms == ("short", "short")
    assert settings.title.startswith("Workshop of ")
    assert settings.title.endswith("November 2023")


async def test_every_choice_reaches_the_workshop(house: House) -> None:
    choices = {
        "title": " Tuesday ",
        "season": "Spring",
        "playlist": ["harder", "late"],
        "forms": ["short", "long"],
        "minutes": 60,
        "team_size": 4,
        "rehearsal": True,
        "weights": {"rubric": 100, "peers": 0, "customer": 0},
        "timed": False,
        "keep_days": 0,
    }
    assert (await opened(house, choices))[0] == 201
    settings = house.tables.workshops[WorkshopId("w1")].settings
    assert (settings.title, settings.season, settings.playlist) == ("Tuesday", "Spring", ("harder", "late"))
    assert (settings.forms, settings.minutes, settings.team_size) == (("short", "long"), 60, 4)
    assert (settings.rehearsal, settings.timed, settings.keep_days) == (True, False, 0)
    assert settings.weights == ScoreWeights(100, 0, 0)


@pytest.mark.parametrize(("minutes", "rounds"), [(20, 1), (45, 2), (60, 2), (90, 3), (180, 3)])
async def test_the_rounds_fit_the_minutes(house: House, minutes: int, rounds: int) -> None:
    await opened(house, {"minutes": minutes})
    settings = house.tables.workshops[WorkshopId("w1")].settings
    assert len(settings.playlist) == len(settings.forms) == rounds


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"playlist": ["nope"]}, "unknown_scenario"),
        ({"playlist": ["late"], "forms": ["short", "long"]}, "bad_settings"),
        ({"weights": {"rubric": 0, "peers": 0, "customer": 0}}, "bad_settings"),
        ({"weights": {"rubric": -1}}, "bad_payload"),
        ({"team_size": 2}, "bad_payload"),
        ({"team_size": "5"}, "bad_payload"),
        ({"minutes": 45.5}, "bad_payload"),
        ({"timed": 1}, "bad_payload"),
        ({"forms": ["middle"]}, "bad_payload"),
        ({"keep_days": -1}, "bad_payload"),
        ({"title": "x" * 81}, "too_long"),
        ({"secret": True}, "bad_payload"),
    ],
    ids=str,
)
async def test_what_makes_no_workshop_is_refused(house: House, body: object, code: str) -> None:
    status, problem = await opened(house, body)
    assert (status, problem["code"]) == (400, code)
    assert house.tables.workshops == {}


async def test_facilitators_see_every_workshop(house: House) -> None:
    await opened(house, {"title": "First"})
    status, rows = await house.get("/api/workshops", headers=await house.facilitator())
    assert status == 200
    assert rows == [{"code": "ROOM1", "title": "First", "opened_at": 0, "phase": "lobby", "players": 0}]


async def test_the_qr_is_a_picture_for_everyone(house: House) -> None:
    _, code = await house.open()
    async with house.http.get(f"{house.url}/api/workshops/{code}/qr.svg") as answer:
        assert (answer.status, answer.content_type) == (200, "image/svg+xml")
        assert "<svg" in await answer.text()
    assert (await house.get("/api/workshops/NOPE/qr.svg"))[0] == 404


async def test_the_export_comes_as_a_file(house: House) -> None:
    _, code = await house.open()
    async with house.http.get(f"{house.url}/api/workshops/{code}/export.csv", headers=await house.facilitator()) as answer:
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="simmerdown-ROOM1.csv"'
        assert await answer.text() == "workshop,kind\nw1,reply é\n"


async def test_the_labels_come_as_a_file(house: House) -> None:
    _, code = await house.open()
    path = f"{house.url}/api/workshops/{code}/labelled.jsonl"
    async with house.http.get(path, headers=await house.facilitator()) as answer:
        assert answer.headers["Content-Disposition"] == 'attachment; filename="simmerdown-ROOM1-labelled.jsonl"'
        assert await answer.text() == '{"id": "w1"}\n'
    assert (await house.get("/api/workshops/NOPE/labelled.jsonl", headers=await house.facilitator()))[0] == 404
    assert (await house.get(f"/api/workshops/{code}/labelled.jsonl"))[0] == 401


async def test_an_export_that_fails_says_so(house: House) -> None:
    _, code = await house.open()
    house.exports.fault = RuntimeError("disk")
    status, problem = await house.get(f"/api/workshops/{code}/export.csv", headers=await house.facilitator())
    assert (status, problem["code"]) == (500, "broken")


async def test_bots_are_asked_of_their_host(house: House) -> None:
    workshop, code = await house.open()
    status, _ = await house.post(f"/api/workshops/{code.lower()}/bots", {"players": 8}, headers=await house.facilitator())
    assert (status, house.hosts.asked) == (200, [(workshop, code, 8)])
    house.hosts.refusal = Refusal("full", "This workshop is full.")
    status, problem = await house.post(f"/api/workshops/{code}/bots", {"players": 8}, headers=await house.facilitator())
    assert (status, problem["code"]) == (409, "full")
    for players in (0, 1000, "8", None):
        status, problem = await house.post(
            f"/api/workshops/{code}/bots", {"players": players}, headers=await house.facilitator()
        )
        assert (status, problem["code"]) == (400, "bad_payload")


async def test_the_desk_picks_the_address_of_links_and_qr(house: House) -> None:
    _, code = await house.open()
    path, fay = f"/api/workshops/{code}/address", await house.facilitator()
    assert await house.get(path, headers=fay) == (
        200,
        {"chosen": "http://192.168.1.20:8080", "candidates": ["http://192.168.1.20:8080"], "phones": 0},
    )
    async with house.http.get(f"{house.url}/api/workshops/{code}/qr.svg") as answer:
        before = await answer.text()
    status, now = await house.post(path, {"url": "https://play.example/"}, headers=fay)
    assert (status, now["chosen"]) == (200, "https://play.example")
    async with house.http.get(f"{house.url}/api/workshops/{code}/qr.svg") as answer:
        assert await answer.text() != before
    status, problem = await house.post(path, {"url": "javascript:alert(1)"}, headers=fay)
    assert (status, problem["code"]) == (400, "bad_address")
    assert (await house.get("/api/workshops/NOPE/address", headers=fay))[0] == 404


async def test_a_projector_learns_the_join_link_without_signing_in(house: House) -> None:
    _, code = await house.open()
    link = f"/api/workshops/{code.lower()}/join-link"
    assert await house.get(link) == (200, {"link": f"http://192.168.1.20:8080/j/{code}"})
    await house.post(f"/api/workshops/{code}/address", {"url": "https://play.example"}, headers=await house.facilitator())
    assert await house.get(link) == (200, {"link": f"https://play.example/j/{code}"})
    assert (await house.get("/api/workshops/NOPE/join-link"))[0] == 404


async def test_phones_that_got_through_are_counted(house: House) -> None:
    workshop, code = await house.open()
    house.doors.addresses.note_phone(workshop, "192.168.1.77")
    _, seen = await house.get(f"/api/workshops/{code}/address", headers=await house.facilitator())
    assert seen["phones"] == 1


async def test_scenarios_are_listed_without_their_secrets(house: House) -> None:
    status, cards = await house.get("/api/scenarios", headers=await house.facilitator())
    assert status == 200
    assert cards[0] == {
        "slug": "harder",
        "title": "Harder",
        "summary": "Something is late.",
        "industry": "parcels",
        "channel": "chat",
        "difficulty": 2,
        "company_at_fault": True,
        "abusive": True,
        "beats": 1,
        "language": "en",
        "pack": "",
    }


async def test_content_holds_what_pages_show(house: House) -> None:
    status, content = await house.get("/api/content")
    assert status == 200
    assert content["avatars"] == ["🦊", "🐻"]
    assert content["nickname_parts"] == {"adjectives": ["Mellow"], "nouns": ["Otter"]}
    assert content["tips"]["T01"]["say"] == "I am listening."
    assert content["warmup"]["replies"][0]["quality"] == "good"
    assert content["breather"] == ["Have some tea."]


async def test_health_tells_version_workshops_and_connections(house: House) -> None:
    workshop, _ = await house.open()
    assert await house.get("/healthz") == (200, {"ok": True, "version": "1.2.3", "workshops": 0, "connections": 0})
    await house.phone(workshop)
    assert (await house.get("/healthz"))[1] == {"ok": True, "version": "1.2.3", "workshops": 1, "connections": 1}


async def test_the_marks_of_a_revealed_reply_are_told_to_facilitators_on_demand(house: House) -> None:
    workshop, code = await house.open()
    play = playing(3, "reply")
    token = play.send(S2)
    path, desk = f"/api/workshops/{code}/replies/{token}/marks", await house.facilitator()
    house.tables.workshops[workshop] = replace(play.state, id=workshop, code=code)
    assert (await house.get(path, headers=desk))[0] == 404, "not before its reveal"
    play.to("reveal")
    house.tables.workshops[workshop] = replace(play.state, id=workshop, code=code)
    status, told = await house.get(path, headers=desk)
    assert status == 200
    assert {mark["criterion"] for mark in told["marks"]} == set(CRITERIA)
    assert told["marks"][0]["evidence"][0]["reason"]
    assert (await house.get(path))[0] == 401
    assert (await house.get("/api/workshops/NOPE/replies/x/marks", headers=desk))[0] == 404
