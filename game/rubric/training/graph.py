"""Writes a network as a file that runs on a processor in eight-bit numbers. Knows no training.

The inner weights use seven of their eight bits, so that processors without wide multiplication do not overflow; the chances of
different processors agree within rounding.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from game.rubric.training.network import HEAD_WIDTH, TINY, layers_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[np.float32]]

_FUSED: Final = "com.microsoft"  # the runtime's own operators, each several of the standard's
_OPSET: Final = 17
_FORMAT: Final = 8
_BYTE: Final = 127


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, inputs: Sequence[str], output: str, domain: str = "", **settings: Any) -> str:
        self.nodes.append(helper.make_node(operator, list(inputs), [output], name=output, domain=domain, **settings))
        return output


def write_graph(path: Path, numbers: "Arrays", wordings: "NDArray[np.float32]") -> None:
    """Writes the network; `wordings` (criteria x wordings x width) are what it compares each criterion with.

    Its inputs are `ids` and `kinds`, 1 x tokens, and `own`, how many of them are the reply's. Its outputs are `chances`,
    `weights` and `nearest` as `semantic.Network` has them.
    """
    graph = _Graph()
    state = _reading(graph, numbers)
    _judging(graph, numbers, state, wordings)
    given = [
        helper.make_tensor_value_info("ids", TensorProto.INT32, [1, "tokens"]),
        helper.make_tensor_value_info("kinds", TensorProto.INT32, [1, "tokens"]),
        helper.make_tensor_value_info("own", TensorProto.INT64, [1]),
    ]
    made = [
        helper.make_tensor_value_info("chances", TensorProto.FLOAT, list(numbers["level.bias"].shape)),
        helper.make_tensor_value_info("weights", TensorProto.FLOAT, ["own", numbers["speak"].shape[1]]),
        helper.make_tensor_value_info("nearest", TensorProto.INT64, [wordings.shape[0]]),
    ]
    sets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
    whole = helper.make_graph(graph.nodes, "head", given, made, graph.constants)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        model = helper.make_model(whole, opset_imports=sets, ir_version=_FORMAT)
        helper.set_model_props(model, {"wordings": str(wordings.shape[1])})
        onnx.save(model, str(exact))
        quantize_dynamic(
            exact,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            nodes_to_exclude=["speaks", "gathered", "levels", "alike"],
            weight_type=QuantType.QInt8,
            reduce_range=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def _reading(graph: _Graph, numbers: "Arrays") -> str:
    """What each of the reply's own tokens means: 1 x own x width."""
    scale = np.maximum(np.abs(numbers["words"]).max(axis=1, keepdims=True), TINY) / _BYTE
    table = graph.constant("words", np.round(numbers["words"] / scale).astype(np.int8))
    graph.add("Cast", [graph.add("Gather", [table, "ids"], "bytes")], "steps", to=TensorProto.FLOAT)
    graph.add("Gather", [graph.constant("scales", scale.astype(np.float32)), "ids"], "scale")
    graph.add("Mul", ["steps", "scale"], "meant")
    graph.add(
        "Slice", [graph.add("Shape", ["ids"], "shape"), *(graph.constant(f"at{n}", np.array([n])) for n in (1, 2))], "length"
    )
    places, begin = graph.constant("places", numbers["places"]), graph.constant("at0", np.array([0]))
    mine = graph.add("Slice", [places, begin, "own"], "mine")
    theirs = graph.add("Slice", [places, begin, graph.add("Sub", ["length", "own"], "left")], "theirs.places")
    graph.add("Concat", [mine, theirs], "where", axis=0)
    graph.add("Gather", [graph.constant("kinds.table", numbers["kinds"]), "kinds"], "kind")
    graph.add("Add", [graph.add("Add", ["meant", "where"], "placed"), "kind"], "begun")
    state = graph.add("LayerNormalization", ["begun", *_even(graph, numbers, "first")], "first", epsilon=TINY)
    heads, last = numbers["0.mix"].shape[0] // HEAD_WIDTH, layers_of(numbers) - 1
    for number in range(last + 1):
        at = f"{number}."
        look = [graph.constant(f"{at}{name}", numbers[f"{at}{name}"]) for name in ("look", "look.bias")]
        seen = graph.add("Attention", [state, *look], f"{at}seen", _FUSED, num_heads=heads)
        if number == last:  # what the customer's words mean in the end is not asked for
            seen = graph.add("Slice", [seen, begin, "own", graph.constant("axis", np.array([1]))], "own.seen")
            state = graph.add("Slice", [state, begin, "own", "axis"], "own.state")
        mixed = graph.add("MatMul", [seen, graph.constant(f"{at}mix", numbers[f"{at}mix"])], f"{at}mixing")
        state = _added(graph, numbers, f"{at}mixed", f"{at}mix", mixed, state)
        wide = graph.add("MatMul", [state, graph.constant(f"{at}widen", numbers[f"{at}widen"])], f"{at}widening")
        bent = graph.add("BiasGelu", [wide, graph.constant(f"{at}widen.bias", numbers[f"{at}widen.bias"])], f"{at}bent", _FUSED)
        narrow = graph.add("MatMul", [bent, graph.constant(f"{at}narrow", numbers[f"{at}narrow"])], f"{at}narrowing")
        state = _added(graph, numbers, f"{at}done", f"{at}narrow", narrow, state)
    return state


def _judging(graph: _Graph, numbers: "Arrays", state: str, wordings: "NDArray[np.float32]") -> None:
    rows = graph.add("Squeeze", [state, "at0"], "rows")  # own tokens x width
    graph.add("MatMul", [rows, graph.constant("speak", numbers["speak"])], "speaks")
    graph.add("Add", ["speaks", graph.constant("speak.bias", numbers["speak.bias"])], "spoken")
    graph.add("Sigmoid", ["spoken"], "weights")
    graph.add("Softmax", [graph.add("Transpose", ["spoken"], "turned")], "shares", axis=1)
    graph.add("MatMul", ["shares", rows], "gathered")  # criteria x width
    graph.add("Unsqueeze", ["gathered", "at1"], "one")
    graph.add("MatMul", ["one", graph.constant("level", numbers["level"])], "levels")
    graph.add("Squeeze", ["levels", "at1"], "flat")
    graph.add("Sigmoid", [graph.add("Add", ["flat", graph.constant("level.bias", numbers["level.bias"])], "judged")], "chances")
    graph.add("MatMul", ["one", graph.constant("wordings", wordings.transpose(0, 2, 1))], "alike")
    best = graph.add("ArgMax", ["alike"], "best", axis=2, keepdims=0)
    first = np.arange(wordings.shape[0], dtype=np.int64) * wordings.shape[1]
    graph.add("Add", [graph.add("Squeeze", [best, "at1"], "within"), graph.constant("firsts", first)], "nearest")


def _even(graph: _Graph, numbers: "Arrays", name: str) -> list[str]:
    return [graph.constant(f"{name}.{part}", numbers[f"{name}.{part}"]) for part in ("scale", "shift")]


def _added(graph: _Graph, numbers: "Arrays", name: str, step: str, change: str, state: str) -> str:
    """Layer normalisation of what a step changes, its bias and the state before it."""
    bias = graph.constant(f"{step}.bias", numbers[f"{step}.bias"])
    both = graph.add("Add", [graph.add("Add", [change, bias], f"{step}.biased"), state], f"{name}.sum")
    return graph.add("LayerNormalization", [both, *_even(graph, numbers, name)], name, epsilon=TINY)
