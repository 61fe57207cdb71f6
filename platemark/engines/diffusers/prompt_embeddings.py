"""What the network is told of a prompt with weights, or one that is longer than the text encoder takes at once.

Compel encodes the parts and applies the weights; its own notation is not used.
"""

from __future__ import annotations

from typing import Any

import torch

from platemark.engines.base import EngineError
from platemark.engines.diffusers import libraries
from platemark.engines.diffusers.pipeline import text_encoders
from platemark.engines.diffusers.prompt_weights import WeightedPrompt, parse_prompt


def prompt_arguments(pipe: Any, prompt: str, negative_prompt: str) -> dict[str, Any]:
    """The arguments of the pipeline for these prompts: texts if they are plain and short, embeddings otherwise."""
    wanted, unwanted = parse_prompt(prompt), parse_prompt(negative_prompt)
    if all(it.is_plain and _fits(pipe.tokenizer, it.text) for it in (wanted, unwanted)):
        return {"prompt": wanted.text, "negative_prompt": unwanted.text or None}
    with torch.no_grad():
        return _embed(pipe, wanted, unwanted)


def _fits(tokenizer: Any, text: str) -> bool:
    return bool(len(tokenizer(text).input_ids) <= tokenizer.model_max_length)


def _embed(pipe: Any, wanted: WeightedPrompt, unwanted: WeightedPrompt) -> dict[str, Any]:
    providers = _providers(pipe)
    pairs = [_pad(provider, _encode(provider, wanted), _encode(provider, unwanted)) for provider in providers]
    positive, negative = (torch.cat(tensors, dim=-1) for tensors in zip(*pairs, strict=True))
    arguments = {"prompt_embeds": positive, "negative_prompt_embeds": negative}
    if len(providers) == 1:
        return arguments
    pooled, negative_pooled = (_pool(providers[-1], it) for it in (wanted, unwanted))
    if not unwanted.text and pipe.config.get("force_zeros_for_empty_prompt"):  # as the pipeline does for texts
        negative_pooled = torch.zeros_like(pooled)
        arguments["negative_prompt_embeds"] = torch.zeros_like(positive)
    return arguments | {"pooled_prompt_embeds": pooled, "negative_pooled_prompt_embeds": negative_pooled}


def _providers(pipe: Any) -> list[Any]:
    """What encodes for each of the text encoders: the last layer of Stable Diffusion 1 and 2, the one before of XL."""
    try:
        from compel.embeddings_provider import EmbeddingsProvider, ReturnedEmbeddingsType, SplitLongTextMode
    except ModuleNotFoundError:
        message = "compel, which weighs the words of prompts and encodes long ones, is not installed."
        raise EngineError("library_missing", message, hint=libraries.INSTALL) from None
    encoders = text_encoders(pipe)
    kinds = ReturnedEmbeddingsType
    layer = (
        kinds.PENULTIMATE_HIDDEN_STATES_NON_NORMALIZED if len(encoders) == 2 else kinds.LAST_HIDDEN_STATES_NORMALIZED
    )
    tokenizers = [pipe.tokenizer, getattr(pipe, "tokenizer_2", None)]
    return [
        EmbeddingsProvider(
            tokenizer=tokenizer,
            text_encoder=encoder,
            truncate=False,
            returned_embeddings_type=layer,
            split_long_text_mode=SplitLongTextMode.WORDS,
        )
        for tokenizer, encoder in zip(tokenizers, encoders, strict=False)
    ]


def _encode(provider: Any, prompt: WeightedPrompt) -> Any:
    """The embeddings of all sections, one after the other, each padded to whole lengths of the text encoder."""
    sections = [section or (("", 1.0),) for section in prompt.sections]
    texts = [[text for text, _ in section] for section in sections]
    weights = [[weight for _, weight in section] for section in sections]
    return provider.get_embeddings_for_weighted_prompt_fragments(texts, weights, device=provider.device)


def _pad(provider: Any, *embeddings: Any) -> list[Any]:
    """The embeddings with those of nothing appended, all of the same length."""
    longest = max(it.shape[1] for it in embeddings)
    empty = provider.empty_z
    return [torch.cat([it, *[empty.to(it)] * ((longest - it.shape[1]) // empty.shape[1])], dim=1) for it in embeddings]


def _pool(provider: Any, prompt: WeightedPrompt) -> Any:
    return provider.get_pooled_embeddings([prompt.text]).to(provider.text_encoder.dtype)
