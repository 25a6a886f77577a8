"""The network: one encoder read over every passage once, and a light comparison of two of them.

A passage becomes a vector for each of its tokens, and a weight for each that says how much of the
passage hangs on it. Two passages are compared token by token: how much of one stands in the other,
in both directions, and how the tokens differ from what they are aligned with. Both directions go
through the same weights and are added up, so that the order of a pair cannot matter.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

ENCODED = 384
"""Width of a token as the base encoder gives it."""

WIDTH = 128
"""Width of a token as it is compared."""

COMPARED = 64
"""Width of what is told of a token and its counterpart."""

SCALARS = 6
"""Single numbers that are told beside that: how much stands in the other, nearness, lengths."""

SHARPNESS = 10.0
"""How strongly a token is aligned with the likest tokens of the other passage, at the start."""

ENLARGED = 8
"""Products of numbers of vectors of length 1 are small: by so much they are enlarged."""


@dataclass(frozen=True)
class Encoded:
    """Passages, token by token.

    tokens: [passages, length, WIDTH], each of length 1.
    weights: [passages, length], adding up to 1 over a passage; 0 for padding.
    """

    tokens: Tensor
    weights: Tensor

    def at(self, places: Tensor, length: int) -> "Encoded":
        return Encoded(self.tokens[places, :length], self.weights[places, :length])


class Encoder(nn.Module):
    """Tokens of a passage → what is compared of them."""

    def __init__(self, base: BertModel):
        super().__init__()
        self.base = base
        self.project = nn.Linear(ENCODED, WIDTH, bias=False)
        self.weigh = nn.Linear(ENCODED, 1)
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.base(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        tokens = nn.functional.normalize(self.project(hidden), dim=-1)
        inner = mask.clone().float()
        inner[:, 0] = 0  # the mark at the beginning
        inner = inner * torch.cat([mask[:, 1:], torch.zeros_like(mask[:, :1])], 1)  # and at the end
        weights = torch.sigmoid(self.weigh(hidden).squeeze(-1)) * inner
        return tokens * inner.unsqueeze(-1), weights / weights.sum(1, keepdim=True).clamp_min(1e-6)


class Comparison(nn.Module):
    """Two passages → log odds that they state a common fact, and that they differ on one."""

    def __init__(self):
        super().__init__()
        self.sharpness = nn.Parameter(torch.tensor(SHARPNESS))
        self.compare = nn.Linear(2 * WIDTH, COMPARED)
        self.register_buffer("middle", torch.zeros(2 * COMPARED + SCALARS))
        self.register_buffer("spread", torch.ones(2 * COMPARED + SCALARS))
        self.tell = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(2 * COMPARED + SCALARS, COMPARED), nn.GELU(), nn.Dropout(0.1)
        )
        self.answer = nn.Linear(COMPARED, 2)
        nn.init.zeros_(self.answer.weight)
        nn.init.zeros_(self.answer.bias)

    def forward(self, ta: Tensor, wa: Tensor, tb: Tensor, wb: Tensor) -> Tensor:
        seen = (self.seen(ta, wa, tb, wb) - self.middle) / self.spread
        return self.answer(self.tell(seen))

    def seen(self, ta: Tensor, wa: Tensor, tb: Tensor, wb: Tensor) -> Tensor:
        """What is told of a pair, the same whichever passage comes first."""
        likeness = ta @ tb.transpose(1, 2)
        one, held_one = self.towards(likeness, ta, wa, tb, wb)
        other, held_other = self.towards(likeness.transpose(1, 2), tb, wb, ta, wa)
        means = ((ta * wa.unsqueeze(-1)).sum(1), (tb * wb.unsqueeze(-1)).sum(1))
        nearness = nn.functional.cosine_similarity(*means, dim=-1)
        length = (log_length(wa) - log_length(wb)).abs()
        least, most = torch.minimum(held_one, held_other), torch.maximum(held_one, held_other)
        scalars = torch.stack([least, most, least * most, nearness, nearness.square(), length], 1)
        return torch.cat([one + other, (one - other).abs(), scalars], 1)

    def towards(self, likeness: Tensor, ta: Tensor, wa: Tensor, tb: Tensor, wb: Tensor):
        """What of the first stands in the second."""
        absent = (wb == 0).unsqueeze(1)
        held = likeness.masked_fill(absent, -1.0).amax(2)
        shares = (likeness * self.sharpness).masked_fill(absent, -1e4).softmax(2)
        counterpart = shares @ tb
        likes, differences = ta * counterpart * ENLARGED, (ta - counterpart).abs()
        told = nn.functional.gelu(self.compare(torch.cat([likes, differences], 2)))
        return (told * wa.unsqueeze(-1)).sum(1), (held * wa).sum(1)


def log_length(weights: Tensor) -> Tensor:
    return torch.log((weights > 0).sum(1).float().clamp_min(1))
