"""Write a trained network as the files that the product runs: ONNX, numbers of eight bits."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor

from .data import Event, load
from .network import WIDTH
from .train import POSSIBLE, Network

LONGEST = 128
"""Tokens of a passage that the product reads: twice as many as were seen in training."""

TOKENIZER = ["tokenizer.json", "tokenizer_config.json"]

LEVELLED = 6
"""One event of so many says by how much the answers of a mean are flatter."""


def publish(network: Network, base: Path, folder: Path) -> None:
    """Write the encoder, the comparison, the tokenizer, and `model.json` that names them all."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        write_encoder(network, whole)
        quantize_dynamic(
            whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True
        )
    write_comparison(network, folder / "comparison.onnx")
    for name in TOKENIZER:
        shutil.copyfile(base / name, folder / name)
    names = ["encoder.onnx", "comparison.onnx", *TOKENIZER]
    manifest = {
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "width": WIDTH,
        "longest": LONGEST,
    }
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n")


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


def mean_of(networks: list[Network], base: Path, events: list[Event]) -> Network:
    """One network in place of several that began alike and learnt from different events.

    Its weights are the means of theirs. What it answers is flatter than what they do, and weights are
    fitted with their answers: so its answers are brought to the mean and spread of the mean of
    theirs. No label is looked at.
    """
    mean = Network(str(base))
    states = [network.state_dict() for network in networks]
    mean.load_state_dict({name: middle([state[name] for state in states]) for name in states[0]})
    sample = events[::LEVELLED]
    own = answers_of(mean, sample)
    theirs = torch.stack([answers_of(network, sample) for network in networks]).mean(0)
    slope = theirs.std(0) / own.std(0)
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
    """What a network reads of the pairs that are worth it: [pairs, 2]."""
    network.eval()
    with torch.no_grad():
        return torch.cat(
            [
                network.read(network.encode(event), event, np.flatnonzero(event.lexical > POSSIBLE))
                for event in events
            ]
        )


def trained(file: Path, base: Path) -> Network:
    network = Network(str(base))
    network.load_state_dict(torch.load(file))
    return network


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--base", type=Path, required=True, help="folder of the encoder")
    arguments.add_argument("--trained", type=Path, nargs="+", required=True, help="one or several")
    arguments.add_argument("--events", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    networks = [trained(file, options.base) for file in options.trained]
    events = load(options.events, Tokenizer.from_file(str(options.base / "tokenizer.json")))
    one = networks[0] if len(networks) == 1 else mean_of(networks, options.base, events)
    publish(one, options.base, options.out)


if __name__ == "__main__":
    main()
