"""What an agent bot writes, and how it rewrites it."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots import agent, phrases
from game.bots.texts import Draft, PracticeTexts
from game.core.documents import CaseDocument, OfferView, OwnReply
from game.core.ids import CRITERIA, TeamId, Token
from game.core.scenario import BeatKind, PracticeReply, Quality, Scenario
from game.core.settings import NOTE_LENGTH, REPLY_LENGTH
from tests.bots.room import LIBRARY, SCENARIO

QUALITIES: tuple[Quality, ...] = ("good", "fair", "poor")
CHANCE = st.integers(0, 2**32).map(random.Random)
KINDS: tuple[BeatKind, ...] = ("vent", "explore", "resolve")
TEXTS = PracticeTexts(LIBRARY.titled)
CASE = CaseDocument(
    TeamId("t1"), "", "", (), "EUR", 40, ("look_up", "offer"), (OfferView("video", "", 15, beyond=False),), (), ()
)


@given(CHANCE, st.sampled_from(QUALITIES), st.sampled_from(LIBRARY.scenarios), st.sampled_from(KINDS))
def test_a_reply_fits_into_its_box_and_has_known_actions(
    chance: random.Random, quality: Quality, scenario: Scenario, kind: BeatKind
) -> None:
    draft = TEXTS.replies(scenario.title, kind, 2)
    reply = agent.compose(draft, quality, chance.randrange(400), chance)
    assert 0 < len(reply.text) <= REPLY_LENGTH
    assert len(set(reply.actions)) == len(reply.actions)
    assert (reply.offer is not None) == ("offer" in reply.actions)


@pytest.mark.parametrize("quality", QUALITIES)
def test_replies_of_neighbours_differ(quality: Quality) -> None:
    draft = TEXTS.replies(SCENARIO.title, "vent", 3)
    texts = [agent.compose(draft, quality, variant, random.Random(1)).text for variant in range(60)]
    assert all(count == 1 for count in Counter(texts[:14]).values())
    assert len(set(texts)) > 40


def test_in_the_short_form_a_good_reply_answers_both_halves_of_a_joined_beat() -> None:
    draft = TEXTS.replies(SCENARIO.title, "vent", 2)
    reply = agent.compose(draft, "good", 0, random.Random(1))
    assert any(one.text in reply.text for one in SCENARIO.beats[0].practice)
    assert any(one.text in reply.text for one in SCENARIO.beats[1].practice)


def test_another_language_gets_no_english_phrases() -> None:
    spoken = Draft(((PracticeReply("good", "Das tut mir leid.", (), None, ""),),), "de")
    assert {agent.compose(spoken, "good", variant, random.Random(1)).text for variant in range(20)} == {"Das tut mir leid."}


def test_a_beat_without_authored_replies_gets_a_plain_one() -> None:
    assert agent.compose(Draft((), ""), "good", 3, random.Random(1)).text in phrases.FALLBACK
    assert TEXTS.replies("no such scenario", "vent", 2) == Draft((), "")


def test_only_what_the_case_file_has_is_done_or_offered() -> None:
    asked = PracticeReply("good", "", ("look_up", "escalate", "offer"), "video", "")
    assert agent.allowed(asked, CASE) == (("look_up", "offer"), "video")
    assert agent.allowed(PracticeReply("good", "", ("offer", "look_up"), "yacht", ""), CASE) == (("look_up",), None)
    assert agent.allowed(asked, None) == ((), None)


def own(text: str) -> OwnReply:
    return OwnReply(
        beat=1, turn=1, calmed=0, stung=0,
        kind="vent", token=Token("t"), text=text, actions=(), offer=None, by_clock=False, interrupted=False,
        heard=False, signed=False, released=False, points=None, customer_mark=None, marks=(), abstained="",
        looks=(), provisional=False, cues_only=False,
    )  # fmt: skip


@given(CHANCE, st.text(min_size=1, max_size=1200).filter(str.strip))
def test_a_second_take_begins_with_a_sentence_of_ones_own(chance: random.Random, text: str) -> None:
    taken = agent.rewrite([own(text)], chance)
    if taken is not None:
        before, after = taken
        assert before in text
        assert before.strip()
        assert 0 < len(after) <= REPLY_LENGTH
        assert after != before


def test_who_wrote_nothing_rewrites_nothing() -> None:
    assert agent.rewrite([], random.Random(1)) is None


def test_every_criterion_has_an_aim_that_fits_on_a_card() -> None:
    assert set(phrases.AIMS) == set(CRITERIA)
    assert all(len(half) <= NOTE_LENGTH for aim in phrases.AIMS.values() for half in aim)


def test_tempers_differ_in_how_good_their_replies_turn_out() -> None:
    def share(temper: agent.Temper) -> float:
        chance = random.Random(3)
        return sum(agent.quality_of(temper, chance) == "good" for _ in range(300)) / 300

    assert share("careful") > share("even") > share("careless")
