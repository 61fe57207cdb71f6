"""Teaching a LoRA to the model's network: it predicts the noise in pictures of the album, given their captions."""

from __future__ import annotations

import hashlib
import math
from dataclasses import asdict
from typing import Any

import torch
import torch.nn.functional as functions
from diffusers import DDPMScheduler
from diffusers.training_utils import cast_training_params
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict

from platemark.engines.base import (
    Cancelled,
    EngineError,
    OnTrainProgress,
    ShouldCancel,
    TrainedAdapter,
    TrainProgress,
    TrainRequest,
)
from platemark.engines.diffusers import checkpoints
from platemark.engines.diffusers.checkpoints import Checkpoint
from platemark.engines.diffusers.generation import png
from platemark.engines.diffusers.model_files import Model
from platemark.engines.diffusers.pipeline import load
from platemark.engines.diffusers.training_data import Lesson, lessons
from platemark.engines.diffusers.training_parameters import TARGETS, Recipe

NAME = "lora_train"
FORMAT = "lora"
EVALUATIONS = 8
"""Times of diffusion at which it is evaluated, with the same noise each time."""
LARGEST_GRADIENT = 1.0
WEIGHT_DECAY = 1e-2
LEAST_RATE = 0.05
"""Of the learning rate, at the end of the cosine."""
SAMPLE_STEPS = 20


def train(
    model: Model, device: str, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel
) -> TrainedAdapter:
    """Learn until the last step, on from the newest checkpoint of this very training. Cancelled leaves a checkpoint."""
    if not any(not picture.held_out for picture in request.pictures):
        raise EngineError("no_pictures", "There is no picture to learn from.")
    loaded = load(model, device, _precision(device))
    _require_digest(request.base, loaded.model)
    training = _Training(loaded.pipe, loaded.model, request, on_progress, should_cancel)
    training.resume()
    try:
        training.run()
    except torch.OutOfMemoryError:
        hint = "Take a lower resolution, or stop what else uses the graphics card."
        raise EngineError("out_of_memory", "The graphics card has too little memory.", hint=hint) from None
    return training.finished()


def _require_digest(base: str | None, model: str) -> None:
    """Where ``base`` tells a digest, it is that of the model, or the LoRA would be for another than was asked for."""
    if base and " sha256:" in base and base != model:
        hint = "Name it without its digest to learn for the bytes that are there."
        raise EngineError("unknown_base", "The model of that name has other bytes.", hint=hint)


def _precision(device: str) -> Any:
    fits = device.startswith("cuda") and torch.cuda.is_available() and torch.cuda.is_bf16_supported()
    return torch.bfloat16 if fits else torch.float32


class _Training:
    """A training under way: the network with a LoRA in it, what it learns from, and how far it is."""

    def __init__(
        self, pipe: Any, model: str, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel
    ) -> None:
        self.recipe = Recipe.of(request)
        self.seed = request.seed
        self.folder = request.folder
        self.model = model
        self.step = 0
        self.losses: dict[str, float] = {}
        self._pipe = pipe
        self._on_progress = on_progress
        self._should_cancel = should_cancel
        self._saved_step = 0
        self._at_once = self.recipe.batch_size
        """Pictures that go through the network together; fewer when the memory is too small for a whole batch."""
        for part in (pipe.unet, pipe.vae, pipe.text_encoder):
            part.requires_grad_(requires_grad=False)
        self._noising = DDPMScheduler.from_config(pipe.scheduler.config)
        self._lessons = self._taught(request, held_out=False)
        held_out = self._taught(request, held_out=True)
        self._examined, self._examination = (
            (held_out, "held_out_loss") if held_out else (self._lessons, "evaluated_loss")
        )
        self._add_lora()

    def _taught(self, request: TrainRequest, *, held_out: bool) -> list[Lesson]:
        return lessons(
            self._pipe,
            [picture for picture in request.pictures if picture.held_out is held_out],
            resolution=self.recipe.resolution,
            flip=self.recipe.flip and not held_out,
            should_cancel=self._should_cancel,
        )

    def _add_lora(self) -> None:
        unet = self._pipe.unet
        torch.manual_seed(_number(self.seed, "lora"))
        config = LoraConfig(
            r=self.recipe.rank,
            lora_alpha=self.recipe.rank,
            init_lora_weights="gaussian",
            target_modules=list(TARGETS[self.recipe.targets]),
        )
        unet.add_adapter(config, NAME)
        cast_training_params(unet, torch.float32)
        self._weights = {name: weight for name, weight in unet.named_parameters() if weight.requires_grad}
        # A list: an iterator would be used up by the optimizer, and the gradients of nothing be clipped.
        self._learned = list(self._weights.values())
        self._optimizer = torch.optim.AdamW(
            self._learned, lr=self.recipe.learning_rate, weight_decay=WEIGHT_DECAY, foreach=False
        )

    def resume(self) -> None:
        """Go on where the newest checkpoint stands, as if there had been no break."""
        found = checkpoints.newest(self.folder, self._identity())
        if found is None:
            return
        for name, weight in self._weights.items():
            weight.data.copy_(found.tensors[f"weight/{name}"])
            self._optimizer.state[weight] = {
                "step": torch.tensor(float(found.facts["step"])),
                "exp_avg": found.tensors[f"mean/{name}"].to(weight.device),
                "exp_avg_sq": found.tensors[f"square/{name}"].to(weight.device),
            }
        self.step = self._saved_step = found.facts["step"]
        self.losses = found.facts["losses"]
        self._at_once = found.facts["at_once"]
        if found.facts["frugal"]:
            self._be_frugal()
        self._tell({}, note=f"Goes on from the checkpoint of step {self.step}.")

    def run(self) -> None:
        """Every step until the last."""
        if self.step == 0:
            self._tell(self._evaluated(), note=f"Learns from {len(self._lessons)} pictures, with {self.model}.")
        while self.step < self.recipe.steps:
            if self._should_cancel():
                self._save()
                raise Cancelled
            try:
                loss = self._one_step()
            except torch.OutOfMemoryError:
                self._use_less_memory()
                continue
            self.step += 1
            self.losses["train_loss"] = loss
            self._after_step(loss)

    def finished(self) -> TrainedAdapter:
        """The LoRA as a file, with the last losses."""
        # Under the names that peft gives them: renamed as diffusers has it, a part would not be found when loaded.
        layers = get_peft_model_state_dict(self._pipe.unet, adapter_name=NAME)
        tensors = {f"unet.{name}": tensor.detach().float().cpu().contiguous() for name, tensor in layers.items()}
        path = self.folder / "adapter.safetensors"
        facts = {"base": self.model, "rank": self.recipe.rank, "steps": self.recipe.steps}
        checkpoints.write(path, tensors, facts)
        return TrainedAdapter(path=path, format=FORMAT, base=self.model, metrics=dict(self.losses))

    def _one_step(self) -> float:
        """The loss of the step. What it draws depends on seed and step alone: resumed or not, it is the same."""
        size = self.recipe.batch_size
        dice = torch.Generator().manual_seed(_number(self.seed, self.step))
        chosen = torch.randint(len(self._lessons), (size,), generator=dice).tolist()
        views = torch.randint(self._lessons[0].latents.shape[0], (size,), generator=dice).tolist()
        times = torch.randint(self._noising.config.num_train_timesteps, (size,), generator=dice)
        noise = torch.randn((size, *self._lessons[0].latents.shape[1:]), generator=dice)
        latents = torch.stack([self._lessons[i].latents[view] for i, view in zip(chosen, views, strict=True)])
        words = torch.cat([self._lessons[i].words for i in chosen])
        self._optimizer.zero_grad(set_to_none=True)
        total = 0.0
        for start in range(0, size, self._at_once):
            part = slice(start, start + self._at_once)
            loss = self._loss(latents[part], noise[part], times[part], words[part]) * len(latents[part]) / size
            if not torch.isfinite(loss):
                hint = "Take a lower learning rate, and resume, or begin anew."
                raise EngineError("diverged", f"The loss is no number any more at step {self.step + 1}.", hint=hint)
            loss.backward()
            total += loss.item()
        torch.nn.utils.clip_grad_norm_(self._learned, LARGEST_GRADIENT)
        self._optimizer.param_groups[0]["lr"] = self._rate(self.step)
        self._optimizer.step()
        return total

    def _rate(self, done: int) -> float:
        """The learning rate after ``done`` steps: a warm-up, then a cosine down to a twentieth."""
        warm = min(1.0, (done + 1) / max(1, self.recipe.warm_up))
        cosine = 0.5 * (1 + math.cos(math.pi * done / self.recipe.steps))
        return self.recipe.learning_rate * warm * max(LEAST_RATE, cosine)

    def _loss(self, latents: Any, noise: Any, times: Any, words: Any) -> Any:
        unet = self._pipe.unet
        noisy = self._noising.add_noise(latents, noise, times).to(unet.device, unet.dtype)
        found = unet(noisy, times.to(unet.device), words.to(unet.device, unet.dtype), return_dict=False)[0]
        wanted = noise
        if self._noising.config.prediction_type == "v_prediction":
            wanted = self._noising.get_velocity(latents, noise, times)
        return functions.mse_loss(found.float(), wanted.to(found.device))

    def _evaluated(self) -> dict[str, float]:
        """The loss over the pictures held out, or else over those learned, always with the same noise."""
        times = torch.linspace(50, 950, EVALUATIONS).long().clamp(max=self._noising.config.num_train_timesteps - 1)
        dice = torch.Generator().manual_seed(_number(0, "evaluation"))
        noise = torch.randn((EVALUATIONS, *self._lessons[0].latents.shape[1:]), generator=dice)
        total = 0.0
        with torch.no_grad():
            for index in range(EVALUATIONS):
                it = self._examined[index % len(self._examined)]
                one = slice(index, index + 1)
                total += self._loss(it.latents[:1], noise[one], times[one], it.words).item()
        self.losses[self._examination] = total / EVALUATIONS
        return {self._examination: total / EVALUATIONS}

    def _after_step(self, loss: float) -> None:
        last = self.step == self.recipe.steps
        metrics = {"train_loss": loss}
        if last or self.step % self.recipe.evaluate_every == 0:
            metrics |= self._evaluated() | {"learning_rate": self._rate(self.step - 1)}
        every = self.recipe.sample_every
        sample = self._sample() if every and self.step % every == 0 else None
        checkpoint = last or self.step % self.recipe.checkpoint_every == 0
        if checkpoint:
            self._save()
        self._tell(metrics, sample=sample, checkpoint=checkpoint)

    def _tell(
        self, metrics: dict[str, float], *, sample: bytes | None = None, checkpoint: bool = False, note: str = ""
    ) -> None:
        steps = self.recipe.steps
        self._on_progress(
            TrainProgress(step=self.step, steps=steps, metrics=metrics, sample=sample, checkpoint=checkpoint, note=note)
        )

    def _sample(self) -> bytes:
        """The first caption as the model draws it now."""
        side = self.recipe.resolution
        dice = torch.Generator().manual_seed(_number(self.seed, "sample"))
        caption = self._lessons[0].caption
        made = self._pipe(caption, num_inference_steps=SAMPLE_STEPS, width=side, height=side, generator=dice)
        return png(made.images[0])

    def _save(self) -> None:
        if self.step == self._saved_step:
            return
        tensors: dict[str, Any] = {}
        for name, weight in self._weights.items():
            state = self._optimizer.state[weight]
            tensors[f"weight/{name}"] = weight.detach().cpu().contiguous()
            tensors[f"mean/{name}"] = state["exp_avg"].cpu().contiguous()
            tensors[f"square/{name}"] = state["exp_avg_sq"].cpu().contiguous()
        facts = {
            "training": self._identity(),
            "step": self.step,
            "losses": self.losses,
            "at_once": self._at_once,
            "frugal": bool(self._pipe.unet.is_gradient_checkpointing),
        }
        checkpoints.save(self.folder, Checkpoint(tensors, facts))
        self._saved_step = self.step

    def _identity(self) -> dict[str, Any]:
        """What makes it this training and no other."""
        seen = hashlib.sha256()
        for lesson in self._lessons:
            seen.update(lesson.latents.numpy().tobytes() + lesson.caption.encode())
        return {"model": self.model, "seed": self.seed, "lessons": seen.hexdigest(), **asdict(self.recipe)}

    def _use_less_memory(self) -> None:
        """Half as many pictures together; with one, remember less and calculate more; then there is no help."""
        self._optimizer.zero_grad(set_to_none=True)
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        if self._at_once > 1:
            self._at_once //= 2
            self._tell({}, note=f"The memory is too small: {self._at_once} pictures at once now.")
        elif not self._pipe.unet.is_gradient_checkpointing:
            self._be_frugal()
            self._tell({}, note="The memory is too small: calculates more and remembers less now.")
        else:
            raise torch.OutOfMemoryError

    def _be_frugal(self) -> None:
        self._pipe.unet.enable_gradient_checkpointing()
        self._pipe.unet.train()


def _number(seed: int, of: int | str) -> int:
    """A number below 2**63 for a generator, one for each purpose and step."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{of}".encode()).digest()[:8]) >> 1
