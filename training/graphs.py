"""The network as ONNX graphs, written operator by operator with weights of eight bits.

Written, not traced: the operators are those that run fastest on a processor's cores, and nothing is left for the engine
to find out when it loads them. `training.export` checks that the graphs answer as the network does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from quellenlage.language.engine import WORDS
from quellenlage.linking.sense import LONGEST
from quellenlage.tagging.labels import Scheme
from training.network import ByScheme, Layer, Network
from training.sense.network import SenseNetwork

Array = npt.NDArray[np.generic]

_OPSET = 18
_FORMAT = 9  # of the file; the lowest that holds the operators, so that older engines read it
_MICROSOFT = "com.microsoft"
MOST = 127
"""The greatest integer that stands for a weight."""
_LEAST = 1e-3  # scale of a piece whose states are next to nothing


class Graph:
    """A graph being written. An operator is added after those whose outputs it takes; values go by their names."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, values: npt.ArrayLike) -> str:
        """The name of a constant."""
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def stored(self, kind: int, shape: Sequence[int], file: str, offset: int) -> str:
        """The name of a constant whose bytes lie in a file beside the graph's."""
        name = f"constant_{len(self._constants)}"
        tensor = onnx.TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        for key, value in (("location", file), ("offset", str(offset))):
            tensor.external_data.add(key=key, value=value)
        self._constants.append(tensor)
        return name

    def several(self, operator: str, count: int, *inputs: str, domain: str = "", **attributes: object) -> list[str]:
        """Add an operator with `count` outputs; returns their names."""
        names = [f"{operator}_{len(self._nodes)}_{index}" for index in range(count)]
        self._nodes.append(helper.make_node(operator, inputs, names, domain=domain, **attributes))
        return names

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """Add an operator with one output; returns its name."""
        return self.several(operator, 1, *inputs, domain=domain, **attributes)[0]

    def write(self, path: Path, inputs: Mapping[str, tuple[int, int]], outputs: Mapping[str, tuple[str, int]]) -> None:
        """Write the file. `inputs`: element type and rank by name; `outputs`: value and rank of each name."""
        for name, (value, _) in outputs.items():
            self._nodes.append(helper.make_node("Identity", [value], [name]))
        taken = [helper.make_tensor_value_info(name, kind, [None] * rank) for name, (kind, rank) in inputs.items()]
        given = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * rank) for name, (_, rank) in outputs.items()
        ]
        graph = helper.make_graph(self._nodes, path.stem, taken, given, self._constants)
        sets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        onnx.save(helper.make_model(graph, opset_imports=sets, ir_version=_FORMAT), path)


def write_reader(network: Network, path: Path) -> None:
    """The first graph: `ids` (rows, length) and `scheme` (rows) to `read_states` and `heads`, as `Network.read`.

    Nothing may be padding: attention without a mask is what can be computed block by block.
    """
    graph = Graph()
    length = graph.add("Slice", graph.add("Shape", "ids"), graph.constant([1]), graph.constant([2]))
    first, end = graph.constant([0]), graph.constant([1])
    places = graph.constant(_values(network.place.weight + network.segment))
    states = graph.add("Add", _words(graph, network.word, "ids"), graph.add("Slice", places, first, length, first))
    sizes = graph.add("Concat", end, graph.add("Sub", length, end), axis=0)
    opening, rest = graph.several("Split", 2, states, sizes, axis=1)
    opening = graph.add("Add", opening, _by_row(graph, network.scheme_in))
    states = _norm(graph, network.norm, graph.add("Concat", opening, rest, axis=1))
    count = len(network.layers)
    shifts = graph.several("Split", count, _by_row(graph, network.shifts), axis=-1, num_outputs=count)
    for layer, shift in zip(network.layers, shifts, strict=True):
        assert isinstance(layer, Layer)
        states = _layer(graph, layer, graph.add("Add", states, shift))
    logits = _by_scheme(graph, network.heads, graph.add("Add", states, _by_row(graph, network.scheme_out)))
    given = {"ids": (TensorProto.INT64, 2), "scheme": (TensorProto.INT64, 1)}
    graph.write(path, given, {"read_states": (states, 3), "heads": (logits, 3)})


def write_asker(network: Network, path: Path) -> None:
    """The second graph: `states` (rows, length, hidden), `marks` (rows, length) and `scheme` (rows) to `roles` and
    `kinds`, as `Network.ask` where all places are real."""
    graph = Graph()
    zero, one, axis = graph.constant(0), graph.constant(1), graph.constant([1])
    marked = graph.add("Cast", graph.add("Greater", "marks", zero), to=TensorProto.FLOAT)
    count = graph.add("Max", graph.add("ReduceSum", marked, axis), graph.constant(np.float32(1)))
    share = graph.add("Unsqueeze", graph.add("Div", marked, count), axis)  # (rows, 1, length)
    reach = network.distance.num_embeddings // 2 - 1
    places = graph.add("Range", zero, graph.add("Gather", graph.add("Shape", "marks"), one), one)
    away = graph.add("Sub", places, graph.add("ArgMax", marked, axis=1))
    away = graph.add("Clip", away, graph.constant(-reach), graph.constant(reach))
    terms = (
        _linear(graph, network.trigger, graph.add("MatMul", share, "states")),
        _table(graph, network.distance, graph.add("Add", away, graph.constant(reach))),
        _table(graph, network.mark, "marks"),
        _by_row(graph, network.scheme_out),
    )
    mixed = _linear(graph, network.state, "states")
    for term in terms:
        mixed = graph.add("Add", mixed, term)
    mixed = _layer(graph, network.window_layer, _norm(graph, network.window_norm, mixed))
    pooled = graph.add("Squeeze", graph.add("MatMul", share, mixed), axis)
    given = {"states": (TensorProto.FLOAT, 3), "marks": (TensorProto.INT64, 2), "scheme": (TensorProto.INT64, 1)}
    answers = {"roles": (_by_scheme(graph, network.role, mixed), 3), "kinds": (_exact(graph, network.kind, pooled), 2)}
    graph.write(path, given, answers)


def write_sense(network: SenseNetwork, path: Path) -> None:
    """The graph of the sentence encoder: `ids` (texts, length), none of them padding, to `vectors` (texts, width), the
    sense and then the side of each."""
    graph = Graph()
    length = graph.add("Slice", graph.add("Shape", "ids"), graph.constant([1]), graph.constant([2]))
    first = graph.constant([0])
    places = graph.constant(_values(network.place.weight + network.segment)[:LONGEST])
    states = graph.add("Add", _words(graph, network.word, "ids"), graph.add("Slice", places, first, length, first))
    states = _norm(graph, network.norm, states)
    for layer in network.layers:
        assert isinstance(layer, Layer)
        states = _layer(graph, layer, states)
    mean = graph.add("ReduceMean", states, graph.constant([1]), keepdims=0)
    both = np.hstack([_values(network.pool.weight.T), _values(network.side.weight.T)])
    vectors = graph.add("MatMul", mean, graph.constant(both))
    graph.write(path, {"ids": (TensorProto.INT64, 2)}, {"vectors": (vectors, 2)})


def _layer(graph: Graph, layer: Layer, states: str) -> str:
    """A transformer layer. Sum and normalisation stay two operators: the one that fuses them is slower by far."""
    split = graph.several("Split", 3, _linear(graph, layer.qkv, states), axis=-1, num_outputs=3)
    mixed = graph.add("MultiHeadAttention", *split, domain=_MICROSOFT, num_heads=layer.heads)
    states = _norm(graph, layer.out_norm, graph.add("Add", states, _linear(graph, layer.out, mixed)))
    wide = graph.add("Gelu", _linear_by_row(graph, layer.widen, states), domain=_MICROSOFT)
    return _norm(graph, layer.narrow_norm, graph.add("Add", states, _linear_by_row(graph, layer.narrow, wide)))


def _linear(graph: Graph, linear: nn.Linear, states: str) -> str:
    """A product of integers: weights with one scale a column, states with one scale, found anew for each input."""
    return _product(graph, linear, states, graph.constant(_values(linear.bias)))


def _linear_by_row(graph: Graph, linear: nn.Linear, states: str) -> str:
    """The same with one scale a piece, so that the few pieces with huge states (the first, ends of paragraphs) don't
    leave all others a handful of steps. It makes up for most of what integers lose, for 7 % of the time."""
    greatest = graph.add("ReduceMax", graph.add("Abs", states), graph.constant([-1]))
    scales = graph.add("Max", greatest, graph.constant(np.float32(_LEAST)))
    product = _product(graph, linear, graph.add("Div", states, scales))
    return graph.add("Add", graph.add("Mul", product, scales), graph.constant(_values(linear.bias)))


def _product(graph: Graph, linear: nn.Linear, states: str, *bias: str) -> str:
    weights, scales = _eight_bits(_values(linear.weight.T), axis=0)
    zeros = graph.constant(np.zeros(len(scales), np.int8))
    given = (states, graph.constant(weights), graph.constant(scales), zeros, *bias)
    return graph.add("DynamicQuantizeMatMul", *given, domain=_MICROSOFT)


def _exact(graph: Graph, linear: nn.Linear, states: str) -> str:
    """A product of full precision, for the few columns of an answer."""
    product = graph.add("MatMul", states, graph.constant(_values(linear.weight.T)))
    return graph.add("Add", product, graph.constant(_values(linear.bias)))


def _by_scheme(graph: Graph, layers: ByScheme, states: str) -> str:
    """The answers of the row's own scheme out of those of all."""
    shape = graph.constant([0, 0, len(Scheme), layers.columns])  # 0 keeps what is there
    own = graph.add("Gather", graph.constant(np.eye(len(Scheme), dtype=np.float32)[:, None, None]), "scheme")
    answers = graph.add("MatMul", own, graph.add("Reshape", _exact(graph, layers.all, states), shape))
    return graph.add("Squeeze", answers, graph.constant([2]))


def _norm(graph: Graph, norm: nn.LayerNorm, states: str) -> str:
    given = (graph.constant(_values(norm.weight)), graph.constant(_values(norm.bias)))
    return graph.add("LayerNormalization", states, *given, epsilon=norm.eps)


def write_words(words: nn.Embedding, path: Path) -> None:
    """The word embeddings for all graphs beside the file: eight bits a number, then one scale a piece."""
    weights, scales = _eight_bits(_values(words.weight), axis=1)
    path.write_bytes(np.ascontiguousarray(weights).tobytes() + scales.astype(np.float32).tobytes())


def _words(graph: Graph, words: nn.Embedding, ids: str) -> str:
    """Embeddings out of the file of `write_words`."""
    count, width = words.weight.shape
    weights = graph.stored(TensorProto.INT8, (count, width), WORDS, 0)
    scales = graph.stored(TensorProto.FLOAT, (count, 1), WORDS, count * width)
    found = graph.add("Cast", graph.add("Gather", weights, ids), to=TensorProto.FLOAT)
    return graph.add("Mul", found, graph.add("Gather", scales, ids))


def _table(graph: Graph, table: nn.Embedding, ids: str) -> str:
    return graph.add("Gather", graph.constant(_values(table.weight)), ids)


def _by_row(graph: Graph, schemes: nn.Embedding) -> str:
    """The embedding of each row's scheme, (rows, 1, hidden)."""
    return graph.add("Unsqueeze", _table(graph, schemes, "scheme"), graph.constant([1]))


def _eight_bits(weights: npt.NDArray[np.float32], axis: int) -> tuple[Array, Array]:
    """Integers from -127 to 127 and the scales, the greatest weight along `axis` becoming 127."""
    scales = np.maximum(np.abs(weights).max(axis, keepdims=True), np.finfo(np.float32).tiny) / MOST
    return np.rint(weights / scales).astype(np.int8), scales.squeeze(axis)


def _values(weights: Tensor) -> npt.NDArray[np.float32]:
    return np.ascontiguousarray(weights.detach().numpy(), np.float32)
