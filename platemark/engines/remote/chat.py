"""A picture described by a model behind ``/v1/chat/completions``, as OpenAI made it known: vLLM, llama.cpp, Ollama."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

from platemark.engines import pictures
from platemark.engines.base import CaptionRequest, EngineError, ShouldCancel, Tag
from platemark.engines.remote.calls import Service

PATH = "/v1/chat/completions"
LONGEST_SIDE = 1024
MOST_TAGS = 20
SENTENCE = (
    "Describe this picture in one plain sentence, as a caption to train an image model with: what it shows, how it is "
    "made, its colours and its light. Answer with the sentence alone."
)
AND_TAGS = (
    " Then, on a line of its own that begins with 'Tags:', name up to twelve things that hold of the picture, each in "
    "one to three words, separated by commas."
)
THOUGHTS = re.compile(r"<think>.*?(</think>|\Z)", re.DOTALL)
TAGS = re.compile(r"^\W*tags\W*:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the tags that came with it, and the model's name as the server tells it."""

    text: str
    tags: tuple[Tag, ...]
    model: str


def ask(service: Service, model: str, request: CaptionRequest, should_cancel: ShouldCancel) -> Said:
    """What ``model`` says of the picture. EngineError ``picture_refused`` where it would rather not."""
    picture = base64.b64encode(pictures.as_jpeg(request.path, LONGEST_SIDE)).decode()
    words = SENTENCE + AND_TAGS if request.tags else SENTENCE
    content = [
        {"type": "text", "text": words},
        {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{picture}"}},
    ]
    asked = {"model": model, "messages": [{"role": "user", "content": content}]}
    try:
        answer = service.ask_patiently(PATH, {**asked, "temperature": 0}, should_cancel)
    except EngineError as error:
        if error.code != "server_refused" or "temperature" not in str(error):
            raise
        answer = service.ask_patiently(PATH, asked, should_cancel)  # some models have but the one they come with
    text, tags = _parted(_content(answer))
    named = _object(answer).get("model")
    return Said(text, tags if request.tags else (), named if isinstance(named, str) and named else model)


def _content(answer: Any) -> str:
    """The words of the first choice, without the thoughts that some models think aloud."""
    choices = _object(answer).get("choices")
    choice = _object(choices[0] if isinstance(choices, list) and choices else None)
    message = _object(choice.get("message"))
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise EngineError("picture_refused", "The model would not describe the picture.")
    content = message.get("content")
    if isinstance(content, list):
        texts = (_object(part).get("text") for part in content)
        content = " ".join(text for text in texts if isinstance(text, str))
    if not isinstance(content, str):
        raise EngineError("bad_answer", "The picture server sent no words; is it another kind of server?")
    return THOUGHTS.sub("", content)


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _parted(content: str) -> tuple[str, tuple[Tag, ...]]:
    """The sentence, and the tags after it; a model that names none on a line of their own has none."""
    found = TAGS.search(content)
    if found is None:
        return content.strip(), ()
    named = (word.strip(" .*#\"'\t") for word in re.split(r"[,;\n]", content[found.end() :]))
    tags = tuple(dict.fromkeys(word.lower() for word in named if word))[:MOST_TAGS]
    return content[: found.start()].strip(), tuple(map(Tag, tags))
