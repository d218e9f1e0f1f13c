"""The authored content as pages may show it. Knows nothing of files and of how content is checked."""

import asyncio

from aiohttp import web

from game.core.refusal import Refusal
from game.core.scenario import Scenario
from game.runtime.preview import Frame, preview
from game.server.doors import Library, Packs
from game.server.requests import answer, refuse
from game.server.wire_http import (
    BadgeOut,
    ContentOut,
    FrameOut,
    NicknamePartsOut,
    PreviewOut,
    ScenarioCardOut,
    TipOut,
    WarmUpOut,
    WarmUpReplyOut,
)


class ContentApi:
    """What a room may know. Scenarios are told in the game only, but the desk has a line on each and can look inside."""

    def __init__(self, library: Library, packs: Packs) -> None:
        self._content = content_of(library)
        self._library = library
        self._packs = packs
        self._playing = asyncio.Lock()
        self._played: tuple[Scenario, tuple[Frame, ...]] | None = None

    async def content(self, _request: web.Request) -> web.Response:
        """GET /api/content."""
        return answer(self._content)

    async def scenarios(self, _request: web.Request) -> web.Response:
        """GET /api/scenarios, for facilitators."""
        packs = {scenario.slug: pack.name for pack in await self._packs.every() for scenario in pack.scenarios}
        return answer([card_of(scenario, packs.get(scenario.slug, "")) for scenario in self._library.scenarios])

    async def preview(self, request: web.Request) -> web.Response:
        """GET /api/scenarios/{slug}/preview, for facilitators: all of it, secrets included."""
        scenario = self._library.scenario(request.match_info["slug"])
        if scenario is None:
            return refuse(Refusal("not_found", "There is no scenario of this name."))
        async with self._playing:  # a desk asks for several frames of one scenario at once
            if self._played is None or self._played[0] is not scenario:
                self._played = scenario, await asyncio.to_thread(preview, scenario)
            frames = self._played[1]
        shown = (FrameOut(moment=frame.moment, beat=frame.beat, documents=dict(frame.documents)) for frame in frames)
        return answer(PreviewOut(title=scenario.title, frames=tuple(shown)))


def content_of(library: Library) -> ContentOut:
    """Everything that is no secret of a scenario."""
    warmup = library.warmup
    replies = (
        WarmUpReplyOut(quality=r.quality, text=r.text, actions=r.actions, offer=r.offer, why=r.why) for r in warmup.replies
    )
    return ContentOut(
        avatars=library.names.avatars,
        nickname_parts=NicknamePartsOut(adjectives=library.names.adjectives, nouns=library.names.nouns),
        tips={t.technique: TipOut(title=t.title, tip=t.tip, say=t.say, avoid=t.avoid) for t in library.tips},
        warmup=WarmUpOut(situation=warmup.situation, customer=warmup.customer, replies=tuple(replies), worst=warmup.worst),
        breather=library.breather,
        badges=tuple(
            BadgeOut(id=b.id, name=b.name, icon=b.icon, description=b.description, tier=b.tier) for b in library.badges
        ),
    )


def card_of(scenario: Scenario, pack: str) -> ScenarioCardOut:
    """What a facilitator chooses by; `pack` is the name of the one that added it."""
    return ScenarioCardOut(
        slug=scenario.slug,
        title=scenario.title,
        summary=scenario.summary,
        industry=scenario.industry,
        channel=scenario.channel,
        difficulty=scenario.difficulty,
        company_at_fault=scenario.company_at_fault,
        abusive=any(card.abusive for card in scenario.wildcards),
        beats=len(scenario.beats),
        language=scenario.language,
        pack=pack,
    )
