"""Studios that write one JSON object: InvokeAI, SwarmUI, Fooocus, Civitai, and the sidecars of many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from platemark.metadata import infotext, values
from platemark.metadata.facts import MAX_LISTED, Facts, Json, from_pairs, is_blank, written_loras

NESTED = ("params", "parameters", "config", "generation", "metadata", "meta", "job", "card")
LORA_KINDS = ("lora", "lycoris", "dora", "locon")
MAX_FIGURES = 6
DREAM = re.compile(r'\s*"(.*)"(.*)', re.DOTALL)
DREAM_OPTION = re.compile(r"\s-([sSWHCA])\s?([^\s]{1,100})")
DREAM_NAMES = {"s": "steps", "S": "seed", "W": "width", "H": "height", "C": "cfg_scale", "A": "sampler"}
IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")


def read(written: Json) -> Facts:
    """The facts of any object, by what it contains."""
    if isinstance(written.get("sui_image_params"), dict):
        return swarm(written)
    if isinstance(written.get("image"), dict) and "prompt" in written["image"]:
        return invoke_2(written)
    if "positive_prompt" in written and ("app_version" in written or "rand_device" in written):
        return invoke(written)
    if str(written.get("metadata_scheme")).lower() == "fooocus" or {"base_model", "performance"} <= written.keys():
        return fooocus(written)
    return any_object(written)


def any_object(written: Json) -> Facts:
    """A sidecar: its top level, and the objects one level below whose names are known; the top level wins."""
    flat: dict[str, Any] = {}
    for name in NESTED:
        if isinstance(inner := written.get(name), dict):
            flat = {**inner, **flat}
    facts = from_pairs({**flat, **written})
    _add_resources(facts, {**flat, **written})
    if isinstance(flat.get("sui_image_params"), dict):
        facts.fill(swarm(flat))
    for nested in (written.get("parameters"), *_first_texts(written.get("infotexts"))):
        if isinstance(nested, str) and infotext.looks_like(nested[: values.MAX_TEXT]):
            facts.other.pop("parameters", None)
            facts.fill(infotext.read(nested[: values.MAX_TEXT]))
    return facts


def invoke(written: Json) -> Facts:
    """InvokeAI 3 and later."""
    facts = from_pairs({**written, "prompt": written.get("positive_prompt")})
    model = written.get("model")
    if isinstance(model, dict):
        facts.named["model"] = model.get("name") or model.get("model_name")
        facts.named["model_hash"] = model.get("hash")
    facts.named["studio"] = "invokeai"
    return facts


def invoke_2(written: Json) -> Facts:
    """InvokeAI 2: negative words stand in brackets within the prompt."""
    image = written["image"]
    prompt = image.get("prompt")
    if isinstance(prompt, list):
        texts = [it.get("prompt") if isinstance(it, dict) else it for it in prompt[:MAX_LISTED]]
        prompt = " ".join(it for it in texts if isinstance(it, str))
    facts = from_pairs({**image, "version": written.get("app_version"), "model_hash": written.get("model_hash")})
    facts.named |= _with_brackets(prompt if isinstance(prompt, str) else "")
    facts.named["model"] = written.get("model_weights") or written.get("model")
    facts.named["studio"] = "invokeai"
    return facts


def dream(text: str) -> Facts:
    """InvokeAI's command line: ``"a fox [blurry]" -s 50 -S 7 -W 512 -H 512 -C 7.5 -A k_lms``."""
    match = DREAM.fullmatch(text)
    if match is None:
        return Facts(unread={"Dream": text})
    facts = from_pairs({DREAM_NAMES[it[1]]: it[2] for it in DREAM_OPTION.finditer(match[2][:4096])})
    facts.named |= _with_brackets(match[1])
    facts.named["studio"] = "invokeai"
    return facts


def swarm(written: Json) -> Facts:
    """SwarmUI: the parameters, and beside them the hashes of the models."""
    facts = from_pairs(written["sui_image_params"])
    extra = written.get("sui_extra_data")
    models = written.get("sui_models")
    for it in models[:MAX_LISTED] if isinstance(models, list) else []:
        if not isinstance(it, dict) or not isinstance(it.get("name"), str):
            continue
        name, digest = _stem(it["name"]), it.get("hash")
        if it.get("param") == "model":
            facts.named["model_hash"] = digest
        facts.loras = [
            (lora, weight, digest if _stem(str(lora)) == name else known) for lora, weight, known in facts.loras
        ]
    if isinstance(extra, dict):
        facts.other |= {name: it for name, it in extra.items() if isinstance(it, str | int | float)}
    facts.named["studio"] = "swarmui"
    return facts


def fooocus(written: Json) -> Facts:
    """Fooocus: LoRAs are lists of name, weight and hash, or texts ``name : weight``."""
    facts = from_pairs(written)
    for name, value in written.items():
        if name.startswith("lora_combined") and isinstance(value, str):
            lora, _, weight = value.rpartition(":")
            facts.loras.append((lora.strip(), weight, None))
            facts.other.pop(name, None)
    facts.named["studio"] = "fooocus"
    version = facts.named.get("version")
    if isinstance(version, str):
        facts.named["version"] = version.removeprefix("Fooocus").strip()
    return facts


def is_novelai(written: Json, software: str) -> bool:
    """Whether it is NovelAI's comment, which is not marked but by its neighbour ``Software`` and its short names."""
    return software.strip() == "NovelAI" or ({"uc", "sampler", "scale"} <= written.keys() and "prompt" in written)


def novelai(written: Json, texts: Mapping[str, str]) -> Facts:
    """NovelAI: ``uc`` is what is unwanted; version 4 has the prompt of each figure; ``Source`` names the model."""
    facts = from_pairs({name: it for name, it in written.items() if name not in ("uc", "signed_hash")})
    unwanted = written.get("uc")
    facts.named |= {"negative_prompt": unwanted} if isinstance(unwanted, str) else {}
    for meaning, name in (("prompt", "v4_prompt"), ("negative_prompt", "v4_negative_prompt")):
        said = _captions(written.get(name))
        if said and is_blank(facts.named.get(meaning)):
            facts.named[meaning] = said[0]
        facts.other |= {f"{name}_{number}": it for number, it in enumerate(said[1:], 1) if it}
    if is_blank(facts.named.get("prompt")) and not is_blank(texts.get("Description")):
        facts.named["prompt"] = texts["Description"]
    if not is_blank(texts.get("Source")):
        facts.named.setdefault("model", texts["Source"])
    facts.named["studio"] = "novelai"
    facts.named.pop("version", None)
    return facts


def _captions(written: Any) -> list[str]:
    """The words of the whole picture, and those of each figure in it."""
    caption = written.get("caption") if isinstance(written, dict) else None
    if not isinstance(caption, dict):
        return []
    listed = caption.get("char_captions")
    figures = (
        [it.get("char_caption") for it in listed[:MAX_FIGURES] if isinstance(it, dict)]
        if isinstance(listed, list)
        else []
    )
    return [it if isinstance(it, str) else "" for it in (caption.get("base_caption"), *figures)]


def _add_resources(facts: Facts, flat: Json) -> None:
    """Civitai lists what was used as ``resources``, and hashes by name."""
    marks = {"resources", "civitaiResources", "cfgScale", "negativePrompt"} & flat.keys()
    hashes = flat.get("hashes")
    if marks:
        facts.named.setdefault("studio", "civitai")
    if isinstance(hashes, dict):
        facts.named.setdefault("model_hash", hashes.get("model"))
    for name in ("resources", "civitaiResources"):
        listed = flat.get(name)
        for it in listed[:MAX_LISTED] if isinstance(listed, list) else []:
            if isinstance(it, dict) and str(it.get("type")).lower() in LORA_KINDS:
                version = it.get("modelVersionId")
                known = {**it, "name": it.get("name") or it.get("modelName") or (version and f"civitai {version}")}
                facts.loras.extend(written_loras([known]))
            elif isinstance(it, dict) and it.get("type") in ("model", "checkpoint"):
                if not is_blank(model := it.get("name") or it.get("modelName")):
                    facts.named.setdefault("model", model)
                facts.named.setdefault("model_hash", it.get("hash"))


def _with_brackets(prompt: str) -> dict[str, str]:
    negative = ", ".join(it.strip() for it in IN_BRACKETS.findall(prompt) if it.strip())
    return {"prompt": IN_BRACKETS.sub("", prompt).strip() if negative else prompt, "negative_prompt": negative}


def _first_texts(listed: Any) -> list[Any]:
    return listed[:1] if isinstance(listed, list) else []


def _stem(name: str) -> str:
    return name.removesuffix(".safetensors")
