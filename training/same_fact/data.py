"""Annotated events, as `tests/eval/export.ts` writes them, and sentences that nothing is known of."""

import gzip
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

LONGEST = 64
"""Tokens of a passage that are read in training; 1 in 200 sentences has more."""


@dataclass(frozen=True)
class Event:
    """The passages of an event, and what is known of pairs of them.

    ids, mask: [passages, length]. a, b: places of the passages of a pair.
    label: 1 where they state a common fact, 0 where not, -1 where editors would disagree.
    differ: 1 where the annotation sees a difference. lexical: log odds by the words alone.
    """

    name: str
    sentences: list[str]
    ids: np.ndarray
    mask: np.ndarray
    a: np.ndarray
    b: np.ndarray
    label: np.ndarray
    differ: np.ndarray
    lexical: np.ndarray


def load(folder: Path, tokenizer: Tokenizer) -> list[Event]:
    """Load all events of a folder, in order of their names."""
    return [read(file, tokenizer) for file in sorted(folder.glob("*.json"))]


def load_unlabelled(file: Path, tokenizer: Tokenizer) -> list[Event]:
    """Load sentences of ECB+, an event each, with some of their pairs, of which nothing is known."""
    with gzip.open(file) as packed:
        data = json.load(packed)
    sentences = data["sentences"]
    texts: dict[str, list[str]] = defaultdict(list)
    place: dict[str, int] = {}
    for name, sentence in sentences.items():
        place[name] = len(texts[sentence["subtopic"]])
        texts[sentence["subtopic"]].append(sentence["text"])
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for a, b in ((pair["a"], pair["b"]) for pair in data["pairs"]):
        event = sentences[a]["subtopic"]
        if event == sentences[b]["subtopic"]:
            pairs[event].append((place[a], place[b]))
    return [unlabelled(event, texts[event], pairs[event], tokenizer) for event in sorted(texts)]


def unlabelled(
    name: str, texts: list[str], pairs: list[tuple[int, int]], tokenizer: Tokenizer
) -> Event:
    ids, mask = tokens_of(texts, tokenizer)
    places = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    unknown = np.full(len(places), -1)
    return Event(
        name=name,
        sentences=texts,
        ids=ids,
        mask=mask,
        a=places[:, 0],
        b=places[:, 1],
        label=unknown,
        differ=unknown,
        lexical=unknown.astype(np.float32),
    )


def tokens_of(texts: list[str], tokenizer: Tokenizer) -> tuple[np.ndarray, np.ndarray]:
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    read = tokenizer.encode_batch(texts)
    return np.array([one.ids for one in read]), np.array([one.attention_mask for one in read])


def read(file: Path, tokenizer: Tokenizer) -> Event:
    event = json.loads(file.read_text())
    ids, mask = tokens_of(event["texts"], tokenizer)
    pairs = np.array(event["pairs"], dtype=np.float64).reshape(-1, 5)
    return Event(
        name=event["event"],
        sentences=event["ids"],
        ids=ids,
        mask=mask,
        a=pairs[:, 0].astype(np.int64),
        b=pairs[:, 1].astype(np.int64),
        label=only_likeliest(event["ids"], pairs),
        differ=pairs[:, 3].astype(np.int64),
        lexical=pairs[:, 4].astype(np.float32),
    )


def only_likeliest(sentences: list[str], pairs: np.ndarray) -> np.ndarray:
    """Labels of pairs of parts of sentences.

    The annotation links sentences. Where one was taken apart, one pair of parts at least states the
    common fact: the likeliest is learnt as such, and nothing is learnt from the rest.
    """
    best: dict[tuple[str, str], int] = {}
    for at, (a, b, label, _, lexical) in enumerate(pairs):
        if label != 1:
            continue
        key = (sentences[int(a)], sentences[int(b)])
        if key not in best or lexical > pairs[best[key], 4]:
            best[key] = at
    labels = np.where(pairs[:, 2] == 1, -1, pairs[:, 2]).astype(np.int64)
    labels[list(best.values())] = 1
    return labels
