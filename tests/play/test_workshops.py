"""Whole workshops of bots on a real server."""

from pathlib import Path

import pytest

from game.bots.demo import DemoFailed, PlayedMode, run_demo
from game.bots.texts import PracticeTexts
from game.core.scenario import Form
from tests.play.harness import PATIENCE, QuickRubric, a_house, here, library, stage_of

pytestmark = pytest.mark.play


async def demo(
    teams: int,
    players: int,
    *,
    rounds: int = 1,
    speed: float = 20,
    form: Form = "short",
    disconnects: float = 0,
    mode: PlayedMode = "together",
) -> tuple[dict[str, object], list[str]]:
    """What a demo returns, and what it announced."""
    said: list[str] = []
    texts = PracticeTexts(library().titled)
    found = await run_demo(
        teams, players, rounds, speed, form, None, disconnects, said.append, assessor=QuickRubric(), texts=texts, mode=mode
    )
    return found, said


async def test_two_teams_of_bots_play_two_rounds_to_the_ceremony() -> None:
    found, said = await demo(2, 16, rounds=2)
    assert found["errors"] == 0, found
    assert (found["rounds"], found["teams"], found["players"]) == (2, 2, 16)
    assert isinstance(found["replies"], int)
    assert isinstance(found["marks"], int)
    assert isinstance(found["duels"], int)
    assert 0 < found["replies"] <= 2 * 2 * 2 * 7  # rounds, teams, beats, agents
    assert found["marks"] > found["replies"]
    assert found["duels"] > 0
    standings = found["standings"]
    assert isinstance(standings, list)
    assert len(standings) == 16
    assert [row["rank"] for row in standings] == sorted(row["rank"] for row in standings)
    assert len({row["name"] for row in standings}) == 16
    assert any("Round 2" in line for line in said)


async def test_a_round_together_and_one_live_come_to_the_ceremony_with_phones_that_come_and_go() -> None:
    found, said = await demo(2, 10, rounds=2, speed=40, disconnects=0.05, mode="both")
    assert found["errors"] == 0, found
    assert found["rounds"] == 2
    assert isinstance(found["moments"], int)
    assert found["moments"] > 0
    assert any("Round 2" in line for line in said)


@pytest.mark.timeout(1200)
async def test_forty_teams_with_phones_that_come_and_go_come_to_the_end() -> None:
    found, _ = await demo(40, 320, speed=8, disconnects=0.05)  # raises where the workshop does not come to its end
    assert isinstance(found["standings"], list)
    assert len(found["standings"]) > 0
    assert (found["rounds"], found["teams"], found["players"]) == (1, 40, 320)
    assert isinstance(found["disconnects"], int)
    assert isinstance(found["replies"], int)
    assert found["disconnects"] > 0
    assert found["replies"] > 0


async def test_one_person_alone_is_joined_by_bots_that_make_up_a_scene(tmp_path: Path) -> None:
    async with a_house(tmp_path, speed=20) as house:
        workshop = await house.open()
        await workshop.crowd(1)
        await workshop.do("start_round", scenario="cot-before-thursday", form="short")
        await workshop.until_stage("done")
        rows = await workshop.export()
        assert sum(row["event"] == "reply sent" for row in rows) >= 4
        assert not house.tally.faults
        seats = (workshop.desk.body("desk") or {})["seats"]
        assert sum(seat["bot"] for seat in seats) >= 2
        assert len((workshop.desk.body("desk") or {})["full_standings"]) == 1


async def test_a_desk_can_ask_for_bots_that_join_like_people(tmp_path: Path) -> None:
    async with a_house(tmp_path, speed=20) as house:
        workshop = await house.open()
        await house.door.seat_bots(workshop.code, 5)
        await workshop.desk.until(lambda desk: here(desk) == 5 or None, PATIENCE)
        await workshop.do("start_round", scenario="cot-before-thursday", form="short")
        await workshop.until_stage("done")
        assert stage_of(workshop.desk) == (1, "done")
        assert len((workshop.desk.body("desk") or {})["full_standings"]) == 5


async def test_a_demo_that_cannot_be_dealt_says_so() -> None:
    with pytest.raises(DemoFailed, match="2 teams take 6 to 16 players, not 40"):
        await demo(2, 40)
