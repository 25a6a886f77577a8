"""Train the network on annotated events, some of them left out to measure with."""

import argparse
import json
import math
import time
from dataclasses import dataclass, replace
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

EPOCHS = 6
"""Of steps by the encoder, an event each, of which two or three reports are read."""

HEAD_STEPS = 400
"""Steps before that, which the comparison makes alone."""

HEAD_PAIRS = 384
"""Pairs of a step of the comparison alone, a third of them at most one fact."""

RATE = 1e-4
"""Learning rate of the uppermost layer of the encoder; of what is learnt from nothing, HEAD_RATE."""

HEAD_RATE = 1e-3

HEAD_ALONE_RATE = 2e-3

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

WORDS_TRIED = (0.6, 0.8, 1.0, 1.25, 1.6, 2.0, 3.0)
"""What the log odds by words are multiplied with, when it is measured."""

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


def train(network: Network, parts: Parts, out: Path) -> None:
    """Train on some events, measure on others, and keep the network."""
    generator = np.random.default_rng(SEED)
    learnt = parts.learnt
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
            loss = loss_of(network, some_reports(learnt[place], generator), generator)
            learn(network, loss, optimizer, pace)
            averaged.update_parameters(network)
            total += float(loss)
        measured = epoch + 1 == EPOCHS or epoch + 1 == EPOCHS // 2
        figures = measure(averaged.module, parts.left_out) if measured else {}
        seconds = round(time.time() - started)
        tell({"epoch": epoch + 1, "loss": total / len(learnt), "seconds": seconds, **figures}, out)
    torch.save(averaged.module.state_dict(), out / "network.pt")


def begin(network: Network, parts: Parts) -> None:
    """Let the comparison learn from what the encoder tells before that learns, too."""
    generator = np.random.default_rng(SEED)
    events = parts.learnt
    network.eval()
    # The networks of all folds begin alike: then their mean is a network, too. No label is looked at.
    begin_with_components(network, parts.beginning)
    with torch.no_grad():
        begin_with_spread(network, parts.beginning[::6])
        encoded = [network.encode(event) for event in events]
    network.train()
    optimizer = torch.optim.AdamW(behind_encoder(network), HEAD_ALONE_RATE, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / HEAD_STEPS)
    for _ in range(HEAD_STEPS):
        place = generator.integers(len(events))
        event = events[place]
        chosen, standing = some_pairs(event, generator)
        answers = network(encoded[place], event, chosen)
        loss = loss_of_pairs(answers, event, chosen, standing)
        learn(network, loss, optimizer, pace)


def learn(
    network: Network,
    loss: Tensor,
    optimizer: torch.optim.Optimizer,
    pace: torch.optim.lr_scheduler.LRScheduler,
) -> None:
    """Make one step against the gradient."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    pace.step()


def begin_with_components(network: Network, events: list[Event]) -> None:
    """Let the projection keep what tells tokens apart best: their principal components.

    But for the first: it is the direction that all tokens have in common, 61 % of what they are.
    """
    with torch.no_grad():
        seen = []
        for event in events[::6]:
            ids, mask = torch.from_numpy(event.ids[:40]), torch.from_numpy(event.mask[:40])
            hidden = network.encoder.base(input_ids=ids, attention_mask=mask).last_hidden_state
            seen.append(hidden[mask.bool()].float())
        _, _, components = torch.linalg.svd(torch.cat(seen)[:8000], full_matrices=False)
        network.encoder.project.weight.copy_(components[1 : WIDTH + 1])


def begin_with_spread(network: Network, events: list[Event]) -> None:
    """Let all that is told of a pair be told on one scale."""
    seen = []
    for event in events:
        read = network.encode(event)
        some = np.flatnonzero(event.lexical > POSSIBLE)[::8]
        a, b = torch.from_numpy(event.a[some]), torch.from_numpy(event.b[some])
        one, other = read.at(a, read.tokens.shape[1]), read.at(b, read.tokens.shape[1])
        seen.append(
            network.comparison.seen(
                one.tokens.float(), one.weights, other.tokens.float(), other.weights
            )
        )
    every = torch.cat(seen)
    network.comparison.middle.copy_(every.mean(0))
    network.comparison.spread.copy_(every.std(0) + 1e-4)


def behind_encoder(network: Network) -> list[nn.Parameter]:
    return [p for name, p in network.named_parameters() if not name.startswith("encoder.")]


def rates_of(network: Network) -> list[dict]:
    layers = network.encoder.base.encoder.layer
    new = [p for name, p in network.named_parameters() if not name.startswith("encoder.base")]
    return [{"params": new, "lr": HEAD_RATE}] + [
        {"params": layer.parameters(), "lr": RATE * LOWER ** (len(layers) - 1 - at)}
        for at, layer in enumerate(layers)
    ]


def loss_of(network: Network, event: Event, generator: np.random.Generator) -> Tensor:
    chosen, standing = chosen_pairs(event, generator)
    return loss_of_pairs(network(network.encode(event), event, chosen), event, chosen, standing)


def loss_of_pairs(
    answers: Tensor, event: Event, chosen: np.ndarray, standing: np.ndarray
) -> Tensor:
    weight = torch.from_numpy(standing)
    same = torch.from_numpy(event.label[chosen]).float()
    differ = torch.from_numpy(event.differ[chosen]).float()
    entropy = nn.functional.binary_cross_entropy_with_logits
    loss = (entropy(answers[:, 0], same, reduction="none") * weight).sum()
    loss = loss + DIFFER * (entropy(answers[:, 1], differ, reduction="none") * weight).sum()
    # An event is a briefing, however large: its pairs count for less the more there are.
    return loss / math.sqrt(max(1.0, float((same * weight).sum()))) / SCALE


def some_pairs(event: Event, generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Some of the pairs to learn from, and how many each stands for."""
    chosen, standing = chosen_pairs(event, generator)
    parts = []
    for label, wanted in ((1, HEAD_PAIRS // 3), (0, HEAD_PAIRS)):
        own = np.flatnonzero(event.label[chosen] == label)
        taken = generator.permutation(own)[:wanted]
        parts.append((chosen[taken], standing[taken] * len(own) / max(1, len(taken))))
    places, weights = (np.concatenate(part) for part in zip(*parts))
    return places, weights.astype(np.float32)


def some_reports(event: Event, generator: np.random.Generator) -> Event:
    """An event with two of its reports, with three if it has more than three: so it is seen anew."""
    report_of = np.array([sentence[0] for sentence in event.sentences])
    reports = np.unique(report_of)
    kept = generator.permutation(reports)[: 2 if len(reports) <= 3 else 3]
    inside = np.isin(report_of, kept)
    place = np.cumsum(inside) - 1
    pairs = inside[event.a] & inside[event.b]
    return replace(
        event,
        sentences=[one for one, is_in in zip(event.sentences, inside) if is_in],
        ids=event.ids[inside],
        mask=event.mask[inside],
        a=place[event.a[pairs]],
        b=place[event.b[pairs]],
        label=event.label[pairs],
        differ=event.differ[pairs],
        lexical=event.lexical[pairs],
    )


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
    """Average precision of pairs, of all events as one and their mean, and that of words alone.

    What the words count for beside a reading is fitted when all is done: here, it is the best of some.
    """
    network.eval()
    readings, words, labels = [], [], []
    with torch.no_grad():
        for event in events:
            known = np.flatnonzero(event.label >= 0)
            encoded = network.encode(event)
            parts = np.array_split(known, max(1, len(known) // MEASURED_AT_ONCE))
            read = torch.cat([network.read(encoded, event, part) for part in parts])
            readings.append(read[:, 0].numpy())
            words.append(event.lexical[known])
            labels.append(event.label[known])
    network.train()
    of_all = lambda ranked: float(
        average_precision_score(np.concatenate(labels), np.concatenate(ranked))
    )
    of_each = lambda ranked: float(
        np.mean([average_precision_score(*one) for one in zip(labels, ranked)])
    )
    tried = {
        weight: [read + weight * word for read, word in zip(readings, words)]
        for weight in WORDS_TRIED
    }
    best = max(tried, key=lambda weight: of_all(tried[weight]))
    return {
        "AP": of_all(tried[best]),
        "AP of readings": of_all(readings),
        "AP of words": of_all(words),
        "mean AP": of_each(tried[best]),
        "mean AP of words": of_each(words),
        "weight of words": best,
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
    events = load(options.events, Tokenizer.from_file(f"{options.base}/tokenizer.json"))
    torch.manual_seed(SEED)
    network = Network(options.base)
    parts = parts_of(events, options.fold)
    begin(network, parts)
    tell({"epoch": 0, **measure(network, parts.left_out)}, options.out)
    train(network, parts, options.out)


if __name__ == "__main__":
    main()
