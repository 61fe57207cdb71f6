"""A tiny Stable Diffusion of the real architecture with random weights: as a folder, and as a single file."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

WIDTH = 32
"""Width of the text embeddings; 768 in the real model."""
WORDS = "a red blue fox card of the hearts queen"
LARGEST_BYTES = 15_000_000


def build(folder: Path, file: Path) -> None:
    """Save the model to ``folder``, and the same weights to ``file`` with its config and tokenizer beside it."""
    import torch
    from diffusers import DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel

    torch.manual_seed(0)
    tokenizer = build_tokenizer(folder.with_name("words"))
    text_encoder = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer), hidden_size=WIDTH, intermediate_size=2 * WIDTH, num_hidden_layers=2,
            num_attention_heads=4, max_position_embeddings=77, bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.eos_token_id,
        )
    )  # fmt: skip
    vae = tiny_vae()
    unet = UNet2DConditionModel(
        sample_size=8, layers_per_block=2, block_out_channels=(32, 32, 64, 64), norm_num_groups=8,
        down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",), cross_attention_dim=WIDTH,
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3, attention_head_dim=8,
    )  # fmt: skip
    scheduler = DDIMScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", clip_sample=False, set_alpha_to_one=False,
        steps_offset=1,
    )  # fmt: skip
    pipe = StableDiffusionPipeline(
        vae=vae, text_encoder=text_encoder, tokenizer=tokenizer, unet=unet, scheduler=scheduler, safety_checker=None,
        feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    pipe.save_pretrained(folder)
    single_file(pipe, file)
    config = file.with_name(f"{file.stem}.config")
    shutil.copytree(folder, config, ignore=shutil.ignore_patterns("*.safetensors"))


def tiny_vae(**options: Any) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(16, 32, 32, 32), norm_num_groups=8, layers_per_block=2, sample_size=64, latent_channels=4,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4, **options,
    )  # fmt: skip


def build_tokenizer(folder: Path) -> Any:
    """Build a CLIP tokenizer that knows letters and a few whole words."""
    from transformers import CLIPTokenizer

    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = [*letters, *(f"{letter}</w>" for letter in letters)]
    merges = []
    for word in WORDS.split():
        head = word[0] if len(word) > 1 else f"{word}</w>"
        for number, letter in enumerate(word[1:], 2):
            tail = f"{letter}</w>" if number == len(word) else letter
            merges.append(f"{head} {tail}")
            head += tail
            vocabulary.append(head)
    tokens = [*dict.fromkeys(vocabulary), "<|startoftext|>", "<|endoftext|>"]
    folder.mkdir()
    (folder / "vocab.json").write_text(json.dumps({token: number for number, token in enumerate(tokens)}), "utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(dict.fromkeys(merges)) + "\n", "utf-8")
    return CLIPTokenizer(vocab=str(folder / "vocab.json"), merges=str(folder / "merges.txt"), model_max_length=77)


def single_file(pipe: Any, file: Path) -> None:
    """Write the weights under the names used in single files."""
    from safetensors.torch import save_file

    tensors = {f"model.diffusion_model.{unet_name(name)}": tensor for name, tensor in pipe.unet.state_dict().items()}
    tensors |= vae_tensors(pipe.vae)
    tensors |= text_encoder_tensors(pipe.text_encoder)
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, file)


def vae_tensors(vae: Any) -> dict[str, Any]:
    tensors = {}
    for name, tensor in vae.state_dict().items():
        is_projection = ".attentions." in name and tensor.dim() == 2
        tensors[f"first_stage_model.{vae_name(name)}"] = tensor[..., None, None] if is_projection else tensor
    return tensors


def with_clip_vocabulary(file: Path, copy: Path, config: Path) -> None:
    """Copy the model with a text encoder for the whole vocabulary of CLIP; updates ``config`` to match."""
    import torch
    from safetensors.torch import load_file, save_file
    from transformers import CLIPTextConfig, CLIPTextModel

    path = config / "text_encoder" / "config.json"
    text_config = json.loads(path.read_text("utf-8")) | {
        "vocab_size": 49_408, "bos_token_id": 49_406, "eos_token_id": 49_407, "pad_token_id": 1,
    }  # fmt: skip
    path.write_text(json.dumps(text_config), "utf-8")
    torch.manual_seed(1)
    encoder = CLIPTextModel(CLIPTextConfig(**text_config))
    tensors = {name: tensor for name, tensor in load_file(file).items() if not name.startswith("cond_stage_model.")}
    save_file(tensors | text_encoder_tensors(encoder), copy)


def text_encoder_tensors(encoder: Any) -> dict[str, Any]:
    return {
        f"cond_stage_model.transformer.text_model.{name.removeprefix('text_model.')}": tensor
        for name, tensor in encoder.state_dict().items()
    }


UNET = (
    (r"^add_embedding\.linear_1", "label_emb.0.0"), (r"^add_embedding\.linear_2", "label_emb.0.2"),
    (r"^time_embedding\.linear_1", "time_embed.0"), (r"^time_embedding\.linear_2", "time_embed.2"),
    (r"^conv_in", "input_blocks.0.0"), (r"^conv_norm_out", "out.0"), (r"^conv_out", "out.2"),
    (r"^mid_block\.attentions\.0", "middle_block.1"), (r"^mid_block\.resnets\.0", "middle_block.0"),
    (r"^mid_block\.resnets\.1", "middle_block.2"),
)  # fmt: skip
RESNET = (
    ("norm1", "in_layers.0"), ("conv1", "in_layers.2"), ("norm2", "out_layers.0"), ("conv2", "out_layers.3"),
    ("time_emb_proj", "emb_layers.1"), ("conv_shortcut", "skip_connection"),
)  # fmt: skip
BLOCK = re.compile(r"^(?P<way>down|up)_blocks\.(?P<block>\d)\.(?P<part>\w+)\.(?P<number>\d)\.(?P<rest>.*)$")


def unet_name(name: str, *, first_up_attends: bool = False) -> str:
    for pattern, put in UNET:
        name = re.sub(pattern, put, name)
    match = BLOCK.match(name)
    if match:
        name = _unet_block(match, first_up_attends=first_up_attends)
    if re.match(r"^(input|output|middle)_block", name) and ".transformer_blocks." not in name:
        for ours, theirs in RESNET:
            name = re.sub(rf"(_blocks?\.[\d.]+)\.{ours}\b", rf"\1.{theirs}", name)
    return name


def _unet_block(match: re.Match[str], *, first_up_attends: bool) -> str:
    block, number, rest = int(match["block"]), int(match["number"]), match["rest"]
    blocks, first = ("input_blocks", 1) if match["way"] == "down" else ("output_blocks", 0)
    if match["part"] == "downsamplers":
        return f"input_blocks.{3 * (block + 1)}.0.op.{rest.removeprefix('conv.')}"
    if match["part"] == "upsamplers":
        return f"output_blocks.{3 * block + 2}.{2 if block or first_up_attends else 1}.{rest}"
    return f"{blocks}.{3 * block + number + first}.{0 if match['part'] == 'resnets' else 1}.{rest}"


def vae_name(name: str) -> str:
    name = re.sub(r"mid_block\.attentions\.0", "mid.attn_1", name)
    name = re.sub(r"mid_block\.resnets\.(\d)", lambda match: f"mid.block_{int(match[1]) + 1}", name)
    name = re.sub(r"down_blocks\.(\d)\.resnets\.(\d)", r"down.\1.block.\2", name)
    name = re.sub(r"down_blocks\.(\d)\.downsamplers\.0", r"down.\1.downsample", name)
    name = re.sub(r"up_blocks\.(\d)\.resnets\.(\d)", lambda match: f"up.{3 - int(match[1])}.block.{match[2]}", name)
    name = re.sub(r"up_blocks\.(\d)\.upsamplers\.0", lambda match: f"up.{3 - int(match[1])}.upsample", name)
    name = name.replace("conv_shortcut", "nin_shortcut").replace("conv_norm_out", "norm_out")
    if "attn_1" in name:
        pairs = (("group_norm", "norm"), ("to_q", "q"), ("to_k", "k"), ("to_v", "v"), ("to_out.0", "proj_out"))
        for ours, theirs in pairs:
            name = name.replace(f"attn_1.{ours}", f"attn_1.{theirs}")
    return name
