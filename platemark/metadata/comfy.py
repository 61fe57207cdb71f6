"""ComfyUI's ``prompt``: a graph of nodes, in which an input is a value or a link ``[node, output]`` to another node.

The sampler is found from the picture backwards, and from it the prompts, the model and the LoRAs. Nodes of extensions
have any names, so inputs count more than classes. No walk visits a node twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any

from platemark.metadata.facts import MAX_LISTED, Facts, Json, Written, is_blank

Nodes = dict[str, Json]
Link = tuple[str, Any]

MAX_NODES = 5000
MAX_INPUTS = 200
MAX_VISITS = 2000
MAX_PLACES = 100
MAX_HOPS = 20
SAVES = ("SaveImage", "PreviewImage")
TEXTS = ("text", "string", "value", "prompt", "populated_text", "wildcard_text")
ENCODERS = ("text_g", "clip_l", "text_l", "t5xxl")
CHECKPOINTS = ("ckpt_name", "unet_name", "model_name", "base_ckpt_name", "model_path")
NOT_CONDITIONING = frozenset({
    "clip", "clip_vision", "clip_vision_output", "control_net", "image", "images", "latent", "latent_image", "mask",
    "model", "pixels", "samples", "style_model", "vae",
})  # fmt: skip
"""Inputs that lead away from the words of a prompt."""
NUMBERS = ("value", "seed", "noise_seed", "int", "float", "number", "steps", "cfg", "Value", "Number")


def looks_like(value: Any) -> bool:
    """Whether it is such a graph."""
    return isinstance(value, dict) and any(isinstance(it, dict) and "class_type" in it for it in value.values())


def read(graph: Json) -> Facts:
    """The facts of the first sampler on the way to the picture that is saved."""
    nodes: Nodes = {}
    for key, node in list(graph.items())[:MAX_NODES]:
        if isinstance(node, dict) and isinstance(node.get("inputs"), dict):
            nodes[key] = {
                **dict(list(node["inputs"].items())[:MAX_INPUTS]),
                "class_type": str(node.get("class_type", "")),
            }
    return _Graph(nodes).read()


class _Graph:
    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def read(self) -> Facts:
        facts = Facts(named={"studio": "comfyui"})
        sampler = self._sampler()
        if sampler is None:
            facts.other["samplers"] = 0
            return facts
        for meaning, names in {
            "seed": ("seed", "noise_seed"),
            "steps": ("steps",),
            "guidance_scale": ("cfg", "guidance"),
            "sampler": ("sampler_name",),
            "scheduler": ("scheduler",),
        }.items():
            facts.named[meaning] = self._setting(sampler, names)
        guidance = self._setting(sampler, ("guidance",))
        if guidance != facts.named["guidance_scale"]:
            facts.other["guidance"] = guidance
        facts.other["denoise"] = self._setting(sampler, ("denoise",))
        facts.named |= {
            "prompt": self._prompt(sampler, "positive"),
            "negative_prompt": self._prompt(sampler, "negative"),
        }
        facts.named["model"], facts.loras = self._model(sampler)
        facts.named["width"], facts.named["height"] = self._size(sampler)
        facts.named = {name: it for name, it in facts.named.items() if not is_blank(it)}
        samplers = sum(_is_sampler(it) for it in self._nodes.values())
        if samplers > 1:
            facts.other["samplers"] = samplers
        return facts

    def _sampler(self) -> str | None:
        """The sampler that begins the picture: from what is saved to the last, and along its latents to the first."""
        ends = sorted(
            (SAVES.index(it["class_type"]), key) for key, it in self._nodes.items() if it["class_type"] in SAVES
        )
        for _, end in ends:
            found = [it for it in self._walk(end) if _is_sampler(self._nodes[it])]
            if found:
                return self._first_of_chain(found[0])
        anywhere = [key for key, it in self._nodes.items() if _is_sampler(it)]
        return self._first_of_chain(anywhere[0]) if anywhere else None

    def _first_of_chain(self, sampler: str) -> str:
        before = [
            it for it in self._walk_from(sampler, ("latent_image", "latent", "samples")) if _is_sampler(self._nodes[it])
        ]
        return next((it for it in reversed(before) if it != sampler), sampler)

    def _walk(
        self, start: str, follow: Callable[[Json, Any], list[Link]] | None = None, slot: Any = 0
    ) -> Iterator[str]:
        """Nodes from ``start`` backwards, the nearest first, each once."""
        queue: list[Link] = [(start, slot)]
        seen: set[str] = set()
        for key, output in queue:
            if key in seen or key not in self._nodes or len(seen) >= MAX_VISITS:
                continue
            seen.add(key)
            yield key
            node = self._nodes[key]
            queue += _links(node) if follow is None else follow(node, output)

    def _walk_from(self, key: str, names: tuple[str, ...]) -> Iterator[str]:
        """The nodes behind some inputs of a node."""
        for name in names:
            if (link := _link(self._nodes[key].get(name))) is not None:
                yield from self._walk(link[0])

    def _setting(self, sampler: str, names: tuple[str, ...]) -> Any:
        """A value of the sampler, or of the nodes that it takes its noise, steps and guidance from."""
        behind = ("noise", "guider", "sigmas", "sampler", "positive", "basic_pipe", "settings")
        for place in islice(chain([sampler], self._nearest(sampler, behind)), MAX_PLACES):
            for name in names:
                value = self._scalar(self._nodes[place].get(name))
                if value is not None:
                    return value
        return None

    def _nearest(self, key: str, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            if (link := _link(self._nodes[key].get(name))) is not None:
                yield from (it for it in self._walk(*_only(link)) if not _is_sampler(self._nodes[it]))

    def _scalar(self, value: Any) -> Any:
        """A value, or the one that stands in the nodes behind a link."""
        link = _link(value)
        if link is None:
            return value if isinstance(value, str | int | float) else None
        for key in islice(self._walk(link[0]), MAX_HOPS):
            for name in NUMBERS:
                found = self._nodes[key].get(name)
                if isinstance(found, int | float) and not isinstance(found, bool):
                    return found
        return None

    def _prompt(self, sampler: str, role: str) -> str | None:
        """The texts behind ``positive`` or ``negative``, each once, nearest first."""
        start = self._conditioning(sampler, role)
        if start is None:
            return None
        texts: list[str] = []
        for key in self._walk(start[0], lambda node, output: _conditioning_links(node, output, role), start[1]):
            texts += self._texts(self._nodes[key], role)
        return "\n".join(dict.fromkeys(it for it in texts if it.strip())) or None

    def _conditioning(self, sampler: str, role: str) -> Link | None:
        """Where a sampler's conditioning comes from; a guider may stand between them."""
        places = [sampler, *self._nearest(sampler, ("guider", "basic_pipe"))]
        names = (role, "conditioning") if role == "positive" else (role,)
        links = (_link(self._nodes[place].get(name)) for place in places for name in names)
        return next((it for it in links if it is not None), None)

    def _texts(self, node: Json, role: str) -> list[str]:
        if "ZeroOut" in node["class_type"]:
            return []
        names = (*TEXTS, *ENCODERS, role)
        return [it for it in (node.get(name) for name in names) if isinstance(it, str)]

    def _model(self, sampler: str) -> tuple[Any, list[Written]]:
        """The checkpoint, and the LoRAs on the way to it; the one that is applied first comes first."""
        places = (sampler, *self._nearest(sampler, ("guider",)))
        links = (_link(self._nodes[place].get("model")) for place in places)
        start = next((it for it in links if it is not None), None)
        loras: list[Written] = []
        if start is None:
            return None, loras
        for key in self._walk(start[0], _model_links):
            node = self._nodes[key]
            loras = [*_loras(node), *loras][:MAX_LISTED]
            for name in CHECKPOINTS:
                if isinstance(node.get(name), str):
                    return node[name], loras
        return None, loras

    def _size(self, sampler: str) -> tuple[Any, Any]:
        for key in self._walk_from(sampler, ("latent_image", "latent", "samples")):
            node = self._nodes[key]
            for names in (("width", "height"), ("empty_latent_width", "empty_latent_height")):
                width, height = (self._scalar(node.get(it)) for it in names)
                if width is not None and height is not None:
                    return width, height
        return None, None


def _is_sampler(node: Json) -> bool:
    name = node["class_type"]
    if "KSamplerSelect" in name:
        return False
    seeded = "seed" in node or "noise_seed" in node
    return (
        "SamplerCustom" in name
        or ("KSampler" in name and seeded)
        or (seeded and {"positive", "negative"} <= node.keys())
    )


def _link(value: Any) -> Link | None:
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str | int) and not is_blank(value[0]):
        return str(value[0]), value[1]
    return None


def _links(node: Json) -> list[Link]:
    return [link for it in node.values() if (link := _link(it)) is not None]


def _only(link: Link) -> tuple[str, Callable[[Json, Any], list[Link]], Any]:
    """A walk from ``link`` that does not go on through images and latents."""
    return (
        link[0],
        lambda node, _: [it for name in node if name not in NOT_CONDITIONING and (it := _link(node[name]))],
        0,
    )


def _conditioning_links(node: Json, output: Any, role: str) -> list[Link]:
    """A node with both kinds hands on the positive as its first output and the negative as its second."""
    if "ZeroOut" in node["class_type"]:
        return []
    both = [_link(node.get(name)) for name in ("positive", "negative")]
    if None not in both:
        chosen = both[output] if output in (0, 1) else both[role == "negative"]
        return [chosen] if chosen is not None else []
    return [link for name in node if name not in NOT_CONDITIONING and (link := _link(node[name])) is not None]


def _model_links(node: Json, _: Any) -> list[Link]:
    named = [link for name in ("model", "lora_stack", "optional_lora_stack") if (link := _link(node.get(name)))]
    return named or _links(node)


def _loras(node: Json) -> list[Written]:
    """The LoRAs that a node applies: one, numbered ones, or objects (``on``, ``lora``, ``strength``)."""
    loras: list[Written] = []
    for name, value in node.items():
        if name == "lora_name" and isinstance(value, str):
            loras.append((value, node.get("strength_model", node.get("strength")), None))
        elif name.startswith("lora_name_") and isinstance(value, str):
            number = name.removeprefix("lora_name_")
            weight = next(
                (node[it + number] for it in ("lora_wt_", "model_str_", "strength_") if it + number in node), None
            )
            loras.append((value, weight, None))
        elif isinstance(value, dict) and isinstance(value.get("lora"), str) and value.get("on", True):
            loras.append((value["lora"], value.get("strength"), None))
    return [it for it in loras if it[0] not in ("None", "") and it[1] != 0]
