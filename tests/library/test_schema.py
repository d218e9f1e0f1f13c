"""The schema that an editor reads."""

import json

from game.core.ids import CRITERIA
from game.library import json_schema
from game.library.schema import TECHNIQUES


def test_the_json_schema_names_fields_and_closed_words_for_completion() -> None:
    schema = json_schema()
    text = json.dumps(schema)
    assert schema["title"] == "Simmerdown scenario"
    assert '"additionalProperties": false' in text
    assert all(f'"{criterion}"' in text for criterion in CRITERIA)
    assert {"chat", "phone", "email"} <= set(text.replace('"', " ").replace(",", " ").split())


def test_there_are_thirty_techniques() -> None:
    assert (TECHNIQUES[0], TECHNIQUES[-1], len(TECHNIQUES)) == ("T01", "T30", 30)
