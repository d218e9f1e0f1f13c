"""Seeing, adding and removing packs over HTTP: for facilitators only, and no further than is allowed."""

import io
from collections.abc import AsyncIterator
from typing import Any

from game.server.doors import PackRejected
from tests.server.conftest import House
from tests.server.fakes import FakeFault, FakePack

ZIP = b"PK\x03\x04 and so on"


async def send(house: House, raw: Any = ZIP, name: str = "mine.zip", **more: Any) -> tuple[int, Any]:
    headers = {**await house.facilitator(), "Content-Type": "application/octet-stream"}
    async with house.http.post(house.url + "/api/packs", params={"name": name}, data=raw, headers=headers, **more) as answer:
        return answer.status, await answer.json()


async def test_a_pack_is_added_listed_and_named_with_its_scenarios(house: House) -> None:
    status, added = await send(house)
    pack = {"id": "mine", "name": "My pack", "languages": ["en"], "scenarios": ["late"], "faults": []}
    assert (status, added) == (201, {"pack": pack, "replaced": False})
    assert house.packs.sent == [(ZIP, "mine.zip")]
    desk = await house.facilitator()
    assert await house.get("/api/packs", headers=desk) == (200, {"packs": [pack], "largest": 3 * 1024 * 1024})
    _, cards = await house.get("/api/scenarios", headers=desk)
    assert {card["slug"]: card["pack"] for card in cards} == {"harder": "", "late": "My pack", "lost": ""}
    assert (await send(house))[1]["replaced"] is True


async def test_every_fault_of_a_rejected_pack_is_told_with_its_place(house: House) -> None:
    house.packs.rejection = PackRejected("The pack has one fault, so nothing of it was added.", (FakeFault(),))
    status, problem = await send(house)
    assert status == 422
    assert problem == {
        "code": "bad_pack",
        "sentence": "The pack has one fault, so nothing of it was added.",
        "faults": [
            {
                "file": "scenarios/late.yaml",
                "line": 3,
                "field": "difficulty",
                "sentence": "9 is too large.",
                "remedy": "Use 4 or less.",
            }
        ],
    }


async def test_fifty_megabytes_are_turned_away_before_they_are_read(house: House) -> None:
    status, problem = await send(house, io.BytesIO(b"a" * 50 * 1024 * 1024))
    assert (status, problem) == (400, {"code": "too_long", "sentence": "The file is larger than 3 MB."})
    assert house.packs.sent == []


async def test_a_stream_without_a_length_is_cut_off_at_the_limit(house: House) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(5):
            yield b"a" * 1024 * 1024

    status, problem = await send(house, endless())
    assert (status, problem["code"]) == (400, "too_long")
    assert house.packs.sent == []


async def test_a_path_in_the_name_is_left_out(house: House) -> None:
    for name in ("../../etc/mine.zip", "..\\..\\mine.zip", "C:\\packs\\mine.zip"):
        await send(house, name=name)
    assert {name for _, name in house.packs.sent} == {"mine.zip"}


async def test_a_pack_is_removed_once(house: House) -> None:
    await send(house)
    desk = await house.facilitator()
    for expected in (200, 404):
        async with house.http.delete(house.url + "/api/packs/mine", headers=desk) as answer:
            assert answer.status == expected
    assert house.packs.kept == []


async def test_nobody_but_a_facilitator_sees_adds_or_removes(house: House) -> None:
    house.packs.kept = [FakePack("mine", "My pack", ())]
    for method, path in (("GET", "/api/packs"), ("POST", "/api/packs?name=a.zip"), ("DELETE", "/api/packs/mine")):
        async with house.http.request(method, house.url + path, data=ZIP if method == "POST" else None) as answer:
            assert answer.status == 401
    assert (house.packs.sent, len(house.packs.kept)) == ([], 1)


async def test_a_page_of_another_site_cannot_send_a_pack(house: House) -> None:
    headers = {**await house.facilitator(), "Origin": "https://elsewhere.example"}
    async with house.http.post(house.url + "/api/packs?name=a.zip", data=ZIP, headers=headers) as answer:
        assert answer.status == 403
    assert house.packs.sent == []


async def test_a_scenario_can_be_looked_into_by_facilitators_only(house: House) -> None:
    path = "/api/scenarios/late/preview"
    assert (await house.get(path))[0] == 401
    desk = await house.facilitator()
    status, preview = await house.get(path, headers=desk)
    assert (status, preview["title"]) == (200, "Late")
    moments = [(frame["moment"], frame["beat"]) for frame in preview["frames"]]
    assert moments == [("card", 0), ("case", 0), ("floor", 1), ("reply", 1)]
    assert preview["frames"][0]["documents"]["card"]["opened"] is True
    assert (await house.get("/api/scenarios/none/preview", headers=desk))[0] == 404
