"""LoRAs with random weights for the tiny models, under the layer names of several programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.unit.diffusers.tiny_model import unet_name

RANK = 4
NETWORK = ("to_q", "to_k", "to_v", "to_out.0", "proj_in", "ff.net.0.proj", "conv1")
WORDS = ("q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2")


def layers(pipe: Any) -> dict[str, Any]:
    """The layers that the LoRA changes, by name with the prefix ``unet.`` or ``text_encoder.``."""
    changed_layers = {f"unet.{name}": layer for name, layer in pipe.unet.named_modules() if name.endswith(NETWORK)}
    for name, layer in pipe.text_encoder.named_modules():
        if name.endswith(WORDS):
            changed_layers[f"text_encoder.text_model.{name.removeprefix('text_model.')}"] = layer
    return changed_layers


def pair(layer: Any, dice: Any) -> tuple[Any, Any]:
    import torch

    outer, inner, *kernel = layer.weight.shape
    down = torch.randn(RANK, inner, *kernel, generator=dice) * 0.3
    return down, torch.randn(outer, RANK, *(1 for _ in kernel), generator=dice) * 0.3


def write(path: Path, pipe: Any, *, underscored: bool, alpha: float) -> None:
    """A LoRA at ``path``: the same weights under either kind of names; only underscored ones come with an alpha."""
    import torch
    from safetensors.torch import save_file

    dice = torch.Generator().manual_seed(1)
    tensors: dict[str, Any] = {}
    for name, layer in layers(pipe).items():
        down, up = pair(layer, dice)
        if underscored:
            plain = name.replace("unet.", "lora_unet_").replace("text_encoder.", "lora_te_").replace(".", "_")
            tensors |= {f"{plain}.lora_down.weight": down, f"{plain}.lora_up.weight": up}
            tensors[f"{plain}.alpha"] = torch.tensor(alpha)
        else:
            tensors |= {f"{name}.lora_A.weight": down, f"{name}.lora_B.weight": up}
    save_file(tensors, path)


def write_for_xl(path: Path, pipe: Any) -> None:
    """A LoRA for a Stable Diffusion XL as those who train for it save it: for the network by the blocks of single
    files, and for both of its text encoders.
    """
    import torch
    from safetensors.torch import save_file

    attention = ("to_q", "to_k", "to_v", "to_out.0", "proj_in", "proj_out", "ff.net.0.proj", "ff.net.2")
    named = {
        f"lora_unet_{unet_name(name, first_up_attends=True)}": layer
        for name, layer in pipe.unet.named_modules()
        if name.endswith(attention)
    }
    for prefix, encoder in (("lora_te1_", pipe.text_encoder), ("lora_te2_", pipe.text_encoder_2)):
        for name, layer in encoder.named_modules():
            if name.endswith(WORDS):
                named[f"{prefix}text_model.{name.removeprefix('text_model.')}"] = layer
    dice = torch.Generator().manual_seed(1)
    tensors: dict[str, Any] = {}
    for name, layer in named.items():
        plain = name.replace(".", "_")
        down, up = pair(layer, dice)
        tensors |= {f"{plain}.lora_down.weight": down, f"{plain}.lora_up.weight": up}
        tensors[f"{plain}.alpha"] = torch.tensor(float(RANK))
    save_file(tensors, path)
