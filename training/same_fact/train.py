"""Train the network on annotated events, some of them left out to measure with."""

import argparse
import json
import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from .data import Event, load
from .network import WIDTH, Comparison, Encoded, Encoder

SEED = 7

FOLDS = 3
"""Each network is trained without one part of the events of so many."""

EPOCHS = 5
"""Without hidden tokens, events left out were told worse from the fifth on; with them, it still helps."""

RATE = 1e-4
"""Learning rate of the uppermost layer of the encoder; of what is learnt from nothing, HEAD_RATE."""

HEAD_RATE = 2e-3

LOWER = 0.9
"""Each layer learns by so much slower than the one above it."""

WARM_UP = 40
"""Steps over which the rates rise; behind that they fall, in a line, to the end."""

AVERAGED = 0.97
"""Weights are averaged over steps: those so far count for so much of the mean."""

HIDDEN = 0.12
"""Share of tokens that are hidden: an event is never seen twice in the same words."""

MASK = 103
"""The token that stands for one that is hidden."""

FIRST_WORD = 999
"""Tokens with higher numbers are words or pieces of them."""

POSSIBLE = -6.0
"""Pairs with lower log odds by their words alone are hardly ever one fact: a sample of them does."""

SAMPLED = 0.15
"""Share of those that is learnt from, each counting for as many as it stands for."""

DIFFER = 0.3
"""Weight of the question whether passages differ, beside whether they state the same."""

SCALE = 30
"""Only scales the loss."""

PASSAGES_AT_ONCE = 64
PAIRS_AT_ONCE = 256
MEASURED_AT_ONCE = 4096


class Network(nn.Module):
    """The encoder and the comparison, and what the words of a pair add to its log odds."""

    def __init__(self, base: str):
        super().__init__()
        self.encoder = Encoder(BertModel.from_pretrained(base, add_pooling_layer=False))
        self.comparison = Comparison()
        self.words = nn.Parameter(torch.tensor([0.6, 0.3]))
        self.bias = nn.Parameter(torch.tensor([-1.0, -3.0]))

    def encode(self, event: Event) -> Encoded:
        """Read all passages of an event, the longest together, so that little is padding."""
        ids, mask = torch.from_numpy(event.ids), torch.from_numpy(event.mask)
        if self.training:
            ids = ids.masked_fill((torch.rand(ids.shape) < HIDDEN) & (ids > FIRST_WORD), MASK)
        lengths = mask.sum(1)
        order = lengths.argsort(stable=True)
        longest = ids.shape[1]
        tokens, weights = [], []
        for places in order.split(PASSAGES_AT_ONCE):
            length = int(lengths[places].max())
            with torch.autocast("cpu", dtype=torch.bfloat16):
                t, w = self.encoder(ids[places, :length], mask[places, :length])
            tokens.append(nn.functional.pad(t.bfloat16(), (0, 0, 0, longest - length)))
            weights.append(nn.functional.pad(w.float(), (0, longest - length)))
        back = order.argsort()
        return Encoded(torch.cat(tokens)[back], torch.cat(weights)[back])

    def forward(self, encoded: Encoded, event: Event, chosen: np.ndarray) -> Tensor:
        """Log odds of the chosen pairs: [pairs, 2]."""
        lexical = torch.from_numpy(event.lexical[chosen]).unsqueeze(1)
        return self.read(encoded, event, chosen) + self.words * lexical + self.bias

    def read(self, encoded: Encoded, event: Event, chosen: np.ndarray) -> Tensor:
        """What the passages say beside their words: [pairs, 2]. This alone is published."""
        a, b = torch.from_numpy(event.a[chosen]), torch.from_numpy(event.b[chosen])
        sizes = (encoded.weights > 0).sum(1)
        reach = torch.maximum(sizes[a], sizes[b]) + 1  # the mark at the beginning
        order = reach.argsort(stable=True)
        answers = []
        for places in order.split(PAIRS_AT_ONCE):
            length = int(reach[places].max())
            one, other = encoded.at(a[places], length), encoded.at(b[places], length)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers.append(
                    self.comparison(one.tokens, one.weights, other.tokens, other.weights)
                )
        return torch.cat(answers).float()[order.argsort()]


# --------------------------------------------------------------------------------------------------
# Learning


@dataclass(frozen=True)
class Parts:
    """Events to learn from; to measure with; and to begin with, the same for all folds."""

    learnt: list[Event]
    left_out: list[Event]
    beginning: list[Event]


def parts_of(events: list[Event], fold: int) -> Parts:
    def outside(part: int) -> list[Event]:
        return [event for place, event in enumerate(events) if place % FOLDS != part]

    return Parts(outside(fold), events[fold::FOLDS], outside(0))


def train(base: str, parts: Parts, out: Path) -> None:
    """Train on some events, measure on others, and keep the network."""
    torch.manual_seed(SEED)
    generator = np.random.default_rng(SEED)
    learnt = parts.learnt
    network = Network(base)
    # The networks of all folds begin alike: then their mean is a network, too.
    begin_with_components(network, parts.beginning)
    network.encoder.base.embeddings.requires_grad_(False)
    optimizer = torch.optim.AdamW(rates_of(network), weight_decay=0.01)
    steps = EPOCHS * len(learnt)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - step / steps)
    )
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGED)
    )
    network.train()
    started = time.time()
    for epoch in range(EPOCHS):
        total = 0.0
        for place in generator.permutation(np.arange(len(learnt))):
            optimizer.zero_grad()
            loss = loss_of(network, learnt[place], generator)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            pace.step()
            averaged.update_parameters(network)
            total += float(loss)
        figures = measure(averaged.module, parts.left_out) if epoch + 1 == EPOCHS else {}
        seconds = round(time.time() - started)
        tell({"epoch": epoch + 1, "loss": total / len(learnt), "seconds": seconds, **figures}, out)
    torch.save(averaged.module.state_dict(), out / "network.pt")


def begin_with_components(network: Network, events: list[Event]) -> None:
    """Let the projection keep what tells tokens apart best: their principal components."""
    with torch.no_grad():
        seen = []
        for event in events[::6]:
            ids, mask = torch.from_numpy(event.ids[:40]), torch.from_numpy(event.mask[:40])
            hidden = network.encoder.base(input_ids=ids, attention_mask=mask).last_hidden_state
            seen.append(hidden[mask.bool()].float())
        _, _, components = torch.linalg.svd(torch.cat(seen)[:8000], full_matrices=False)
        network.encoder.project.weight.copy_(components[:WIDTH])


def rates_of(network: Network) -> list[dict]:
    layers = network.encoder.base.encoder.layer
    new = [p for name, p in network.named_parameters() if not name.startswith("encoder.base")]
    return [{"params": new, "lr": HEAD_RATE}] + [
        {"params": layer.parameters(), "lr": RATE * LOWER ** (len(layers) - 1 - at)}
        for at, layer in enumerate(layers)
    ]


def loss_of(network: Network, event: Event, generator: np.random.Generator) -> Tensor:
    chosen, standing = chosen_pairs(event, generator)
    answers = network(network.encode(event), event, chosen)
    weight = torch.from_numpy(standing)
    same = torch.from_numpy(event.label[chosen]).float()
    differ = torch.from_numpy(event.differ[chosen]).float()
    entropy = nn.functional.binary_cross_entropy_with_logits
    loss = (entropy(answers[:, 0], same, reduction="none") * weight).sum()
    loss = loss + DIFFER * (entropy(answers[:, 1], differ, reduction="none") * weight).sum()
    # An event is a briefing, however large: its pairs count for less the more there are.
    return loss / math.sqrt(max(1.0, float(same.sum()))) / SCALE


def chosen_pairs(event: Event, generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Places of the pairs to learn from, and how many each stands for."""
    known = event.label >= 0
    possible = known & ((event.lexical > POSSIBLE) | (event.label == 1) | (event.differ == 1))
    sampled = known & ~possible & (generator.random(len(event.label)) < SAMPLED)
    chosen = np.flatnonzero(possible | sampled)
    return chosen, np.where(possible[chosen], 1.0, 1 / SAMPLED).astype(np.float32)


# --------------------------------------------------------------------------------------------------
# Measuring


def measure(network: Network, events: list[Event]) -> dict[str, float]:
    """Average precision of pairs, of all events as one and their mean, and that of words alone."""
    network.eval()
    scores, words, labels = [], [], []
    with torch.no_grad():
        for event in events:
            known = np.flatnonzero(event.label >= 0)
            encoded = network.encode(event)
            parts = np.array_split(known, max(1, len(known) // MEASURED_AT_ONCE))
            scores.append(torch.cat([network(encoded, event, part) for part in parts])[:, 0].numpy())
            words.append(event.lexical[known])
            labels.append(event.label[known])
    network.train()
    of_all = lambda ranked: float(average_precision_score(np.concatenate(labels), np.concatenate(ranked)))
    of_each = lambda ranked: float(np.mean([average_precision_score(*one) for one in zip(labels, ranked)]))
    return {
        "AP": of_all(scores),
        "AP of words": of_all(words),
        "mean AP": of_each(scores),
        "mean AP of words": of_each(words),
    }


def tell(figures: dict, out: Path) -> None:
    print(json.dumps(figures), flush=True)
    with open(out / "epochs.jsonl", "a") as log:
        log.write(json.dumps(figures) + "\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--base", required=True, help="folder of the encoder to begin with")
    arguments.add_argument("--events", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--fold", type=int, required=True, help="part of the events to leave out")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(f"{options.base}/tokenizer.json")
    train(options.base, parts_of(load(options.events, tokenizer), options.fold), options.out)


if __name__ == "__main__":
    main()
