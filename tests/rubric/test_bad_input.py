"""Whatever somebody sends, the rubric answers with marks or with a sentence about why it gives none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.ids import CRITERIA
from game.core.marks import Context
from game.rubric import Rubric
from game.rubric.tokens import READ_LIMIT

UNREADABLE = {
    "empty": "",
    "white space": " \n\t ",
    "one emoji": "\U0001f642",
    "control characters": "\x00\x07\x1b\x7f",
    "only marks": "?!... ---",
    "code": "for (int i = 0; i < n; i++) { sum += a[i]; }",
    "an address": "https://example.org/a/b?c=d&e=f",
    "only a quotation": "\u201cNine weeks I waited and now it is the wrong colour\u201d",
}
FOREIGN = {
    "Spanish": "Lo siento mucho, entiendo su enfado. Le voy a devolver el dinero ahora mismo.",
    "German": "Es tut mir sehr leid, dass das Paket nicht gekommen ist. Ich kümmere mich sofort darum.",
    "French": "Je suis désolé pour ce retard, nous allons vous rembourser.",
    "Russian": "Мне очень жаль, мы вернём вам деньги завтра.",
    "Arabic": "أنا آسف جدا على هذا الخطأ",
    "Chinese": "非常抱歉,我们会马上退款。",
    "Turkish": "Çok üzgünüm, hemen size yeni bir ürün göndereceğim.",
}


@pytest.mark.parametrize("reply", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_abstained_from_with_a_reason(rubric: Rubric, reply: str) -> None:
    assessment = rubric.assess(reply, Context())
    assert assessment.abstained.endswith(".")
    assert all(mark.level is None and mark.confidence == "none" for mark in assessment.marks)
    assert assessment.evidence == ()


@pytest.mark.parametrize("reply", FOREIGN.values(), ids=FOREIGN.keys())
def test_another_language_is_never_a_zero(rubric: Rubric, reply: str) -> None:
    assessment = rubric.assess(reply, Context())
    assert "English" in assessment.abstained
    assert all(mark.level is None for mark in assessment.marks)


@pytest.mark.parametrize("language", ["de", "pt-BR", "el", "zh-Hant"])
@pytest.mark.parametrize("reply", [*FOREIGN.values(), "I am so sorry that you waited nine weeks."])
def test_in_a_scenario_of_another_language_nothing_is_marked_and_the_reason_is_said(
    rubric: Rubric, reply: str, language: str
) -> None:
    assessment = rubric.assess(reply, Context(language=language))
    assert "This scenario is played in a language" in assessment.abstained
    assert all(mark.level is None for mark in assessment.marks)


def test_a_scenario_in_british_english_is_read(rubric: Rubric) -> None:
    assert rubric.assess("I am so sorry that you waited nine weeks.", Context(language="en-GB")).abstained == ""


@pytest.mark.parametrize(
    "reply",
    [
        "ok",
        "Sorry!",
        "I'm sorry, Señora Muñoz, that the café was closed. I will call you tomorrow.",
        "Die Karte kommt tomorrow, sorry, I will send it myself and you can keep the old one.",
        "Dear Mrs Lindqvist, I will refund the 59 euro today.",
        "See https://example.org/status, I will update it within the hour.",
    ],
)
def test_english_with_foreign_names_is_read(rubric: Rubric, reply: str) -> None:
    assert rubric.assess(reply, Context()).abstained == ""


def test_a_flood_of_text_is_read_up_to_a_limit(rubric: Rubric) -> None:
    assessment = rubric.assess("I am sorry for the delay, we will refund you. " * 450, Context())
    assert all(item.end <= READ_LIMIT for item in assessment.evidence)


@given(reply=st.text(max_size=400), customer=st.text(max_size=200), fact=st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_no_text_ever_breaks_it_and_spans_stay_within_the_reply(rubric: Rubric, reply: str, customer: str, fact: str) -> None:
    context = Context(customer=(customer,), facts=(fact,), abusive=True, closing=True)
    first = rubric.assess(reply, context)
    assert tuple(mark.criterion for mark in first.marks) == CRITERIA
    assert all(0 <= item.start < item.end <= len(reply) for item in first.evidence)
    assert rubric.assess(reply, context) == first


WORDS = (
    *("sorry", "not", "i", "am", "we", "you", "will", "refund", "understand", "angry", "the", "for", "your", "order"),
    *("wait", "tomorrow", "please", "idiot", "calm", "what", "?", ".", ",", "'", '"', "ok", "because"),
)


@given(words=st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_pile_of_its_own_words_ever_breaks_it(rubric: Rubric, words: list[str]) -> None:
    reply = " ".join(words)
    assessment = rubric.assess(reply, Context(abusive=True, closing=True, floor_yielded=False))
    assert all(mark.level is None or 0 <= mark.level <= 3 for mark in assessment.marks)
    assert all(0 <= item.start < item.end <= len(reply) for item in assessment.evidence)
