"""The validation of requests against the engine: what it cannot do is refused, never ignored."""

from __future__ import annotations

from platemark.adapters.bases import ModelFamilies, read_families
from platemark.adapters.pinned import find_adapter_problems
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities, Engine
from platemark.engines.registry import Engines, check_health
from platemark.errors import Finding, Unprocessable
from platemark.jobs.requests import DEFAULT_GUIDANCE, DEFAULT_STEPS, LARGEST_SEED, GenerateJob


def check(work: UnitOfWork, engines: Engines, *requests: GenerateJob) -> None:
    """Raise Unprocessable if an engine is unknown, unavailable, or cannot do what one of ``requests`` asks."""
    for name in dict.fromkeys(request.engine for request in requests):
        engine = engines.get(name)
        check_health(engine)
        capabilities = engine.capabilities()
        on_engine = [request for request in requests if request.engine == name]
        families = read_families(work, engine, [adapter for request in on_engine for adapter in request.adapters])
        for request in on_engine:
            _check_limits(engine, capabilities, families, request)


def _check_limits(engine: Engine, capabilities: Capabilities, families: ModelFamilies, request: GenerateJob) -> None:
    findings = [*_limit_findings(capabilities, request), *_support_findings(capabilities, request)]
    findings += find_adapter_problems(capabilities.adapter_formats, request.adapters)
    findings += families.find_problems(request.model, request.adapters)
    if request.seed is not None and request.seed > LARGEST_SEED - (request.count - 1):
        message = f"{request.count} consecutive seeds from here exceed the maximum of {LARGEST_SEED}."
        findings.append(Finding("/seed", message, "seed_too_large"))
    if findings:
        detail = f"The engine {engine.name} cannot do this: {findings[0].message}"
        raise Unprocessable("engine_limits", detail, findings)


def _limit_findings(capabilities: Capabilities, request: GenerateJob) -> list[Finding]:
    findings = []
    for name, side in (("width", request.width), ("height", request.height)):
        if not capabilities.min_side <= side <= capabilities.max_side:
            message = f"The {name} must be {capabilities.min_side} … {capabilities.max_side}."
            findings.append(Finding(f"/{name}", message, f"{name}_limit"))
        elif side % capabilities.side_multiple:
            message = f"The {name} must be a multiple of {capabilities.side_multiple}."
            findings.append(Finding(f"/{name}", message, f"{name}_multiple"))
    if request.steps > capabilities.max_steps:
        findings.append(Finding("/steps", f"It takes at most {capabilities.max_steps} steps.", "steps_limit"))
    return findings


def _support_findings(capabilities: Capabilities, request: GenerateJob) -> list[Finding]:
    findings = []
    if "generate" not in capabilities.kinds:
        findings.append(Finding("/kind", "It does not generate images.", "kind_unsupported"))
    if request.negative_prompt and not capabilities.negative_prompt:
        message = "It does not support negative prompts."
        findings.append(Finding("/negative_prompt", message, "negative_prompt_unsupported"))
    if request.guidance_scale != DEFAULT_GUIDANCE and not capabilities.guidance_scale:
        message = "It does not support a guidance scale."
        findings.append(Finding("/guidance_scale", message, "guidance_scale_unsupported"))
    if request.steps != DEFAULT_STEPS and not capabilities.steps:
        findings.append(Finding("/steps", "It does not support a number of steps.", "steps_unsupported"))
    return findings
