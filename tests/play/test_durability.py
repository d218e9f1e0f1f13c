"""What was acknowledged is there, once, whatever happens to phones and server."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from game.bots.client import Phone
from tests.play.harness import PATIENCE, House, Workshop, a_house, agents_who_may_reply, all_at, phase_of, replies_sent, shown

pytestmark = pytest.mark.play

AGENTS = 203
TEAM = 8
BREATH = 10_000  # milliseconds: signs of life come every 2 seconds, and later on a busy machine


def clock_of(phone: Phone) -> dict[str, Any]:
    clock: dict[str, Any] = (phone.body("scene") or {})["clock"]
    return clock


async def back(phone: Phone, connections: int) -> None:
    """Wait until this phone has a new connection and shows its scene again."""
    await phone.until(lambda one: (one.connections > connections and one.body("scene")) or None, PATIENCE)


async def to_replies(workshop: Workshop, phones: list[Phone]) -> list[Phone]:
    """Start a round and skip to its first replies; the phones of the agents."""
    await workshop.do("start_round", scenario="cot-before-thursday", form="short")
    for phase in ("briefing", "ready", "floor", "reply"):
        await workshop.do("skip_phase", team=None)
        await all_at(phones, phase)
    return await agents_who_may_reply(phones)


async def send(house: House, phone: Phone, text: str, command_id: str) -> int:
    """Send a reply twice under one id; the version at which it became durable."""
    body: dict[str, object] = {"text": text, "actions": [], "offer": None, "anyway": False}
    first = await asyncio.wait_for(phone.send("send_reply", body, command_id), PATIENCE)
    again = await asyncio.wait_for(phone.send("send_reply", body, command_id), PATIENCE)
    assert first.ok, first
    assert again == first
    return first.version


@pytest.mark.timeout(900)
async def test_two_hundred_replies_at_once_are_each_stored_exactly_once(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        workshop = await house.open(team_size=TEAM, timed=False)
        people = AGENTS * TEAM // (TEAM - 1)
        phones: list[Phone] = []
        for first in range(0, people, TEAM):
            names = (f"Person {number}" for number in range(first + 1, min(first + TEAM, people) + 1))
            phones += await asyncio.gather(*map(workshop.join, names))
        agents = await to_replies(workshop, phones)
        assert len(agents) == AGENTS
        texts = [f"I hear you, and this is reply number {number} to you." for number in range(AGENTS)]
        await asyncio.gather(
            *(send(house, phone, text, f"r{n}") for n, (phone, text) in enumerate(zip(agents, texts, strict=True)))
        )
        stored = replies_sent(await workshop.export())
        assert stored == dict.fromkeys(texts, 1)


async def test_after_a_power_cut_the_round_goes_on_with_the_time_that_was_left(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        workshop = await house.open(team_size=4)
        phones = await workshop.people(4)
        agents = await to_replies(workshop, phones)
        early = ["Reply 0 before the lights go out.", "Reply 1 before the lights go out."]
        versions = [await send(house, agents[n], text, f"r{n}") for n, text in enumerate(early)]
        draft: dict[str, object] = {"text": "Half a sentence", "actions": [], "offer": None}
        assert (await agents[2].send("save_draft", draft, "d1")).ok
        await shown(workshop.desk, lambda desk: desk.body("desk"))
        before = await shown(agents[2], lambda phone: clock_of(phone) if (phone.body("scene") or {}).get("sent") == 2 else None)
        connections = [phone.connections for phone in phones]

        loop = asyncio.get_running_loop()
        await house.server.kill()
        killed = loop.time()
        await house.restart()
        outage = (loop.time() - killed) * 1000
        await asyncio.gather(*(back(phone, number) for phone, number in zip(phones, connections, strict=True)))

        scene = agents[2].body("scene") or {}
        assert (scene["phase"], scene["sent"]) == ("reply", 2)
        assert agents[2].hello["draft"]["text"] == "Half a sentence"
        after = clock_of(agents[2])
        # All that the outage took is given back, and no more than that and a breath (the last sign of life before it).
        assert after["deadline"] - before["deadline"] >= outage - 100
        assert after["deadline"] - agents[2].now() <= after["total"] + BREATH
        # What was acknowledged is still known by its id, and carried out no second time.
        for number, (phone, version) in enumerate(zip(agents, versions, strict=False)):
            assert await send(house, phone, "Something else entirely.", f"r{number}") == version
        await send(house, agents[2], "The last one, after the dark.", "r2")
        stored = replies_sent(await workshop.export())
        assert stored == dict.fromkeys([*early, "The last one, after the dark."], 1)


async def test_bots_play_on_through_a_power_cut_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    async with a_house(tmp_path, speed=10) as house:
        workshop = await house.open(team_size=4)
        crowd = await workshop.crowd(8)
        await workshop.do("start_round", scenario="cot-before-thursday", form="short")
        await workshop.desk.until(lambda _: house.tally.accepted["send_reply"] >= 2 or None, PATIENCE)
        await house.server.kill()
        await house.restart()
        await workshop.until_stage("done")
        await crowd.go_home()
        rows = [row for row in await workshop.export() if row["event"] == "reply sent" and not row["seat"].endswith("(bot)")]
        by_hand = [row for row in rows if "by clock" not in row["detail"]]
        assert len(by_hand) == house.tally.accepted["send_reply"]
        assert len({row["token"] for row in rows}) == len(rows)
        assert not house.tally.faults


async def test_a_phone_that_comes_back_shows_what_it_showed(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        workshop = await house.open(team_size=4, timed=False)
        phones = await workshop.people(4)
        agents = await to_replies(workshop, phones)
        await send(house, agents[0], "Before the lift.", "r0")
        await shown(agents[0], lambda phone: (phone.body("seat") or {}).get("replies") or None)
        before = {name: agents[0].body(name) for name in ("scene", "case", "seat")}
        await agents[0].drop(0)
        await shown(agents[0], lambda phone: (phone.connections == 2 and phone.body("seat")) or None)
        await shown(agents[0], lambda phone: (phone.body("case") and phone.body("scene")) or None)
        assert {name: agents[0].body(name) for name in before} == before
        assert phase_of(agents[0]) == "reply"
