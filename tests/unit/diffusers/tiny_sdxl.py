"""A tiny Stable Diffusion XL of the real architecture with random weights: as a folder, and as a single file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.unit.diffusers.tiny_model import text_encoder_tensors, tiny_vae, unet_name, vae_tensors

WIDTHS = (16, 32)
"""Widths of its two text encoders, and the network reads both; 768 and 1280 in the real model."""


def build(folder: Path, file: Path) -> None:
    """Save the model with CLIP's tokenizers to ``folder``, and the same weights to ``file``."""
    import torch
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    from platemark.engines.diffusers.clip_tokenizer import PADS, build_clip_tokenizer

    torch.manual_seed(0)
    tokenizers = {name: build_clip_tokenizer(pad) for name, pad in PADS.items()}
    first, second = (
        CLIPTextConfig(
            vocab_size=49_408, hidden_size=width, intermediate_size=2 * width, num_hidden_layers=2,
            num_attention_heads=4, projection_dim=width, hidden_act=act,
            max_position_embeddings=77, bos_token_id=49_406, eos_token_id=49_407,
        )
        for width, act in zip(WIDTHS, ("quick_gelu", "gelu"), strict=True)
    )  # fmt: skip
    unet = UNet2DConditionModel(
        sample_size=8, layers_per_block=2, block_out_channels=(32, 32, 64), norm_num_groups=8,
        attention_head_dim=(4, 4, 8),
        down_block_types=("DownBlock2D",) + ("CrossAttnDownBlock2D",) * 2, transformer_layers_per_block=(1, 1, 2),
        up_block_types=("CrossAttnUpBlock2D",) * 2 + ("UpBlock2D",), cross_attention_dim=sum(WIDTHS),
        use_linear_projection=True, addition_embed_type="text_time", addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=6 * 8 + WIDTHS[1],
    )  # fmt: skip
    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, timestep_spacing="leading"
    )
    pipe = StableDiffusionXLPipeline(
        vae=tiny_vae(scaling_factor=0.13025, force_upcast=True), text_encoder=CLIPTextModel(first),
        text_encoder_2=CLIPTextModelWithProjection(second), unet=unet, scheduler=scheduler, add_watermarker=False,
        **tokenizers,
    )  # fmt: skip
    pipe.save_pretrained(folder)
    single_file(pipe, file)


def single_file(pipe: Any, file: Path) -> None:
    """Write the weights under the names used in single files."""
    from safetensors.torch import save_file

    network = pipe.unet.state_dict().items()
    tensors = {f"model.diffusion_model.{unet_name(name, first_up_attends=True)}": tensor for name, tensor in network}
    tensors |= vae_tensors(pipe.vae)
    for name, tensor in text_encoder_tensors(pipe.text_encoder).items():
        tensors[name.replace("cond_stage_model.", "conditioner.embedders.0.")] = tensor
    tensors |= second_encoder_tensors(pipe.text_encoder_2)
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, file)


NAMES = (
    (r"^text_model\.", ""), (r"^embeddings\.token_embedding", "token_embedding"),
    (r"^embeddings\.position_embedding\.weight", "positional_embedding"), (r"^final_layer_norm", "ln_final"),
    (r"^encoder\.layers", "transformer.resblocks"), ("layer_norm1", "ln_1"), ("layer_norm2", "ln_2"),
    (r"mlp\.fc1", "mlp.c_fc"), (r"mlp\.fc2", "mlp.c_proj"), (r"self_attn\.out_proj", "attn.out_proj"),
)  # fmt: skip


def second_encoder_tensors(encoder: Any) -> dict[str, Any]:
    """The tensors under the names of OpenCLIP, which stores queries, keys and values together."""
    import torch

    tensors: dict[str, Any] = {}
    state = encoder.state_dict()
    for name, tensor in state.items():
        if name == "text_projection.weight":
            tensors["text_projection"] = tensor.T
        elif "self_attn.q_proj" in name:
            together = torch.cat([state[name.replace("q_proj", part)] for part in ("q_proj", "k_proj", "v_proj")])
            tensors[name.replace("self_attn.q_proj.", "self_attn.in_proj_")] = together
        elif "k_proj" not in name and "v_proj" not in name:
            tensors[name] = tensor
    return {f"conditioner.embedders.1.model.{open_clip_name(name)}": tensor for name, tensor in tensors.items()}


def open_clip_name(name: str) -> str:
    for pattern, put in NAMES:
        name = re.sub(pattern, put, name)
    return name.replace("self_attn.in_proj", "attn.in_proj")
