"""The warm-up that is worse on purpose, over HTTP."""

from game.server.api_warmup import MOST_TRIES
from tests.server.conftest import House


async def test_the_worst_reply_is_told_what_it_broke_and_where(house: House) -> None:
    status, told = await house.post("/api/warm-up", {"text": "BUY ANOTHER ONE"})
    assert (status, told) == (200, {"criterion": "composure", "reason": "Shouts at Well?", "start": 0, "end": 15})


async def test_a_reply_with_nothing_wrong_is_told_so(house: House) -> None:
    status, told = await house.post("/api/warm-up", {"text": "I am so sorry."})
    assert (status, told["criterion"]) == (200, None)


async def test_nothing_and_too_much_are_refused_with_a_sentence(house: House) -> None:
    for text in ("", "   "):
        status, problem = await house.post("/api/warm-up", {"text": text})
        assert (status, problem["sentence"]) == (400, "Write an answer first, a bad one.")
    assert (await house.post("/api/warm-up", {"text": "x" * 401}))[0] == 400
    assert (await house.post("/api/warm-up", {}))[0] == 400


async def test_one_address_cannot_keep_the_rubric_busy(house: House) -> None:
    for _ in range(MOST_TRIES):
        await house.post("/api/warm-up", {"text": "NO"})
    status, problem = await house.post("/api/warm-up", {"text": "NO"})
    assert (status, problem["code"]) == (429, "too_many_tries")


async def test_the_facilitator_chooses_the_warm_up(house: House) -> None:
    _, answer = await house.post("/api/workshops", {"warm_up": "worse"}, headers=await house.facilitator())
    assert answer == {"code": "ROOM1"}
    (workshop,) = house.tables.workshops.values()
    assert workshop.settings.warm_up == "worse"
    assert (await house.post("/api/workshops", {"warm_up": "loud"}, headers=await house.facilitator()))[0] == 400
