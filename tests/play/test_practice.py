"""Practising alone over real sockets: no facilitator, no code, nobody else, and nothing lost."""

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from game.bots.client import Phone
from game.bots.demo import connected
from tests.play.alone import Answer, script
from tests.play.harness import PATIENCE, House, a_house, phase_of, stage_of

pytestmark = pytest.mark.play
SLUG = "cot-before-thursday"
LATER = ("second_take", "debrief", "breather")


async def begin(house: House, **asked: object) -> dict[str, Any]:
    """What anybody gets who asks to practise."""
    async with (
        aiohttp.ClientSession() as visitor,
        visitor.post(f"{house.server.url}/api/practice", json={"scenario": SLUG, **asked}) as answer,
    ):
        assert answer.status == 200, await answer.text()
        given: dict[str, Any] = await answer.json()
        return given


async def do(house: House, phone: Phone, name: str, **body: object) -> None:
    answer = await phone.send(name, body, house.new_id())
    assert answer.ok, (name, answer)


async def to(phone: Phone, phase: str, beat: int = 0) -> None:
    """Wait until the scene is in this phase (of this beat)."""

    def there(one: Phone) -> bool | None:
        scene = one.body("scene")
        return (scene is not None and scene["phase"] == phase and beat in (0, scene["beat"])) or None

    await phone.until(there, PATIENCE)


async def answer(house: House, phone: Phone, beat: int, said: Answer) -> None:
    """From the ready screen of a beat to its reveal."""
    await to(phone, "ready", beat)
    await do(house, phone, "ready")
    await to(phone, "reply", beat)
    await do(house, phone, "send_reply", text=said.text, actions=list(said.actions), offer=said.offer)
    await to(phone, "reveal", beat)


async def test_one_person_plays_a_whole_round_alone_across_a_restart_and_begins_another(tmp_path: Path) -> None:
    async with a_house(tmp_path, speed=12) as house:
        given = await begin(house, nickname="Mia")
        async with connected(house.server.url, {"ticket": given["ticket"]}, speed=house.speed) as phone:
            await to(phone, "briefing")
            lobby = phone.body("lobby")
            assert lobby is not None
            assert lobby["practice"]
            assert [seat["name"] for seat in lobby["seats"] if not seat["bot"]] == ["Mia"]
            await do(house, phone, "ready")
            for beat, said in enumerate(script(SLUG, "good"), start=1):
                await answer(house, phone, beat, said)
                if beat == 1:
                    await house.server.stop()
                    await house.restart()
                    await phone.until(lambda one: phase_of(one) == "reveal" or None, PATIENCE)
                await do(house, phone, "ready")
            await to(phone, "outcome")
            scene = phone.body("scene")
            assert scene is not None
            assert scene["outcome"]["kind"] in ("resolved", "customer_for_life")
            await do(house, phone, "ready")
            for stage in LATER:
                await phone.until(lambda one, stage=stage: stage_of(one)[1] == stage or None, PATIENCE)  # type: ignore[misc]
                await do(house, phone, "ready")
            await phone.until(lambda one: stage_of(one) == (1, "done") or None, PATIENCE)
            seat = phone.body("seat")
            assert seat is not None
            assert [result["role"] for result in seat["results"]] == ["agent"]

            again = await begin(house, ticket=given["ticket"], timed=True)
            assert again["code"] == given["code"]
            await phone.until(lambda one: stage_of(one) == (2, "playing") or None, PATIENCE)
            assert (phone.body("board") or {})["timed"]
        async with (
            aiohttp.ClientSession(headers={"Cookie": house.door.cookie}) as facilitator,
            facilitator.get(f"{house.server.url}/api/workshops") as listed,
        ):
            assert await listed.json() == []
