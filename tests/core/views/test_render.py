from typing import get_args

import pytest

from game.core import commands as c
from game.core.documents import Document
from game.core.ids import TeamId
from game.core.views.grants import DocumentKey, all_keys
from game.core.views.render import render, room_wide, sources
from tests.core.given import S2, S3, T1, playing, teams, workshop


def test_every_key_has_its_document() -> None:
    play = teams(3)
    kinds = {type(render(play.state, key, play.now)) for key in all_keys(play.state)}
    assert kinds == set(get_args(Document))


def test_a_document_that_does_not_exist_now_is_no_document() -> None:
    for name in ("scene", "case", "card"):
        with pytest.raises(KeyError):
            render(workshop(1).state, DocumentKey(name, T1), workshop(1).now)
    play = playing(3)
    with pytest.raises(KeyError):
        render(play.state, DocumentKey("scene", TeamId("t9")), play.now)


def test_what_belongs_to_the_whole_room_is_known() -> None:
    assert room_wide(DocumentKey("board"))
    assert not room_wide(DocumentKey("scene", T1))


def test_a_scenes_documents_depend_on_their_scene_and_not_on_another() -> None:
    play = teams(3)
    before = sources(play.state, DocumentKey("scene", T1))
    play.send(play.members(TeamId("t2"))[1])
    after = sources(play.state, DocumentKey("scene", T1))
    assert all(one is two for one, two in zip(before, after, strict=True))
    play.do(c.SendReply("mine"), S2)
    changed = sources(play.state, DocumentKey("scene", T1))
    assert any(one is not two for one, two in zip(before, changed, strict=True))
    assert S3 in play.members()
