"""Set-up, sign-in and invitations over HTTP."""

from http.cookies import SimpleCookie
from typing import Any

import aiohttp
import pytest

from game.server.facilitators import INVITATION_LIFE, MOST_TRIES
from game.server.tickets import COOKIE
from tests.server.conftest import PASSWORD, TOKEN, House

FAY = {"name": "Fay", "password": PASSWORD}


async def post(house: House, path: str, body: object, **headers: str) -> tuple[int, Any, str]:
    """Status, answer, and the cookie as it was set; none is kept between calls."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        http.post(house.url + path, json=body, headers=headers) as answer,
    ):
        return answer.status, await answer.json(), answer.headers.get("Set-Cookie", "")


def value_of(cookie: str) -> dict[str, str]:
    return {"Cookie": f"{COOKIE}={SimpleCookie(cookie)[COOKIE].value}"}


async def set_up(house: House) -> dict[str, str]:
    status, _, cookie = await post(house, "/api/set-up", {"token": TOKEN, **FAY})
    assert status == 200
    return value_of(cookie)


async def test_the_first_facilitator_comes_in_with_the_printed_token(house: House) -> None:
    assert await house.get("/api/me") == (200, {"signed_in": False, "name": "", "set_up": False})
    cookie = await set_up(house)
    assert await house.get("/api/me", headers=cookie) == (200, {"signed_in": True, "name": "Fay", "set_up": True})


async def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(house: House) -> None:
    _, _, cookie = await post(house, "/api/set-up", {"token": TOKEN, **FAY})
    morsel = SimpleCookie(cookie)[COOKIE]
    assert morsel["httponly"] is True
    assert (morsel["samesite"], morsel["path"], morsel["max-age"]) == ("Strict", "/", str(30 * 24 * 3600))
    assert morsel["secure"] == ""


async def test_the_cookie_is_secure_where_the_page_came_over_https(house: House) -> None:
    await set_up(house)
    host = house.url.removeprefix("http://")
    _, _, cookie = await post(house, "/api/sign-in", FAY, Origin=f"https://{host}")
    assert SimpleCookie(cookie)[COOKIE]["secure"] is True


async def test_a_wrong_token_sets_nothing_up(house: House) -> None:
    status, problem, _ = await post(house, "/api/set-up", {"token": "guessed", **FAY})
    assert (status, problem["code"]) == (403, "bad_token")
    assert house.accounts.accounts == {}


async def test_the_token_is_good_until_the_first_account_exists(house: House) -> None:
    await set_up(house)
    status, problem, _ = await post(house, "/api/set-up", {"token": TOKEN, "name": "Eve", "password": PASSWORD})
    assert (status, problem["code"]) == (409, "already_set_up")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"name": "Fay", "password": "short"}, "weak_password"),
        ({"name": "Fay", "password": "aaaaaaaaaaaa"}, "weak_password"),
        ({"name": "  ", "password": PASSWORD}, "bad_name"),
        ({"name": "x" * 61, "password": PASSWORD}, "bad_name"),
        ({"name": "Fay"}, "bad_payload"),
    ],
    ids=str,
)
async def test_a_weak_password_or_an_empty_name_is_refused(house: House, body: dict[str, str], code: str) -> None:
    status, problem, _ = await post(house, "/api/set-up", {"token": TOKEN, **body})
    assert (status, problem["code"]) == (400, code)


async def test_passwords_are_kept_as_argon2_hashes(house: House) -> None:
    await set_up(house)
    assert house.accounts.accounts["fay"].password_hash.startswith("$argon2id$")


async def test_signing_in_needs_the_right_password(house: House) -> None:
    await set_up(house)
    for wrong in ({"name": "Fay", "password": "not the password"}, {"name": "Nobody", "password": PASSWORD}):
        status, problem, cookie = await post(house, "/api/sign-in", wrong)
        assert (status, problem["code"], cookie) == (401, "wrong_password", "")
    status, me, cookie = await post(house, "/api/sign-in", {"name": " fay ", "password": PASSWORD})
    assert (status, me["name"]) == (200, "Fay")
    assert (await house.get("/api/workshops", headers=value_of(cookie)))[0] == 200


async def test_passwords_cannot_be_found_by_trying(house: House) -> None:
    await set_up(house)
    for _ in range(MOST_TRIES):
        assert (await post(house, "/api/sign-in", {"name": "Fay", "password": "wrong"}))[0] == 401
    status, problem, _ = await post(house, "/api/sign-in", FAY)
    assert (status, problem["code"]) == (429, "too_many_tries")
    await house.clock.advance(60_000)
    assert (await post(house, "/api/sign-in", FAY))[0] == 200


async def test_signing_out_takes_the_cookie_back(house: House) -> None:
    await set_up(house)
    status, _, cookie = await post(house, "/api/sign-out", {})
    assert status == 200
    assert SimpleCookie(cookie)[COOKIE]["max-age"] == "0"


async def test_a_new_password_ends_every_cookie(house: House) -> None:
    cookie = await set_up(house)
    house.accounts.change_password("Fay")
    assert (await house.get("/api/workshops", headers=cookie))[0] == 401


@pytest.mark.parametrize("cookie", ["", "forged", "WyJGYXkiLDFd.aaaa.bbbb"])
async def test_a_forged_cookie_opens_nothing(house: House, cookie: str) -> None:
    await set_up(house)
    headers = {"Cookie": f"{COOKIE}={cookie}"}
    for path in (
        "/api/scenarios",
        "/api/workshops",
        "/api/workshops/ROOM1/export.csv",
        "/api/workshops/ROOM1/labelled.jsonl",
        "/api/workshops/ROOM1/address",
    ):
        status, problem = await house.get(path, headers=headers)
        assert (status, problem["code"]) == (401, "not_signed_in")
    for path in ("/api/workshops", "/api/invitations", "/api/workshops/ROOM1/bots", "/api/workshops/ROOM1/address"):
        status, problem = await house.post(path, {}, headers=headers)
        assert (status, problem["code"]) == (401, "not_signed_in")


async def invitation(house: House, cookie: dict[str, str]) -> str:
    status, invited = await house.post("/api/invitations", {}, headers=cookie)
    assert status == 200
    link: str = invited["link"]
    assert link.startswith("http://192.168.1.20:8080/desk#invitation=")
    return link.partition("=")[2]


async def test_an_invitation_makes_one_more_facilitator_once(house: House) -> None:
    token = await invitation(house, await set_up(house))
    assert token not in house.accounts.invitations, "only its hash is kept"
    gil = {"token": token, "name": "Gil", "password": PASSWORD}
    status, me, cookie = await post(house, "/api/accept-invitation", gil)
    assert (status, me["name"]) == (200, "Gil")
    assert (await house.get("/api/workshops", headers=value_of(cookie)))[0] == 200
    status, problem, _ = await post(house, "/api/accept-invitation", {**gil, "name": "Hal"})
    assert (status, problem["code"]) == (403, "bad_invitation")


async def test_an_invitation_stays_good_when_the_name_is_taken(house: House) -> None:
    token = await invitation(house, await set_up(house))
    status, problem, _ = await post(house, "/api/accept-invitation", {"token": token, "name": "FAY", "password": PASSWORD})
    assert (status, problem["code"]) == (409, "name_taken")
    assert (await post(house, "/api/accept-invitation", {"token": token, "name": "Gil", "password": PASSWORD}))[0] == 200


async def test_an_invitation_grows_old(house: House) -> None:
    token = await invitation(house, await set_up(house))
    await house.clock.advance(INVITATION_LIFE)
    status, problem, _ = await post(house, "/api/accept-invitation", {"token": token, "name": "Gil", "password": PASSWORD})
    assert (status, problem["code"]) == (403, "bad_invitation")
