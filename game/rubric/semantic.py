"""Reads a reply and what it answers with a small trained network: how likely each level is, and which words speak for it.

Decides nothing. Needs numpy, onnxruntime and tokenizers, and the files that `training/` writes; without them there is no head.
"""

import importlib.util
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from game.core.ids import CRITERIA, Criterion
from game.rubric.faults import Fault
from game.rubric.reading import MASKED, SENTENCE_MARK, Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

Part = TypeVar("Part")
NETWORK: Final = "head.onnx"
NOTES: Final = "head.json"
VOCABULARY: Final = "vocabulary.txt"
FILES: Final = (NETWORK, NOTES, VOCABULARY)
LONGEST: Final = 256  # tokens read of one reply
TOLD: Final = 72  # the same of what the customer said: the last ones
MINE, SHARED, THEIRS, TAKEN_UP, TO_NOBODY = range(5)  # kinds of tokens: see `kinds_of`
KINDS: Final = TO_NOBODY + 1
_NEEDED: Final = ("numpy", "onnxruntime", "tokenizers")
_SPEAKS: Final = 0.4  # a word's weight from which it is shown as evidence
_GAP: Final = 2  # pieces between two words that speak, over which they are shown as one
_SMALL: Final = 4  # letters of a word that is not shown alone beside others
_MARKS: Final = 3  # of a row of the same mark, so many are read
_STEM: Final = 5  # letters by which a word is known again
_SHORTEST: Final = 3  # letters of a word that is
_UNKNOWN: Final = "[UNK]"
_SLOWER: Final = "SkipLayerNormFusion"  # of the runtime: several operators in one that takes longer than they do
_REMEDY: Final = "Write it again: python -m game.rubric.training head"


@dataclass(frozen=True, slots=True)
class Likely:
    """What the head read about one criterion.

    `levels` are the chances, 0 to 1, of level 1, 2 and 3 at least. `words` are the runs of pieces, first to last (exclusive),
    that speak for the mark (for composure: against the tone); where none stands out, `around` is where the heaviest stands.
    `near` is an authored wording that shows the same.
    """

    levels: tuple[float, float, float]
    words: tuple[tuple[int, int], ...]
    around: tuple[int, int]
    near: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the head read in one reply, up to the piece `read_to` (exclusive): longer ones are not read to their end."""

    found: Mapping[Criterion, Likely]
    read_to: int

    @property
    def civil(self) -> float:
        """The chance that the tone is civil."""
        return self.found["composure"].levels[1]


@dataclass(frozen=True, slots=True)
class Bars:
    """From which chance on the head is believed about one criterion: see `weighing.py`.

    `civil` is the chance of a civil tone below which nothing is believed, `review`, for composure, that below which people are
    asked.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    raises: tuple[float, float]
    doubts: tuple[float, float, float]
    civil: float = 0.0
    review: float = 0.0


class NotesIn(BaseModel):
    """What goes with the network: the size of its vocabulary, the bars, and the wordings that it compares replies with."""

    model_config = ConfigDict(extra="forbid")
    tokens: int
    bars: dict[Criterion, Bars]
    wordings: list[str]


class Network(Protocol):
    def run(self, ids: Sequence[int], kinds: Sequence[int], own: int) -> tuple["Numbers", "Numbers", "Numbers"]:
        """Chances by criterion and level, weights by token and criterion, and by criterion the place of the nearest wording.

        The first `own` tokens are the reply, and have weights; the others are what the customer said. `kinds` has one of each.
        """
        ...


class Words(Protocol):
    def encode(self, pieces: Sequence[str]) -> tuple[Sequence[int], Sequence[int | None]]:
        """Tokens of the vocabulary between marks for beginning and end, and for each the number of the piece it belongs to."""
        ...


@dataclass(frozen=True, slots=True)
class Conversation:
    """A reply and what it answers, as the network reads them: the first `own` tokens are the reply's.

    `stems` has for each token the beginning of its word, by which it is known again; nothing for marks and the shortest words.
    `earlier` are those of the customer's words that are not read, because there are too many.
    """

    ids: tuple[int, ...]
    stems: tuple[str, ...]
    own: int
    earlier: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Head:
    """The trained network with its notes. Holds no state between replies and may be used from several threads."""

    network: Network
    words: Words
    bars: Mapping[Criterion, Bars]
    wordings: tuple[str, ...]

    def read(self, reading: Reading, answered: Iterable[Reading] = ()) -> Opinion | None:
        """What a reply seems to do for whom it answers; what is masked is not read. None where nothing is left to read."""
        places = own_words(reading)
        if not any(reading.pieces[place][0].isalnum() for place in places):
            return None
        both, owners = conversation(self.words, [reading.pieces[place] for place in places], answered)
        chances, weights, nearest = self.network.run(both.ids, kinds_of(both.stems, both.own, both.earlier), both.own)
        by_piece = _by_piece(weights, owners, len(places))
        found = {
            criterion: _likely(
                reading,
                places,
                [weight[row] for weight in by_piece],
                (float(chances[row][0]), float(chances[row][1]), float(chances[row][2])),
                self.wordings[int(nearest[row])],
            )
            for row, criterion in enumerate(CRITERIA)
        }
        last = max((owner for owner in owners if owner is not None), default=-1)
        whole = last == len(places) - 1
        return Opinion(found, len(reading.pieces) if whole else places[last + 1])


def own_words(reading: Reading) -> list[int]:
    """Places of the pieces that the head reads: neither marks between sentences nor what is masked."""
    return [place for place, piece in enumerate(reading.pieces) if piece not in (SENTENCE_MARK, MASKED)]


def conversation(
    words: Words, pieces: Sequence[str], answered: Iterable[Reading] = ()
) -> tuple[Conversation, tuple[int | None, ...]]:
    """A reply's pieces and what it answers; and for each of the reply's tokens the piece it belongs to.

    A reply that is too long is cut before its end, what the customer said after its beginning.
    """
    ids, owners = _tokens(words, pieces)
    if len(ids) > LONGEST:
        ids, owners = [*ids[: LONGEST - 1], ids[-1]], [*owners[: LONGEST - 1], None]
    own, stems = len(ids), _stems(pieces, owners)
    heard = _said(answered)
    earlier = frozenset(map(_stem, heard[:-TOLD]))
    if heard:
        said, theirs = _tokens(words, heard[-TOLD:])
        known = _stems(heard[-TOLD:], theirs)
        if cut := max(0, len(said) - TOLD):
            earlier |= frozenset(known[: cut + 1])
            said, known = [said[0], *said[cut + 1 :]], [known[0], *known[cut + 1 :]]
        ids, stems = [*ids, *said], [*stems, *known]
    return Conversation(tuple(ids), tuple(stems), own, earlier - {""}), tuple(owners)


def _said(told: Iterable[Reading]) -> list[str]:
    """The pieces of what was said; nothing where there is no word among them."""
    pieces = [reading.pieces[place] for reading in told for place in own_words(reading)]
    return pieces if any(piece[0].isalnum() for piece in pieces) else []


def kinds_of(stems: Sequence[str], own: int, earlier: frozenset[str] = frozenset()) -> list[int]:
    """For each token whose word it is, and whether the other one has it too; as in `Conversation`.

    A reply is `MINE` and, where it shares the customer's words, `SHARED`; the customer's words are `THEIRS` or `TAKEN_UP`.
    Where nobody said anything, a reply is `TO_NOBODY`.
    """
    if own == len(stems):
        return [TO_NOBODY] * own
    mine, theirs = set(stems[:own]) - {""}, set(stems[own:]) - {""} | earlier
    return [
        *(SHARED if stem in theirs else MINE for stem in stems[:own]),
        *(TAKEN_UP if stem in mine else THEIRS for stem in stems[own:]),
    ]


def _tokens(words: Words, pieces: Sequence[str]) -> tuple[list[int], list[int | None]]:
    """Tokens and the pieces that they belong to; rows of marks are cut short."""
    ids, owners = words.encode([piece if piece[0].isalnum() else piece[:_MARKS] for piece in pieces])
    return list(ids), list(owners)


def _stems(pieces: Sequence[str], owners: Iterable[int | None]) -> list[str]:
    return ["" if owner is None else _stem(pieces[owner]) for owner in owners]


def _stem(piece: str) -> str:
    """The beginning of a word, numbers whole; nothing for marks and the shortest words."""
    if piece[0].isdigit():
        return piece
    return piece[:_STEM].rstrip("s") if len(piece) >= _SHORTEST and piece[0].isalnum() else ""


def _by_piece(weights: "Numbers", owners: Sequence[int | None], pieces: int) -> list[list[float]]:
    """The greatest weight among the tokens of each piece, by criterion."""
    found = [[0.0] * len(CRITERIA) for _ in range(pieces)]
    for owner, row in zip(owners, weights.tolist(), strict=True):
        if owner is not None:
            found[owner] = list(map(max, found[owner], row))
    return found


def _likely(
    reading: Reading, places: Sequence[int], weights: Sequence[float], levels: tuple[float, float, float], near: str
) -> Likely:
    speaking = [place for place, weight in zip(places, weights, strict=True) if weight >= _SPEAKS]
    heaviest = places[max(range(len(places)), key=lambda at: weights[at])]
    return Likely(levels, _runs(reading, speaking), _stretch(reading, heaviest), near)


def _runs(reading: Reading, speaking: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Runs of pieces that speak; small gaps within one stretch are closed, and single small words left out beside others."""
    runs: list[tuple[int, int]] = []
    for place in speaking:
        last = runs[-1][1] if runs else -1
        between = reading.pieces[last:place]
        if runs and place - last <= _GAP and not {SENTENCE_MARK, MASKED}.intersection(between):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    longer = [(first, last) for first, last in runs if last - first > 1 or len(reading.pieces[first]) > _SMALL]
    return tuple(longer or runs)


def _stretch(reading: Reading, place: int) -> tuple[int, int]:
    """The pieces around one, as far as the sentence goes and nothing is masked."""
    first, last = place, place + 1
    while reading.pieces[first - 1] not in (SENTENCE_MARK, MASKED):
        first -= 1
    while last < len(reading.pieces) and reading.pieces[last] not in (SENTENCE_MARK, MASKED):
        last += 1
    return first, last


class _OnnxNetwork:
    """The network on one core."""

    def __init__(self, path: Path) -> None:
        self._np: Any = import_module("numpy")
        runtime: Any = import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = runtime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER]
        )
        self.run([0], [TO_NOBODY], 1)
        *_, last = self.run([0] * KINDS, range(KINDS), 1)
        self.wordings = len(last) * int(self._session.get_modelmeta().custom_metadata_map["wordings"])

    def run(self, ids: Sequence[int], kinds: Sequence[int], own: int) -> tuple["Numbers", "Numbers", "Numbers"]:
        given = {
            "ids": self._np.array([ids], dtype=self._np.int32),
            "kinds": self._np.array([kinds], dtype=self._np.int32),
            "own": self._np.array([own], dtype=self._np.int64),
        }
        chances, weights, nearest = self._session.run(None, given)
        return chances, weights, nearest


class WordPieces:
    """The network's vocabulary, between its marks for the beginning and the end of a text."""

    def __init__(self, path: Path) -> None:
        kit: Any = import_module("tokenizers")
        vocabulary = kit.models.WordPiece.read_file(str(path))
        self._tokenizer = kit.Tokenizer(kit.models.WordPiece(vocabulary, unk_token=_UNKNOWN))
        self._tokenizer.normalizer = kit.normalizers.BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = kit.pre_tokenizers.BertPreTokenizer()
        self._begin, self._end, _ = vocabulary["[CLS]"], vocabulary["[SEP]"], vocabulary[_UNKNOWN]
        self.size = len(vocabulary)

    def encode(self, pieces: Sequence[str]) -> tuple[Sequence[int], Sequence[int | None]]:
        found = self._tokenizer.encode(list(pieces), is_pretokenized=True, add_special_tokens=False)
        return [self._begin, *found.ids, self._end], [None, *found.word_ids, None]


def has_runtime() -> bool:
    """Whether the packages that run the network are installed; they are looked for, not imported."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


def read_head(folder: Path, faults: list[Fault]) -> Head | None:
    """The head of a folder; None where its packages or its files are missing. Files that cannot be read are faults."""
    if not has_runtime() or any(not (folder / name).is_file() for name in FILES):
        return None
    try:
        for name in _NEEDED:
            import_module(name)
    except ImportError:  # installed, and not for this machine: as if it were not
        return None
    before = len(faults)
    notes = _part(NOTES, faults, lambda: NotesIn.model_validate_json((folder / NOTES).read_text(encoding="utf-8")))
    words = _part(VOCABULARY, faults, lambda: WordPieces(folder / VOCABULARY))
    network = _part(NETWORK, faults, lambda: _OnnxNetwork(folder / NETWORK))
    if notes is None or words is None or network is None:
        return None
    missing = [criterion for criterion in CRITERIA if notes.bars and criterion not in notes.bars]
    if missing:
        faults.append(Fault(NOTES, 0, "bars", f"has none for {', '.join(missing)}", _REMEDY))
    if words.size != notes.tokens:
        faults.append(Fault(VOCABULARY, 0, "file", f"has {words.size} tokens instead of {notes.tokens}", _REMEDY))
    if network.wordings != len(notes.wordings):
        problem = f"has {len(notes.wordings)} instead of the network's {network.wordings}"
        faults.append(Fault(NOTES, 0, "wordings", problem, _REMEDY))
    return Head(network, words, notes.bars, tuple(notes.wordings)) if len(faults) == before else None


def _part(name: str, faults: list[Fault], read: Callable[[], Part]) -> Part | None:
    try:
        return read()
    except Exception as error:  # noqa: BLE001  (the packages raise classes of their own, and bare ones)
        faults.append(Fault(name, 0, "file", f"cannot be read ({error})", _REMEDY))
        return None
