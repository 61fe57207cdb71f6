"""LoRA training: the network learns to predict the noise in the album's pictures, given their captions."""

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
from platemark.engines.diffusers.generation import encode_png
from platemark.engines.diffusers.model_files import ModelFiles
from platemark.engines.diffusers.pipeline import load_pipeline
from platemark.engines.diffusers.training_data import EncodedPicture, encode_pictures
from platemark.engines.diffusers.training_parameters import TARGETS, TrainingParameters

NAME = "lora_train"
FORMAT = "lora"
EVALUATIONS = 8
"""Number of diffusion timesteps in an evaluation, always with the same noise."""
MAX_GRADIENT_NORM = 1.0
WEIGHT_DECAY = 1e-2
MIN_RATE = 0.05
"""Share of the learning rate that is left at the end of the cosine."""
SAMPLE_STEPS = 20


def train_lora(
    model: ModelFiles, device: str, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel
) -> TrainedAdapter:
    """Train a LoRA to the last step, resuming from this run's newest checkpoint.

    Cancelling saves a checkpoint and raises Cancelled. Raises EngineError.
    """
    if not any(not picture.held_out for picture in request.pictures):
        raise EngineError("no_pictures", "There is no picture to train on.")
    loaded = load_pipeline(model, device, _training_dtype(device))
    _require_digest(request.base, loaded.model)
    loop = _TrainingLoop(loaded.pipe, loaded.model, request, on_progress, should_cancel)
    loop.resume()
    try:
        loop.run()
    except torch.OutOfMemoryError:
        hint = "Lower the resolution, or stop other programs that use the graphics card."
        raise EngineError("out_of_memory", "The graphics card has too little memory.", hint=hint) from None
    return loop.write_adapter()


def _require_digest(base: str | None, model: str) -> None:
    """If ``base`` contains a digest, it must be the model's; otherwise the LoRA would be for another model."""
    if base and " sha256:" in base and base != model:
        hint = "Name it without its digest to train for the file that is installed."
        raise EngineError("unknown_base", "The model of that name has another digest.", hint=hint)


def _training_dtype(device: str) -> Any:
    supported = device.startswith("cuda") and torch.cuda.is_available() and torch.cuda.is_bf16_supported()
    return torch.bfloat16 if supported else torch.float32


class _TrainingLoop:
    """A training run in progress: the network with its LoRA, the training data, and the current step."""

    def __init__(
        self, pipe: Any, model: str, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel
    ) -> None:
        self.parameters = TrainingParameters.from_request(request)
        self.seed = request.seed
        self.folder = request.folder
        self.model = model
        self.step = 0
        self.losses: dict[str, float] = {}
        self._pipe = pipe
        self._on_progress = on_progress
        self._should_cancel = should_cancel
        self._take_wishes = request.take_wishes
        self._saved_step = 0
        self._at_once = self.parameters.batch_size
        """Pictures per forward pass; fewer than a batch if the memory is too small for a whole one."""
        for part in (pipe.unet, pipe.vae, pipe.text_encoder):
            part.requires_grad_(requires_grad=False)
        self._scheduler = DDPMScheduler.from_config(pipe.scheduler.config)
        self._trained = self._encode(request, held_out=False)
        held_out = self._encode(request, held_out=True)
        self._evaluated, self._evaluated_metric = (
            (held_out, "held_out_loss") if held_out else (self._trained, "evaluated_loss")
        )
        self._add_lora()

    def _encode(self, request: TrainRequest, *, held_out: bool) -> list[EncodedPicture]:
        return encode_pictures(
            self._pipe,
            [picture for picture in request.pictures if picture.held_out is held_out],
            resolution=self.parameters.resolution,
            flip=self.parameters.flip and not held_out,
            should_cancel=self._should_cancel,
        )

    def _add_lora(self) -> None:
        unet = self._pipe.unet
        torch.manual_seed(_derive_seed(self.seed, "lora"))
        config = LoraConfig(
            r=self.parameters.rank,
            lora_alpha=self.parameters.rank,
            init_lora_weights="gaussian",
            target_modules=list(TARGETS[self.parameters.targets]),
        )
        unet.add_adapter(config, NAME)
        cast_training_params(unet, torch.float32)
        self._weights = {name: weight for name, weight in unet.named_parameters() if weight.requires_grad}
        # A list, because the optimizer would exhaust an iterator and leave no gradients to clip.
        self._trainable = list(self._weights.values())
        self._optimizer = torch.optim.AdamW(
            self._trainable, lr=self.parameters.learning_rate, weight_decay=WEIGHT_DECAY, foreach=False
        )

    def resume(self) -> None:
        """Continue from the newest checkpoint, with the same result as without an interruption."""
        checkpoint = checkpoints.load_newest(self.folder, self._identity())
        if checkpoint is None:
            return
        for name, weight in self._weights.items():
            weight.data.copy_(checkpoint.tensors[f"weight/{name}"])
            self._optimizer.state[weight] = {
                "step": torch.tensor(float(checkpoint.facts["step"])),
                "exp_avg": checkpoint.tensors[f"mean/{name}"].to(weight.device),
                "exp_avg_sq": checkpoint.tensors[f"square/{name}"].to(weight.device),
            }
        self.step = self._saved_step = checkpoint.facts["step"]
        self.losses = checkpoint.facts["losses"]
        self._at_once = checkpoint.facts["at_once"]
        if checkpoint.facts["frugal"]:
            self._enable_gradient_checkpointing()
        self._report({}, note=f"Resumes from the checkpoint of step {self.step}.")

    def run(self) -> None:
        """Run the remaining steps."""
        if self.step == 0:
            self._report(self._evaluate(), note=f"Training on {len(self._trained)} pictures, for {self.model}.")
        while self.step < self.parameters.steps:
            if self._should_cancel():
                self._save()
                raise Cancelled
            try:
                loss = self._run_step()
            except torch.OutOfMemoryError:
                self._use_less_memory()
                continue
            self.step += 1
            self.losses["train_loss"] = loss
            self._after_step(loss)

    def write_adapter(self) -> TrainedAdapter:
        """Write the LoRA to its file; returns it with the final losses."""
        # Under peft's names: under those of diffusers, some layers would not be found when the LoRA is loaded.
        layers = get_peft_model_state_dict(self._pipe.unet, adapter_name=NAME)
        tensors = {f"unet.{name}": tensor.detach().float().cpu().contiguous() for name, tensor in layers.items()}
        path = self.folder / "adapter.safetensors"
        facts = {"base": self.model, "rank": self.parameters.rank, "steps": self.parameters.steps}
        checkpoints.write_tensors(path, tensors, facts)
        return TrainedAdapter(path=path, format=FORMAT, base=self.model, metrics=dict(self.losses))

    def _run_step(self) -> float:
        """Run one step and return its loss. Its random numbers depend on seed and step alone, so runs can resume."""
        size = self.parameters.batch_size
        generator = torch.Generator().manual_seed(_derive_seed(self.seed, self.step))
        chosen = torch.randint(len(self._trained), (size,), generator=generator).tolist()
        views = torch.randint(self._trained[0].latents.shape[0], (size,), generator=generator).tolist()
        times = torch.randint(self._scheduler.config.num_train_timesteps, (size,), generator=generator)
        noise = torch.randn((size, *self._trained[0].latents.shape[1:]), generator=generator)
        latents = torch.stack([self._trained[i].latents[view] for i, view in zip(chosen, views, strict=True)])
        embeddings = torch.cat([self._trained[i].text_embedding for i in chosen])
        self._optimizer.zero_grad(set_to_none=True)
        total = 0.0
        for start in range(0, size, self._at_once):
            part = slice(start, start + self._at_once)
            loss = self._loss(latents[part], noise[part], times[part], embeddings[part]) * len(latents[part]) / size
            if not torch.isfinite(loss):
                hint = "Start a new run with a lower learning rate."
                raise EngineError("diverged", f"The loss is not finite at step {self.step + 1}.", hint=hint)
            loss.backward()
            total += loss.item()
        torch.nn.utils.clip_grad_norm_(self._trainable, MAX_GRADIENT_NORM)
        self._optimizer.param_groups[0]["lr"] = self._rate(self.step)
        self._optimizer.step()
        return total

    def _rate(self, done: int) -> float:
        """The learning rate after ``done`` steps: a linear warm-up, then a cosine down to a twentieth."""
        warm = min(1.0, (done + 1) / max(1, self.parameters.warm_up))
        cosine = 0.5 * (1 + math.cos(math.pi * done / self.parameters.steps))
        return self.parameters.learning_rate * warm * max(MIN_RATE, cosine)

    def _loss(self, latents: Any, noise: Any, times: Any, embeddings: Any) -> Any:
        unet = self._pipe.unet
        noisy = self._scheduler.add_noise(latents, noise, times).to(unet.device, unet.dtype)
        prediction = unet(noisy, times.to(unet.device), embeddings.to(unet.device, unet.dtype), return_dict=False)[0]
        target = noise
        if self._scheduler.config.prediction_type == "v_prediction":
            target = self._scheduler.get_velocity(latents, noise, times)
        return functions.mse_loss(prediction.float(), target.to(prediction.device))

    def _evaluate(self) -> dict[str, float]:
        """The loss on the held-out pictures, or else on the training pictures, always with the same noise."""
        times = torch.linspace(50, 950, EVALUATIONS).long().clamp(max=self._scheduler.config.num_train_timesteps - 1)
        generator = torch.Generator().manual_seed(_derive_seed(0, "evaluation"))
        noise = torch.randn((EVALUATIONS, *self._trained[0].latents.shape[1:]), generator=generator)
        total = 0.0
        with torch.no_grad():
            for index in range(EVALUATIONS):
                picture = self._evaluated[index % len(self._evaluated)]
                one = slice(index, index + 1)
                total += self._loss(picture.latents[:1], noise[one], times[one], picture.text_embedding).item()
        self.losses[self._evaluated_metric] = total / EVALUATIONS
        return {self._evaluated_metric: total / EVALUATIONS}

    def _after_step(self, loss: float) -> None:
        last = self.step == self.parameters.steps
        metrics = {"train_loss": loss}
        if last or self.step % self.parameters.evaluate_every == 0:
            metrics |= self._evaluate() | {"learning_rate": self._rate(self.step - 1)}
        every = self.parameters.sample_every
        wishes = self._take_wishes()
        sample = self._sample() if wishes.sample or (every and self.step % every == 0) else None
        checkpoint = wishes.save or last or self.step % self.parameters.checkpoint_every == 0
        if checkpoint:
            self._save()
        self._report(metrics, sample=sample, checkpoint=checkpoint)

    def _report(
        self, metrics: dict[str, float], *, sample: bytes | None = None, checkpoint: bool = False, note: str = ""
    ) -> None:
        steps = self.parameters.steps
        self._on_progress(
            TrainProgress(step=self.step, steps=steps, metrics=metrics, sample=sample, checkpoint=checkpoint, note=note)
        )

    def _sample(self) -> bytes:
        """Generate the first caption with the current state of the LoRA."""
        side = self.parameters.resolution
        generator = torch.Generator().manual_seed(_derive_seed(self.seed, "sample"))
        caption = self._trained[0].caption
        output = self._pipe(caption, num_inference_steps=SAMPLE_STEPS, width=side, height=side, generator=generator)
        return encode_png(output.images[0])

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
        checkpoints.save_checkpoint(self.folder, Checkpoint(tensors, facts))
        self._saved_step = self.step

    def _identity(self) -> dict[str, Any]:
        """The facts that identify this run among others: model, seed, training data and parameters."""
        digest = hashlib.sha256()
        for picture in self._trained:
            digest.update(picture.latents.numpy().tobytes() + picture.caption.encode())
        return {"model": self.model, "seed": self.seed, "lessons": digest.hexdigest(), **asdict(self.parameters)}

    def _use_less_memory(self) -> None:
        """Halve the pictures per pass; at one, enable gradient checkpointing; after that, give up."""
        self._optimizer.zero_grad(set_to_none=True)
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        if self._at_once > 1:
            self._at_once //= 2
            self._report({}, note=f"Out of memory: now {self._at_once} pictures per pass.")
        elif not self._pipe.unet.is_gradient_checkpointing:
            self._enable_gradient_checkpointing()
            self._report({}, note="Out of memory: now with gradient checkpointing, which is slower.")
        else:
            raise torch.OutOfMemoryError

    def _enable_gradient_checkpointing(self) -> None:
        self._pipe.unet.enable_gradient_checkpointing()
        self._pipe.unet.train()


def _derive_seed(seed: int, purpose: int | str) -> int:
    """A generator seed below 2**63, different for each purpose and each step."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{purpose}".encode()).digest()[:8]) >> 1
