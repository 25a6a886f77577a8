"""Write a trained network as the files that the product runs: ONNX, weights of six bits."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from .base import STEPS, in_steps
from .data import Event, load_unlabelled
from .network import WIDTH
from .packing import pack
from .train import Network

LONGEST = 128
"""Tokens of a passage that the product reads: twice as many as were seen in training."""

TOKENIZER = ["tokenizer.json", "tokenizer_config.json"]


def publish(network: Network, base: Path, folder: Path) -> None:
    """Write the encoder, the comparison, the tokenizer, and `model.json` that names them all."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    make_small(network.encoder.base)
    with tempfile.TemporaryDirectory() as scratch:
        whole, quantized = Path(scratch) / "whole.onnx", Path(scratch) / "quantized.onnx"
        write_encoder(network, whole)
        quantize_dynamic(
            whole,
            quantized,
            op_types_to_quantize=["MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
        )
        encoder = onnx.load(quantized)
        pack(encoder)
        save(encoder, folder / "encoder.onnx")
        compared = Path(scratch) / "comparison.onnx"
        write_comparison(network, compared)
        save(onnx.load(compared), folder / "comparison.onnx")
    for name in TOKENIZER:
        shutil.copyfile(base / name, folder / name)
    names = ["encoder.onnx", "comparison.onnx", *TOKENIZER]
    manifest = {
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "width": WIDTH,
        "longest": LONGEST,
    }
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n")


def save(model: onnx.ModelProto, file: Path) -> None:
    """Write a network without what the exporter remarks on it: where on this machine it comes from."""
    for told in (model, model.graph, *model.graph.node, *model.graph.value_info):
        del told.metadata_props[:]
        told.doc_string = ""
    onnx.save(model, file)


class Packed(nn.Module):
    """Embeddings of words, two numbers of four bits in a byte: what they were rounded to."""

    def __init__(self, words: Tensor):
        super().__init__()
        steps, scale = in_steps(words)
        low, high = (steps + STEPS).to(torch.uint8).chunk(2, dim=1)
        self.register_buffer("bytes", low + 16 * high)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        both = self.bytes[ids].float()
        high = torch.floor(both / 16)
        return (torch.cat([both - 16 * high, high], -1) - STEPS) * self.scale[ids]


def make_small(encoder: BertModel) -> None:
    """Pack the embeddings of words, and drop those of places that are never read."""
    words, places = encoder.embeddings.word_embeddings, encoder.embeddings.position_embeddings
    encoder.embeddings.word_embeddings = Packed(words.weight.detach())
    places.weight = nn.Parameter(places.weight[:LONGEST].detach().clone(), requires_grad=False)
    encoder.embeddings.position_ids = encoder.embeddings.position_ids[:, :LONGEST]


def write_encoder(network: Network, file: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 12))
    passages, length = torch.export.Dim("passages"), torch.export.Dim("length")
    torch.onnx.export(
        network.encoder,
        (ids, torch.ones_like(ids)),
        str(file),
        input_names=["ids", "mask"],
        output_names=["tokens", "weights"],
        dynamic_shapes=({0: passages, 1: length}, {0: passages, 1: length}),
        dynamo=True,
        external_data=False,
        opset_version=18,
    )


def write_comparison(network: Network, file: Path) -> None:
    # Not the same tensor twice: the exporter would take two inputs for one.
    one, other = [(torch.rand(3, 10, WIDTH), torch.full((3, 10), 0.1)) for _ in range(2)]
    pairs, length = torch.export.Dim("pairs"), torch.export.Dim("length")
    side = ({0: pairs, 1: length}, {0: pairs, 1: length})
    torch.onnx.export(
        network.comparison,
        (*one, *other),
        str(file),
        input_names=["tokens_a", "weights_a", "tokens_b", "weights_b"],
        output_names=["answers"],
        dynamic_shapes=side + side,
        dynamo=True,
        external_data=False,
        opset_version=18,
    )


def mean_of(networks: list[Network], base: Path, sample: list[Event]) -> Network:
    """One network in place of several that began alike and learnt from different events.

    Its weights are the means of theirs. What it answers is flatter than what they do, and weights are
    fitted with their answers: so its answers are brought to what each of them is likely to answer in
    its place, on events that none of them has seen. To bring them to the spread of theirs would be
    too much: part of that is what each has wrong by itself. No label is looked at.
    """
    mean = Network(str(base))
    states = [network.state_dict() for network in networks]
    mean.load_state_dict({name: middle([state[name] for state in states]) for name in states[0]})
    own = answers_of(mean, sample)
    theirs = torch.stack([answers_of(network, sample) for network in networks]).mean(0)
    around = own - own.mean(0)
    slope = (around * (theirs - theirs.mean(0))).sum(0) / around.square().sum(0)
    offset = theirs.mean(0) - slope * own.mean(0)
    print(f"answers of the mean times {slope.tolist()} plus {offset.tolist()}")
    last = mean.comparison.answer
    with torch.no_grad():
        last.weight.mul_(slope.unsqueeze(1))
        last.bias.mul_(slope).add_(offset)
    return mean


def middle(values: list[Tensor]) -> Tensor:
    return torch.stack(values).mean(0) if values[0].is_floating_point() else values[0]


def answers_of(network: Network, events: list[Event]) -> Tensor:
    """What a network reads of the pairs: [pairs, 2]."""
    network.eval()
    with torch.no_grad():
        return torch.cat(
            [network.read(network.encode(event), event, np.arange(len(event.a))) for event in events]
        )


def trained(file: Path, base: Path) -> Network:
    network = Network(str(base))
    network.load_state_dict(torch.load(file))
    return network


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--base", type=Path, required=True, help="folder of the encoder")
    arguments.add_argument("--trained", type=Path, nargs="+", required=True, help="one or several")
    arguments.add_argument("--unseen", type=Path, help="sentences of ECB+, to level a mean by")
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    networks = [trained(file, options.base) for file in options.trained]
    one = networks[0]
    if len(networks) > 1:
        tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
        one = mean_of(networks, options.base, load_unlabelled(options.unseen, tokenizer))
    publish(one, options.base, options.out)


if __name__ == "__main__":
    main()
