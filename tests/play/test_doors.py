"""Who may do and hear what, over real sockets."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import pytest

from game.bots.client import Phone
from game.bots.demo import connected
from game.server.wire import DESK_COMMANDS
from tests.play.harness import AVATAR, PATIENCE, a_house, all_at, here, shown

pytestmark = pytest.mark.play

SETTINGS = {
    "title": "Mine now", "season": "", "playlist": [], "forms": [], "team_size": 5, "timed": True, "rehearsal": False,
    "weights": {"rubric": 100, "peers": 0, "customer": 0}, "keep_days": 90, "minutes": 45, "sound": False,
}  # fmt: skip
TOKEN = "0123456789"
BODIES: dict[str, dict[str, Any]] = {
    "change_settings": {"settings": SETTINGS},
    "move_seat": {"seat": "s1", "team": None},
    "rename_seat": {"seat": "s2", "name": "Loser"},
    "rename_team": {"team": "t1", "name": "Mine"},
    "remove_seat": {"seat": "s2", "ban": True},
    "set_lock": {"locked": True},
    "set_time_factor": {"seat": "s1", "time_factor": 150},
    "start_round": {"scenario": "cot-before-thursday", "form": "short"},
    "pause_team": {"team": "t1"},
    "resume_team": {"team": "t1"},
    "add_time": {"team": None},
    "set_timed": {"timed": False},
    "skip_phase": {"team": None},
    "recast": {"team": "t1"},
    "release_reply": {"token": TOKEN},
    "uncover_reply": {"token": TOKEN},
    "keep_covered": {"token": TOKEN},
    "overrule_mark": {"token": TOKEN, "criterion": "apology", "level": 3, "reason": "I like it."},
    "keep_mark": {"token": TOKEN, "reason": "It stays."},
    "set_stage_sound": {"on": True},
}


def overhear(heard: list[bytes], phone: Phone, name: str) -> None:
    """Keep what this phone was just told."""
    heard.append(orjson.dumps([name, phone.body(name), phone.hello]))


async def test_a_player_who_sends_every_command_of_the_desk_is_refused_each_time(tmp_path: Path) -> None:
    assert set(BODIES) <= set(DESK_COMMANDS)
    async with a_house(tmp_path) as house:
        workshop = await house.open()
        phone, other = await workshop.people(2)
        stage = await workshop.stack.enter_async_context(connected(house.server.url, {"stage": workshop.code}))
        await stage.until(lambda one: one.body("stage"), PATIENCE)
        for one in (phone, other):
            await one.until(lambda shown: here(shown) == 2 or None, PATIENCE)
        before = phone.body("lobby")
        for sender in (phone, stage):
            for number, name in enumerate(DESK_COMMANDS):
                answer = await asyncio.wait_for(sender.send(name, BODIES.get(name, {}), f"try-{number}"), PATIENCE)
                assert (answer.ok, answer.code) == (False, "wrong_role"), (name, answer)
        assert other.body("lobby") == before
        assert (phone.body("board") or {})["phase"] == "lobby"


async def test_whoever_is_not_signed_in_gets_no_desk_and_a_made_up_ticket_no_seat(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        workshop = await house.open()
        for auth, code in (
            ({"desk": workshop.code}, "not_signed_in"),
            ({"ticket": "made-up"}, "bad_ticket"),
            ({"stage": "ZZZZZ"}, "unknown_code"),
        ):
            phone = Phone(house.server.url, auth)
            await asyncio.wait_for(phone.stay(), PATIENCE)
            assert phone.refused == code


async def test_two_workshops_never_hear_each_other(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        sides = {}
        heard: dict[str, list[bytes]] = {"alpha": [], "beta": []}
        for side in heard:
            workshop = await house.open(team_size=3, timed=False, title=f"Room of {side}")
            phones = [await workshop.join(f"{side} {number}") for number in range(3)]
            stage = await workshop.stack.enter_async_context(connected(house.server.url, {"stage": workshop.code}))
            for phone in (*phones, workshop.desk, stage):
                phone.listen(partial(overhear, heard[side], phone))
            sides[side] = (workshop, phones)
        for side, (workshop, phones) in sides.items():
            await workshop.do("start_round", scenario="cot-before-thursday", form="short")
            for phase in ("briefing", "ready", "floor"):
                await workshop.do("skip_phase", team=None)
                await all_at(phones, phase)
            customer = next(phone for phone in phones if phone.body("card"))
            assert (await customer.send("say", {"text": f"We of {side} are waiting."}, "say")).ok
            assert (await customer.send("yield_floor", {}, "yield")).ok
            await all_at(phones, "reply")
            for phone in phones:
                if phone is not customer:
                    body: dict[str, object] = {
                        "text": f"This is for {side} alone.",
                        "actions": [],
                        "offer": None,
                        "anyway": False,
                    }
                    assert (await phone.send("send_reply", body, "reply")).ok
            await workshop.do("end_round")
            await workshop.until_stage("second_take")
        for side, other in (("alpha", "beta"), ("beta", "alpha")):
            everything = b"\n".join(heard[side])
            assert f"This is for {side} alone.".encode() in everything
            assert other.encode() not in everything
            assert sides[other][0].code.encode() not in everything


async def test_a_desk_that_is_reloaded_steers_on(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        workshop = await house.open(team_size=3)
        phones = await workshop.people(3)
        await workshop.do("start_round", scenario="cot-before-thursday", form="short")
        await all_at(phones, "casting")
        await workshop.do("pause_all")
        await shown(workshop.desk, lambda desk: (desk.body("desk") or {}).get("paused") or None)
        before = workshop.desk.body("desk") or {}
        workshop.desk.close()

        workshop.desk = await house.desk(workshop.code)
        after = workshop.desk.body("desk") or {}
        assert after["paused"]
        assert [after[name] for name in ("round", "stage", "teams", "playlist")] == [
            before[name] for name in ("round", "stage", "teams", "playlist")
        ]
        await workshop.do("resume_all")
        await workshop.do("skip_phase", team=None)
        await all_at(phones, "briefing")
        assert here(workshop.desk) == 3


async def test_the_round_goes_on_without_a_desk(tmp_path: Path) -> None:
    async with a_house(tmp_path, speed=20) as house:
        workshop = await house.open(team_size=4)
        await workshop.crowd(4)
        await workshop.do("start_round", scenario="cot-before-thursday", form="short")
        workshop.desk.close()
        stage = await workshop.stack.enter_async_context(connected(house.server.url, {"stage": workshop.code}, speed=20))
        await stage.until(lambda one: (one.body("board") or {}).get("stage") == "done" or None, PATIENCE)
        assert not house.tally.faults


async def test_whoever_is_erased_in_one_workshop_is_gone_from_every_workshop_of_the_same_pass(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        first, second = await house.open(), await house.open()
        await first.join("Wilhelmina")
        again = await house.door.join(second.code, "Mina", AVATAR, first.seats[0].private_pass)
        phone = await second.phone(again.ticket)
        await phone.until(lambda one: one.body("seat"), PATIENCE)
        assert (await phone.send("erase_me", {}, "erase")).ok
        for workshop, name in ((first, "Wilhelmina"), (second, "Mina")):
            await workshop.desk.until(lambda desk: here(desk) == 0 or None, PATIENCE)
            rows = await workshop.export()
            assert all(name not in value for row in rows for value in row.values())
        anew = await house.door.join(first.code, "Wilhelmina", AVATAR, first.seats[0].private_pass)
        assert anew.seat != first.seats[0].seat
