"""Weights of six bits in a network of eight-bit ones, four of them in three bytes.

They are unpacked by the network's own graph, from nothing but constants: the runtime does it once, when
it opens the file, and what it computes with is a network of eight-bit weights as any other.
"""

import numpy as np
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

STEPS = 31
"""Six bits: whole numbers from -31 to 31, times what each column is multiplied with."""

EIGHT_BITS = 127
"""The same of eight bits, as quantized networks have them."""

ZERO = 32
"""Written for 0, so that no number is negative."""

CONSTANTS = {"packing_6_bits": 63, "packing_6": 6, "packing_2": 2, "packing_4": 4}


def pack(model: ModelProto) -> None:
    """Pack the weights of all its products of whole numbers, in place."""
    graph = model.graph
    held = {one.name: one for one in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    unpacking: list[NodeProto] = []
    for product in products:
        weights, zero = held[product.input[1]], held[product.input[3]]
        scale = held[weights.name.removesuffix("_quantized") + "_scale"]
        steps = numpy_helper.to_array(weights).astype(np.float32) * STEPS / EIGHT_BITS
        put(scale, numpy_helper.to_array(scale) * np.float32(EIGHT_BITS / STEPS))
        put(zero, np.full(zero.dims, ZERO, np.uint8))
        parts = [
            numpy_helper.from_array(part, f"{weights.name}_packed_{at}")
            for at, part in enumerate(packed(steps))
        ]
        unpacking += unpacked(weights.name, [part.name for part in parts])
        graph.initializer.remove(weights)
        graph.initializer.extend(parts)
    for name, value in CONSTANTS.items():
        graph.initializer.append(numpy_helper.from_array(np.array(value, np.uint8), name))
    prepend(graph, unpacking)


def packed(steps: np.ndarray) -> list[np.ndarray]:
    """Four quarters of the rows in three: the bits of the last stand above those of the others."""
    first, second, third, last = np.split(np.rint(steps).astype(np.int16) + ZERO, 4)
    thirds = [first, second, third]
    return [(one | ((last >> 2 * at & 3) << 6)).astype(np.uint8) for at, one in enumerate(thirds)]


def unpacked(name: str, parts: list[str]) -> list[NodeProto]:
    """The nodes that give the four quarters again, as one matrix of that name."""
    nodes: list[NodeProto] = []

    def told(operation: str, inputs: list[str], what: str, **attributes) -> str:
        output = f"{name}_{what}"
        nodes.append(helper.make_node(operation, inputs, [output], **attributes))
        return output

    quarters = [
        told("BitwiseAnd", [part, "packing_6_bits"], f"quarter_{at}")
        for at, part in enumerate(parts)
    ]
    low, middle, high = [
        told("BitShift", [part, "packing_6"], f"above_{at}", direction="RIGHT")
        for at, part in enumerate(parts)
    ]
    middle = told("BitShift", [middle, "packing_2"], "middle", direction="LEFT")
    high = told("BitShift", [high, "packing_4"], "high", direction="LEFT")
    upper = told("BitwiseOr", [middle, high], "upper")
    quarters.append(told("BitwiseOr", [low, upper], "quarter_3"))
    nodes.append(helper.make_node("Concat", quarters, [name], axis=0))
    return nodes


def put(tensor: TensorProto, values: np.ndarray) -> None:
    tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))


def prepend(graph: GraphProto, nodes: list[NodeProto]) -> None:
    """Nodes stand before those that use what they give."""
    others = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *others])
