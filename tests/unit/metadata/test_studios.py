"""What each studio writes into pictures and beside them, and what is read of it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from platemark.metadata.found import Found, Lora
from platemark.metadata.read import read
from tests.unit.metadata import pictures
from tests.unit.metadata.pictures import as_json, commented, png, utf16, with_exif

FOX = {
    "prompt": "a fox", "negative_prompt": "blurry", "seed": 7, "steps": 30, "guidance_scale": 7.5, "width": 512,
    "height": 768,
}  # fmt: skip
INFOTEXT = {
    "studio": "automatic1111",
    "version": "v1.9.0",
    "prompt": "a fox in the snow, <lora:ink:0.8>\nwoodcut, <lora:winter:1:0.5>",
    "negative_prompt": "blurry,\ntext",
    "seed": 4294967295,
    "steps": 25,
    "guidance_scale": 6.5,
    "sampler": "DPM++ 2M",
    "scheduler": "Karras",
    "width": 512,
    "height": 768,
    "model": "sd15",
    "model_hash": "6ce0161689",
    "loras": (Lora("ink", 0.8, "aa11"), Lora("winter", 1, "bb22")),
    "other": {
        "denoising_strength": "0.4", "clip_skip": "2", "hires_upscale": "2", "hires_steps": "10",
        "hires_upscaler": "Latent", "lora_hashes": "ink: aa11, winter: bb22", "template": 'a: b, "c"',
    },
}  # fmt: skip
COMFY = {
    **FOX, "studio": "comfyui", "steps": 20, "guidance_scale": 8, "sampler": "euler", "scheduler": "normal",
    "model": "sd15.safetensors",
    "loras": (Lora("ink.safetensors", 0.8), Lora("winter.safetensors", 0.5)), "other": {"denoise": 1.0},
}  # fmt: skip
SWARM = {
    **FOX, "studio": "swarmui", "version": "0.9.2.0", "sampler": "euler", "scheduler": "karras", "model": "sd15",
    "model_hash": "0xaa", "loras": (Lora("ink", 0.8, "0xbb"),),
    "other": {"date": "2024-03-05", "generation_time": "3.2 seconds"},
}  # fmt: skip
FOOOCUS = {
    **FOX, "studio": "fooocus", "version": "v2.5.0", "guidance_scale": 4, "sampler": "dpmpp_2m_sde_gpu",
    "scheduler": "karras", "model": "juggernaut", "model_hash": "aeb7",
    "loras": (Lora("ink.safetensors", 0.5, "bb"),), "other": {"performance": "Speed", "metadata_scheme": "fooocus"},
}  # fmt: skip
INVOKE_2 = {
    **FOX, "studio": "invokeai", "version": "2.3.0", "sampler": "k_lms", "model": "stable-diffusion-1.5",
    "model_hash": "cc60", "other": {"type": "txt2img"},
}  # fmt: skip
DREAM = '"a fox [blurry]" -s 30 -S 7 -W 512 -H 768 -C 7.5 -A k_lms'
RESOURCES = (
    'x\nSteps: 4, Civitai resources: [{"type":"checkpoint","modelName":"m, n"}, '
    '{"type":"lora","modelName":"ink","weight":0.3}], Seed: 5'
)
SCHEME_A1111 = (
    "a fox\nNegative prompt: blurry\nSteps: 30, Seed: 7, CFG scale: 7.5, Size: 512x768, Version: Fooocus v2.5"
)

IN_PICTURES: dict[str, tuple[bytes, dict[str, Any]]] = {
    "a1111, PNG": (png({"parameters": pictures.INFOTEXT}), INFOTEXT),
    "a1111, PNG compressed": (png({"parameters": pictures.INFOTEXT}, compressed=True), INFOTEXT),
    "a1111, JPEG big-endian": (commented("JPEG", utf16(pictures.INFOTEXT)), INFOTEXT),
    "a1111, JPEG little-endian": (commented("JPEG", utf16(pictures.INFOTEXT, "le")), INFOTEXT),
    "a1111, JPEG with a mark": (commented("JPEG", b"UNICODE\0" + pictures.INFOTEXT.encode("utf-16")), INFOTEXT),
    "a1111, JPEG ASCII": (commented("JPEG", b"ASCII\0\0\0" + pictures.INFOTEXT.encode()), INFOTEXT),
    "a1111, JPEG undefined": (commented("JPEG", b"\0" * 8 + pictures.INFOTEXT.encode()), INFOTEXT),
    "a1111, JPEG without a prefix": (commented("JPEG", pictures.INFOTEXT.encode()), INFOTEXT),
    "a1111, WebP": (commented("WEBP", utf16(pictures.INFOTEXT)), INFOTEXT),
    "comfy, PNG": (png({"prompt": json.dumps(pictures.COMFY), "workflow": '{"nodes": []}'}), COMFY),
    "comfy, WebP": (
        with_exif("WEBP", {0x0110: f"prompt:{json.dumps(pictures.COMFY)}", 0x010F: "workflow:{}"}),
        COMFY,
    ),
    "invoke 4": (
        png({"invokeai_metadata": json.dumps(pictures.INVOKE)}),
        {
            **FOX, "studio": "invokeai", "version": "4.2.0", "scheduler": "euler_a", "model": "sd15",
            "model_hash": "blake3:ab", "loras": (Lora("ink", 0.75, "cc"),),
            "other": {"generation_mode": "txt2img", "rand_device": "cpu"},
        },
    ),
    "invoke 2": (png({"Dream": DREAM, "sd-metadata": json.dumps(pictures.INVOKE_2)}), INVOKE_2),
    "invoke 2, Dream": (png({"Dream": DREAM}), {**FOX, "studio": "invokeai", "sampler": "k_lms"}),
    "swarm, PNG": (png({"parameters": json.dumps(pictures.SWARM)}), SWARM),
    "swarm, JPEG": (commented("JPEG", utf16(json.dumps(pictures.SWARM))), SWARM),
    "fooocus, PNG": (png({"parameters": json.dumps(pictures.FOOOCUS), "fooocus_scheme": "fooocus"}), FOOOCUS),
    "fooocus, WebP": (
        with_exif("WEBP", {}, below={0x927C: b"fooocus", 0x9286: json.dumps(pictures.FOOOCUS).encode()}),
        FOOOCUS,
    ),
    "fooocus, a1111": (
        png({"parameters": SCHEME_A1111, "fooocus_scheme": "a1111"}),
        {**FOX, "studio": "fooocus", "version": "v2.5"},
    ),
    "kohya": (
        png({"prompt": "a fox", "negative-prompt": "blurry", "seed": "7", "steps": "30", "scale": "7.5"}),
        {**FOX, "studio": "kohya", "width": None, "height": None},
    ),
    "a photo": (with_exif("JPEG", {0x010F: "Canon", 0x0110: "EOS: 5D", 0x010E: "At home"}), {}),
    "a photo with a comment": (commented("JPEG", b"ASCII\0\0\0my house: 12"), {}),
    "a plain picture": (png({"Author": "Ann", "Comment": "hello"}), {}),
}  # fmt: skip

BESIDE: dict[str, tuple[str, bytes, dict[str, Any]]] = {
    "civitai": ("fox.json", as_json(pictures.CIVITAI), {
        **FOX, "studio": "civitai", "guidance_scale": 7, "sampler": "Euler a", "model": "sd15", "model_hash": "6ce0",
        "loras": (Lora("ink", 0.6, "bb"),), "other": {"id": 12, "clip_skip": 2},
    }),
    "imagineer": ("fox.JSON", as_json(pictures.IMAGINEER), {
        **FOX, "model": "sd15", "loras": (Lora("ink.safetensors", 0.6),),
    }),
    "a1111's API": ("fox.json", as_json({"prompt": "a fox", "cfg_scale": 7.5, "sampler_name": "Euler",
                                         "sd_model_name": "sd15", "infotexts": [SCHEME_A1111]}), {
        **FOX, "studio": "fooocus", "version": "v2.5", "sampler": "Euler", "model": "sd15",
    }),
    "swarm": ("fox.json", as_json(pictures.SWARM), SWARM),
    "comfy": ("fox.json", as_json(pictures.COMFY), COMFY),
    "a1111's text": ("fox.txt", pictures.INFOTEXT.encode(), INFOTEXT),
    "kohya": ("fox.caption", b"\xef\xbb\xbfa fox walks\n", {"caption": "a fox walks"}),
    "kohya in UTF-16": ("fox.TXT", "a fox, snow".encode("utf-16"), {"caption": "a fox, snow"}),
    "nothing": ("fox.txt", b" \n", {}),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_PICTURES)
def test_a_picture_says_how_it_was_made(name: str) -> None:
    picture, facts = IN_PICTURES[name]
    assert read(picture) == Found(**facts)


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_beside_a_picture_says_how_it_was_made(name: str) -> None:
    file_name, data, facts = BESIDE[name]
    assert read(png({}), [(file_name, data)]) == Found(**facts)


def test_what_stands_beside_a_picture_counts_more_than_what_stands_in_it(tmp_path: Path) -> None:
    file = tmp_path / "fox.png"
    file.write_bytes(png({"parameters": pictures.INFOTEXT}))
    found = read(file, [("fox.json", as_json({"prompt": "a hare", "width": 64})), ("fox.txt", b"a hare runs")])
    assert (found.prompt, found.width, found.height) == ("a hare", 64, None)
    assert (found.caption, found.seed, found.studio) == ("a hare runs", 4294967295, "automatic1111")
    assert read(tmp_path / "gone.png").remarks[0].code == "metadata_unreadable"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("just words", {"prompt": "just words"}),
        ("Negative prompt: bad\nSteps: 3", {"negative_prompt": "bad", "steps": 3}),
        ("Steps: 9 to heaven\nSteps: 4, Seed: 1", {"prompt": "Steps: 9 to heaven", "steps": 4, "seed": 1}),
        (
            "fox\nSampler: ddim, Seed: 3, Size: 8x9",
            {"prompt": "fox", "sampler": "ddim", "seed": 3, "width": 8, "height": 9},
        ),
        ("a\r\nb\r\nSteps: 4", {"prompt": "a\nb", "steps": 4}),
        ("fox\nSteps: 4, Version: f2.0.1", {"prompt": "fox", "steps": 4, "studio": "forge", "version": "f2.0.1"}),
        ('x\nSteps: 4, Hashes: {"lora:ink": "cd"}', {"prompt": "x", "steps": 4, "loras": (Lora("ink", None, "cd"),)}),
        (
            RESOURCES,
            {"prompt": "x", "steps": 4, "model": "m, n", "loras": (Lora("ink", 0.3),), "seed": 5},
        ),
        ("fox\nSteps: 4, Broken: [1, Seed: 5", {"prompt": "fox", "steps": 4, "other": {"broken": "[1"}, "seed": 5}),
    ],
)
def test_the_text_of_a1111_is_read_in_all_its_variants(text: str, facts: dict[str, Any]) -> None:
    assert read(png({"parameters": text})) == Found(**{"studio": "automatic1111", **facts})


WORDS = {"class_type": "CLIPTextEncode", "inputs": {"text": "a fox"}}
SAMPLER = {"seed": 1, "steps": 4, "cfg": 2, "positive": ["w", 0], "negative": ["z", 0], "latent_image": ["l", 0]}
LATENT = {"class_type": "EmptyLatentImage", "inputs": {"width": 64, "height": 32}}


@pytest.mark.parametrize(
    ("graph", "facts"),
    [
        pytest.param(
            {
                "s": {
                    "class_type": "SamplerCustomAdvanced",
                    "inputs": {
                        "noise": ["n", 0],
                        "guider": ["g", 0],
                        "sampler": ["k", 0],
                        "sigmas": ["b", 0],
                        "latent_image": ["l", 0],
                    },
                },
                "n": {"class_type": "RandomNoise", "inputs": {"noise_seed": 5}},
                "g": {"class_type": "BasicGuider", "inputs": {"model": ["u", 0], "conditioning": ["f", 0]}},
                "f": {"class_type": "FluxGuidance", "inputs": {"guidance": 3.5, "conditioning": ["w", 0]}},
                "k": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}},
                "b": {
                    "class_type": "BasicScheduler",
                    "inputs": {"scheduler": "simple", "steps": 8, "denoise": 1, "model": ["u", 0]},
                },
                "u": {"class_type": "UNETLoader", "inputs": {"unet_name": "flux.safetensors"}},
                "w": WORDS,
                "l": LATENT,
            },
            {
                "seed": 5,
                "guidance_scale": 3.5,
                "sampler": "euler",
                "scheduler": "simple",
                "steps": 8,
                "prompt": "a fox",
                "model": "flux.safetensors",
                "width": 64,
                "height": 32,
                "other": {"denoise": 1},
            },
            id="Flux",
        ),
        pytest.param(
            {
                "p": {"class_type": "SaveImage", "inputs": {"images": ["d", 0]}},
                "d": {"class_type": "VAEDecode", "inputs": {"samples": ["t", 0]}},
                "t": {"class_type": "KSampler", "inputs": {**SAMPLER, "seed": 9, "latent_image": ["up", 0]}},
                "up": {"class_type": "LatentUpscale", "inputs": {"samples": ["s", 0], "width": 128, "height": 64}},
                "s": {"class_type": "KSampler", "inputs": SAMPLER},
                "w": WORDS,
                "l": LATENT,
            },
            {
                "seed": 1,
                "steps": 4,
                "guidance_scale": 2,
                "prompt": "a fox",
                "width": 64,
                "height": 32,
                "other": {"samplers": 2},
            },
            id="hires: the first sampler",
        ),
        pytest.param(
            {
                "s": {
                    "class_type": "KSampler",
                    "inputs": {**SAMPLER, "seed": ["i", 0], "positive": ["c", 0], "negative": ["c", 1]},
                },
                "i": {"class_type": "PrimitiveInt", "inputs": {"value": 77}},
                "c": {
                    "class_type": "ControlNetApplyAdvanced",
                    "inputs": {"positive": ["j", 0], "negative": ["v", 0], "image": ["w", 0]},
                },
                "j": {
                    "class_type": "ConditioningConcat",
                    "inputs": {"conditioning_to": ["w", 0], "conditioning_from": ["x", 0]},
                },
                "w": WORDS,
                "l": LATENT,
                "x": {"class_type": "AnyoneNode", "inputs": {"text": ["y", 0]}},
                "y": {"class_type": "Text Multiline", "inputs": {"text": "in snow"}},
                "v": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry"}},
            },
            {
                "seed": 77,
                "steps": 4,
                "guidance_scale": 2,
                "prompt": "a fox\nin snow",
                "negative_prompt": "blurry",
                "width": 64,
                "height": 32,
            },
            id="links to values, control nets, nodes of extensions",
        ),
        pytest.param(
            {
                "s": {"class_type": "KSampler", "inputs": {**SAMPLER, "model": ["r", 0]}},
                "w": WORDS,
                "l": LATENT,
                "z": {"class_type": "ConditioningZeroOut", "inputs": {"conditioning": ["w", 0]}},
                "r": {
                    "class_type": "Power Lora Loader (rgthree)",
                    "inputs": {
                        "lora_1": {"on": True, "lora": "ink", "strength": 0.5},
                        "lora_2": {"on": False, "lora": "off", "strength": 1},
                        "model": ["q", 0],
                    },
                },
                "q": {
                    "class_type": "LoRA Stacker",
                    "inputs": {"lora_name_1": "snow", "lora_wt_1": 0.2, "lora_name_2": "None", "model": ["m", 0]},
                },
                "m": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "XL\\base.safetensors"}},
            },
            {
                "seed": 1,
                "steps": 4,
                "guidance_scale": 2,
                "prompt": "a fox",
                "width": 64,
                "height": 32,
                "model": "XL\\base.safetensors",
                "loras": (Lora("snow", 0.2), Lora("ink", 0.5)),
            },
            id="lists of LoRAs, a negative of nothing",
        ),
        pytest.param(
            {
                "s": {
                    "class_type": "KSampler",
                    "inputs": {**SAMPLER, "positive": ["a", 0], "model": ["a", 0], "latent_image": ["a", 0]},
                },
                "a": {"class_type": "Loop", "inputs": {"text": "a fox", "x": ["b", 0], "model": ["b", 0]}},
                "b": {"class_type": "Loop", "inputs": {"x": ["a", 0], "model": ["a", 0], "y": ["s", 0]}},
            },
            {"seed": 1, "steps": 4, "guidance_scale": 2, "prompt": "a fox"},
            id="circles end",
        ),
        pytest.param(
            {"a": {"class_type": "Note", "inputs": {"text": "x"}}}, {"other": {"samplers": 0}}, id="no sampler"
        ),
    ],
)
def test_a_graph_is_walked_from_the_picture_to_the_words(graph: dict[str, Any], facts: dict[str, Any]) -> None:
    assert read(png({"prompt": json.dumps(graph)})) == Found(studio="comfyui", **facts)


NOVELAI = {
    "prompt": "a fox", "uc": "blurry", "steps": 28, "height": 768, "width": 512, "scale": 5.0, "seed": 7,
    "sampler": "k_euler", "noise_schedule": "karras", "signed_hash": "x", "version": 1,
}  # fmt: skip


def test_novelai() -> None:
    texts = {"Title": "AI generated image", "Software": "NovelAI", "Source": "Stable Diffusion XL C1E1DE52"}
    found = read(png({**texts, "Description": "a fox", "Comment": json.dumps(NOVELAI)}))
    assert found == Found(
        studio="novelai", prompt="a fox", negative_prompt="blurry", seed=7, steps=28, guidance_scale=5.0, width=512,
        height=768, sampler="k_euler", model="Stable Diffusion XL C1E1DE52", other={"noise_schedule": "karras"},
    )  # fmt: skip
    words = {"caption": {"base_caption": "two foxes", "char_captions": [{"char_caption": "red"}, 7]}}
    comment = {**NOVELAI, "prompt": "", "uc": None, "v4_prompt": words, "v4_negative_prompt": {"caption": 3}}
    newer = read(png({**texts, "Comment": json.dumps(comment)}))
    assert (newer.prompt, newer.negative_prompt, newer.other["v4_prompt_1"]) == ("two foxes", None, "red")


def xmp_packet(inner: str) -> str:
    return (
        '<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<rdf:Description>{inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )


def with_xmp(kind: str, packet: str) -> bytes:
    out = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet)
    options: dict[str, Any] = {"pnginfo": info} if kind == "PNG" else {"xmp": packet.encode()}
    Image.new("RGB", (8, 8)).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_xmp_describes_a_picture(kind: str) -> None:
    listed = "<dc:{0}><rdf:{1}><rdf:li>{2}</rdf:li></rdf:{1}></dc:{0}>".format
    packet = xmp_packet(listed("description", "Alt", "a fox &amp; a hare") + listed("subject", "Bag", "snow"))
    assert read(with_xmp(kind, packet)) == Found(caption="a fox & a hare", tags=("snow",))
    written = xmp_packet("<exif:UserComment>a fox\nSteps: 20, Seed: 7</exif:UserComment>")
    found = read(with_xmp(kind, written))
    assert (found.prompt, found.steps, found.caption) == ("a fox", 20, None)


@pytest.mark.parametrize("packet", ["<x", "", '<!DOCTYPE x [<!ENTITY a "b">]>' + xmp_packet("&a;"), "<a>" * 90_000])
def test_xmp_that_cannot_be_read_is_left(packet: str) -> None:
    assert read(with_xmp("PNG", packet)) == Found()


@pytest.mark.parametrize("prompt", ["{a|b} fox", '{"a": 1} fox', "{"])
def test_a_prompt_may_begin_with_a_brace(prompt: str) -> None:
    text = f"{prompt}\nNegative prompt: snow\nSteps: 20, Seed: 7"
    found = read(png({"parameters": text}))
    assert (found.studio, found.prompt, found.negative_prompt, found.seed) == ("automatic1111", prompt, "snow", 7)
