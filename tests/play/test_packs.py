"""A pack on a real server: played, replaced while it is played, kept over a restart, removed."""

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from game.bots.client import Phone
from game.library import scaffold
from tests.play.harness import PATIENCE, House, a_house, agents_who_may_reply, all_at, shown

pytestmark = pytest.mark.play

CAKE = scaffold("the-cake")
FIRST, SECOND = "The cake with the wrong name", "The cake with another name"


async def request(house: House, method: str, path: str, data: bytes | None = None) -> tuple[int, Any]:
    async with (
        aiohttp.ClientSession(headers={"Cookie": house.door.cookie}) as http,
        http.request(method, house.server.url + path, data=data) as answer,
    ):
        return answer.status, await answer.json()


async def upload(house: House, text: str) -> tuple[int, Any]:
    return await request(house, "POST", "/api/packs?name=cake.yaml", text.encode())


def own_reply_with_marks(phone: Phone) -> dict[str, Any] | None:
    """The one reply of this seat; the rubric may finish after a reveal that somebody skipped to."""
    replies = (phone.body("seat") or {})["replies"]
    return next((reply for reply in replies if reply["marks"]), None)


async def test_a_round_keeps_the_version_it_began_with_and_the_next_plays_the_new_one(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        assert (await upload(house, CAKE))[0] == 201
        assert FIRST in {card["title"] for card in await house.door.scenarios()}
        workshop = await house.open()
        phones = await workshop.people(3)
        await workshop.do("start_round", scenario="the-cake", form="short")
        await all_at(phones, "casting")

        status, again = await upload(house, CAKE.replace(FIRST, SECOND))
        assert (status, again["replaced"]) == (201, True)
        assert (await upload(house, CAKE.replace("difficulty: 1", "difficulty: 9")))[0] == 422
        await house.server.kill()
        await house.restart()
        await workshop.do("pause_all")
        assert (phones[0].body("scene") or {})["scenario"] == FIRST
        await workshop.do("resume_all")
        await workshop.do("end_round")
        for stage in ("second_take", "debrief", "breather"):
            await workshop.until_stage(stage)
            await workshop.do("skip_phase", team=None)
        await workshop.do("start_round", scenario="the-cake", form="short")
        await phones[0].until(lambda one: (one.body("scene") or {}).get("scenario") == SECOND or None, PATIENCE)

        assert (await request(house, "DELETE", "/api/packs/the-cake"))[0] == 200
        assert SECOND not in {card["title"] for card in await house.door.scenarios()}
        send = workshop.desk.send("start_round", {"scenario": "the-cake", "form": "short"}, house.new_id())
        refused = await asyncio.wait_for(send, PATIENCE)
        assert (refused.ok, refused.code) == (False, "unknown_scenario")


async def test_in_a_pack_of_another_language_people_decide_and_the_author_reads_why(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        assert (await upload(house, scaffold("the-cake", language="de")))[0] == 201
        workshop = await house.open(team_size=3, timed=False)
        phones = await workshop.people(3)
        await workshop.do("start_round", scenario="the-cake", form="short")
        await all_at(phones, "casting")
        for _ in ("casting", "briefing", "ready", "floor"):
            await workshop.do("skip_phase", team=None)
        await all_at(phones, "reply")
        writer, *_ = await agents_who_may_reply(phones)
        assert (writer.body("scene") or {})["language"] == "de"
        sent = await writer.send("send_reply", {"text": "Es tut mir so leid. I am so sorry."}, house.new_id())
        assert sent.ok
        await workshop.do("skip_phase", team=None)
        await workshop.do("skip_phase", team=None)
        await all_at(phones, "reveal")
        own = await shown(writer, own_reply_with_marks)
        assert "in a language that this rubric does not read" in own["abstained"]
        assert all(mark["level"] is None for mark in own["marks"])
