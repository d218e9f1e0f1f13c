"""A small network that reads a reply and what it answers, and how it learns. Knows numbers only.

A transformer encoder (Vaswani et al. 2017) in the shape of BERT. For each criterion it weighs the words (`speak`), gathers what
they mean by these weights, and gives from that the chance of each level; so the words shown are those that made the mark.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax

from game.rubric.semantic import LONGEST, TOLD, kinds_of
from game.rubric.training.examples import Example

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[np.float32]]

FROZEN: Final = ("words", "places")  # what a few thousand replies cannot teach better
HEAD_WIDTH: Final = 32  # numbers of one attention head
TINY: Final = 1e-12  # beside a variance
HIDE: Final = 103  # the vocabulary's token for a hidden word
_FIRST_WORD: Final = 999  # tokens before it are marks
_LENGTHS: Final = (24, 48, 72, 96, 120, 144, 192, LONGEST, LONGEST + TOLD)  # of both texts, filled up to one of these
_TOKENS: Final = 3072  # of one step
_NOWHERE: Final = -1e9
Shown = Callable[[np.random.Generator], Sequence[Example]]  # gives the replies of one epoch


@dataclass(frozen=True, slots=True)
class Course:
    """How it learns. Rates fall from the last layer to the first by `fade` a layer; drop and hide are shares of one."""

    epochs: int = 5
    rate: float = 3e-4
    head_rate: float = 3.0  # of `rate`, for the levels and the words that speak for them
    fade: float = 0.85
    drop: float = 0.1
    hide: float = 0.06
    speaking: float = 0.5  # what the words' weights count beside the levels
    seed: int = 1


def layers_of(numbers: "Mapping[str, Any]") -> int:
    """How many layers a set of numbers has."""
    return sum(name.endswith(".look") for name in numbers)


def begun(numbers: "Arrays", criteria: int, levels: int, seed: int) -> "dict[str, NDArray[np.float32]]":
    """The numbers with new ones for criteria and levels."""
    chance = np.random.default_rng(seed)
    width = numbers["words"].shape[1]

    def small(*shape: int) -> "NDArray[np.float32]":
        return (chance.standard_normal(shape) * 0.02).astype(np.float32)

    new = {"speak": small(width, criteria), "level": small(criteria, width, levels)}
    return {**numbers, **new, "speak.bias": small(criteria), "level.bias": small(criteria, levels)}


def read(numbers: Any, tokens: Any, kinds: Any, own: Any, there: Any, key: Any = None, drop: float = 0.0) -> Any:
    """What each token means in its reply: replies x tokens x width. `there` is 1 where a token is, 0 where it is filled up.

    `kinds` has the tokens' kinds (`semantic.kinds_of`). `own` has how many tokens the reply itself has; what the customer said
    comes after it and has places of its own.
    """
    layers = layers_of(numbers)
    keys = iter(jax.random.split(key, 3 * layers + 1)) if key is not None else None
    where = jnp.arange(tokens.shape[1]) - own[:, None] * (1 - _mine(own, tokens.shape[1]))
    state = numbers["words"][tokens] + numbers["places"][where] + numbers["kinds"][kinds]
    state = _dropped(_even(state, numbers, "first"), drop, keys)
    replies, length, width = state.shape
    heads = width // HEAD_WIDTH
    shut = (1 - there)[:, None, None, :] * _NOWHERE
    for number in range(layers):
        at = f"{number}."
        looked = state @ numbers[f"{at}look"] + numbers[f"{at}look.bias"]
        asks, answers, gives = looked.reshape(replies, length, 3, heads, HEAD_WIDTH).transpose(2, 0, 3, 1, 4)
        shares = jax.nn.softmax(asks @ answers.transpose(0, 1, 3, 2) / np.sqrt(HEAD_WIDTH) + shut, axis=-1)
        seen = (_dropped(shares, drop, keys) @ gives).transpose(0, 2, 1, 3).reshape(replies, length, width)
        mixed = seen @ numbers[f"{at}mix"] + numbers[f"{at}mix.bias"]
        state = _even(state + _dropped(mixed, drop, keys), numbers, f"{at}mixed")
        wide = jax.nn.gelu(state @ numbers[f"{at}widen"] + numbers[f"{at}widen.bias"], approximate=False)
        narrow = wide @ numbers[f"{at}narrow"] + numbers[f"{at}narrow.bias"]
        state = _even(state + _dropped(narrow, drop, keys), numbers, f"{at}done")
    return state


def _mine(own: Any, length: int) -> Any:
    """1 where a token of the reply itself may be, 0 after it: replies x tokens."""
    return (jnp.arange(length) < own[:, None]).astype(jnp.int32)


def judge(numbers: Any, state: Any, mine: Any) -> tuple[Any, Any, Any]:
    """Logits of levels (replies x criteria x levels) and words (replies x tokens x criteria); what each criterion gathered.

    `mine` is 1 where a token of the reply is, else 0.
    """
    speaks = state @ numbers["speak"] + numbers["speak.bias"]
    shares = jax.nn.softmax(jnp.where(mine[:, :, None] > 0, speaks, _NOWHERE), axis=1)
    gathered = jnp.einsum("rtc,rtw->rcw", shares, state)
    levels = jnp.einsum("rcw,cwl->rcl", gathered, numbers["level"]) + numbers["level.bias"]
    return levels, speaks, gathered


def _even(state: Any, numbers: Any, name: str) -> Any:
    """Layer normalisation (Ba et al. 2016)."""
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = jax.lax.rsqrt((centred**2).mean(axis=-1, keepdims=True) + TINY)
    return centred * spread * numbers[f"{name}.scale"] + numbers[f"{name}.shift"]


def _dropped(state: Any, share: float, keys: Any) -> Any:
    if keys is None:
        return state
    return jnp.where(jax.random.bernoulli(next(keys), 1 - share, state.shape), state / (1 - share), 0.0)


def _wrong(logits: Any, wanted: Any, counts: Any) -> Any:
    """Mean cross entropy of what counts."""
    return (optax.sigmoid_binary_cross_entropy(logits, wanted) * counts).sum() / jnp.maximum(counts.sum(), 1.0)


def _loss(learnt: Any, frozen: Any, batch: Any, key: Any, course: Course) -> Any:
    tokens, kinds, own, there, wanted, counts, speaks, heard = batch
    numbers = {**frozen, **learnt}
    hiding, reading, judging = jax.random.split(key, 3)
    hidden = (jax.random.uniform(hiding, tokens.shape) < course.hide) & (tokens >= _FIRST_WORD)
    mine = there * _mine(own, tokens.shape[1])
    state = read(numbers, jnp.where(hidden, HIDE, tokens), kinds, own, there, reading, course.drop)
    levels, words, _ = judge(numbers, _dropped(state, course.drop, iter([judging])), mine)
    return _wrong(levels, wanted, counts) + course.speaking * _wrong(words, speaks, heard)


def fit(
    numbers: "Arrays", shown: Shown, course: Course, tell: Callable[[str], object] = print
) -> "dict[str, NDArray[np.float32]]":
    """The numbers after the course (AdamW: Loshchilov and Hutter 2019). The same replies and course give the same numbers.

    `shown` gives the replies of one epoch; they may stand beside other customers each time.
    """
    chance = np.random.default_rng(course.seed)
    frozen = {name: jnp.asarray(numbers[name]) for name in FROZEN}
    learnt = {name: jnp.asarray(value) for name, value in numbers.items() if name not in FROZEN}
    steps = max(2, course.epochs * sum(1 for _ in _batches(shown(chance), chance)))
    rates = {name: -course.rate * _rate(name, layers_of(numbers), course) for name in learnt}
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.scale_by_adam(b2=0.98),
        optax.add_decayed_weights(0.01),
        optax.stateless(lambda updates, _: {name: rates[name] * update for name, update in updates.items()}),
        optax.scale_by_schedule(optax.warmup_cosine_decay_schedule(0.0, 1.0, max(1, steps // 12), steps, 0.02)),
    )
    state = optimiser.init(learnt)

    @jax.jit
    def step(learnt: Any, state: Any, batch: Any, key: Any) -> Any:
        loss, slopes = jax.value_and_grad(_loss)(learnt, frozen, batch, key, course)
        updates, state = optimiser.update(slopes, state, learnt)
        return optax.apply_updates(learnt, updates), state, loss

    key = jax.random.PRNGKey(course.seed)
    for epoch in range(course.epochs):
        losses = []
        for batch in _batches(shown(chance), chance):
            key, now = jax.random.split(key)
            learnt, state, loss = step(learnt, state, batch, now)
            losses.append(float(loss))
        tell(f"epoch {epoch + 1} of {course.epochs}: loss {np.mean(losses):.4f}")
    return {**numbers, **{name: np.asarray(value) for name, value in learnt.items()}}


def _rate(name: str, layers: int, course: Course) -> float:
    if name.startswith(("speak", "level")):
        return course.head_rate
    if name.startswith(("first", "kinds")):
        return course.fade**layers
    return float(course.fade ** (layers - 1 - int(name.split(".")[0])))


def _batches(examples: Sequence[Example], chance: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    """Batches of replies of about the same length, in random order."""
    by_length: dict[int, list[int]] = {}
    for place, example in enumerate(examples):
        by_length.setdefault(next(length for length in _LENGTHS if len(example.tokens) <= length), []).append(place)
    batches = []
    for length, places in sorted(by_length.items()):
        chance.shuffle(places)
        size = _TOKENS // length
        batches += [(length, size, places[at : at + size]) for at in range(0, len(places), size)]
    chance.shuffle(batches)
    for length, size, places in batches:
        yield _filled([examples[place] for place in places], length, size)


def _filled(examples: Sequence[Example], length: int, size: int) -> tuple[Any, ...]:
    """The arrays of several examples, filled up to one length and one size, so that few shapes are compiled."""
    criteria, levels = examples[0].wanted.shape
    tokens = np.zeros((size, length), dtype=np.int32)
    own = np.zeros(size, dtype=np.int32)
    kinds = np.zeros((size, length), dtype=np.int32)
    there = np.zeros((size, length), dtype=np.float32)
    wanted, counts = np.zeros((2, size, criteria, levels), dtype=np.float32)
    speaks, heard = np.zeros((2, size, length, criteria), dtype=np.float32)
    for row, example in enumerate(examples):
        many = len(example.tokens)
        tokens[row, :many], own[row], there[row, :many] = example.tokens, example.own, 1
        kinds[row, :many] = kinds_of(example.stems, example.own)
        wanted[row], counts[row] = example.wanted, example.counts
        speaks[row, : example.own], heard[row, : example.own] = example.speaks, example.heard
    return tokens, kinds, own, there, wanted, counts, speaks, heard


def judged(
    numbers: "Arrays", examples: Iterable[Example]
) -> "Iterator[tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]]":
    """Of each reply chances (criteria x levels), weights (own tokens x criteria) and what was gathered (criteria x width)."""
    there_once = {name: jnp.asarray(value) for name, value in numbers.items()}

    @jax.jit
    def judge_one(numbers: Any, tokens: Any, kinds: Any, own: Any, there: Any) -> tuple[Any, Any, Any]:
        mine = there * _mine(own, tokens.shape[1])
        levels, speaks, gathered = judge(numbers, read(numbers, tokens, kinds, own, there), mine)
        return jax.nn.sigmoid(levels), jax.nn.sigmoid(speaks), gathered

    for example in examples:
        length = next(length for length in _LENGTHS if len(example.tokens) <= length)
        tokens, kinds, own, there, *_ = _filled([example], length, 1)
        levels, speaks, gathered = judge_one(there_once, tokens, kinds, own, there)
        yield np.asarray(levels)[0], np.asarray(speaks)[0, : example.own], np.asarray(gathered)[0]
