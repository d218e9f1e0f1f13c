"""The name check and the nickname generator, with the lists that ship."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.library import NameLists, has_slur, is_rude, load_library, nickname
from game.library.names import letters, readings

REPOSITORY = Path(__file__).resolve().parents[2]
LISTS = load_library(REPOSITORY / "content").names


@pytest.mark.parametrize(
    "name",
    [
        "fuck", "FUCK", "Fück", "f u c k", "F.U.C.K", "f_u_c_k", "fuuuuck", "fuuck", "fu ck", "FuckYou", "iamfuckingtired",
        "sh1t", "5hit", "$hit", "sh!t", "Mr Shit", "MrShit", "shit_head", "s h i t", "a55", "@ss", "big ass", "assssss",
        "w\u200banker", "w\u0430nker", "\uff57\uff41nker", "B1TCH", "b!tchhh", "n1gg3r", "d1ckhead", "phuck off",
        "c_u_n_t", "cu nt",
    ],
)  # fmt: skip
def test_rude_words_are_seen_through_spaces_digits_stretching_and_look_alikes(name: str) -> None:
    assert is_rude(name, LISTS)


@pytest.mark.parametrize(
    "name",
    [
        "Scunthorpe", "Penistone", "Hancock", "Cassandra", "Cockburn", "Assad", "Sussex", "Arsenal", "Matsushita", "Yoshitaka",
        "Shitake", "Cumberland", "Therapist", "Analyst", "Grape", "Titus", "Tiit", "Bass", "Class of 55", "Agent 455", "Dick",
        "Jeff Uckfield", "As Salam", "Niger", "Pakistan", "Raccoon", "Prickle", "Hello", "A. S. Smith", "Thomas S", "Heil",
        "Đorđe", "Ñandú", "Zoë", "محمد", "李小龙", "Ольга", "🦊", "", "   ", "007", "xX_Mia_Xx", "Nguyễn Thị Phúc", "van Dyke",
    ],
)  # fmt: skip
def test_innocent_names_may_join(name: str) -> None:
    assert not is_rude(name, LISTS)


@pytest.mark.parametrize("text", ["You are a b1tch, Tom.", "shut up you w a n k e r... no, WANKER", "what a tw@t"])
def test_an_insult_stays_with_its_sender_however_it_is_spelt(text: str) -> None:
    assert has_slur(text, LISTS)


@pytest.mark.parametrize(
    "text",
    [
        "This is a damn disgrace, and your company is a bloody joke.",
        "I am so pissed off that I could scream. The damn thing is shit.",
        "We spent the night in Scunthorpe. It bit chewed cables.",
        "",
    ],
)
def test_anger_at_the_company_may_be_said(text: str) -> None:
    assert not has_slur(text, LISTS)


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(name: str) -> None:
    assert is_rude(name, LISTS) in (True, False)


def test_a_very_long_name_gets_an_answer_too() -> None:
    assert not is_rude("a " * 10_000, LISTS)


def test_every_nickname_is_friendly_and_no_pair_comes_twice_too_soon() -> None:
    count = len(LISTS.adjectives) * len(LISTS.nouns)
    made = [nickname(LISTS, number) for number in range(count)]
    assert len(set(made)) == count
    assert not [name for name in made if is_rude(name, LISTS) or len(name) > 24]
    assert nickname(LISTS, count) == made[0]


def test_neighbours_share_no_word() -> None:
    first, second = (nickname(LISTS, number).split() for number in (4, 5))
    assert not set(first) & set(second)


def test_whole_words_and_parts_are_kept_apart() -> None:
    lists = NameLists((), (), (), frozenset({"ham"}), frozenset({"spam"}), frozenset())
    names = ("ham", "Birmingham", "nospamhere", "sp am", "h4m", "h a m")
    assert [is_rude(name, lists) for name in names] == [True, False, True, True, True, True]


def test_letters_and_readings_show_how_a_word_is_read() -> None:
    assert letters("Ça va? 3x") == "cavax"
    assert {"sil", "sll"} <= readings("s1l") | readings("5ll")
    assert readings("455") == frozenset({"455"})
