"""Captions from a vision model behind ``/v1/chat/completions``, the OpenAI protocol: vLLM, llama.cpp, Ollama."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

from platemark.engines.base import CaptionRequest, EngineError, ShouldCancel, Tag
from platemark.engines.picture_loading import encode_jpeg
from platemark.engines.remote.answers import unexpected
from platemark.engines.remote.http_client import ServerClient

PATH = "/v1/chat/completions"
LONGEST_SIDE = 1024
MAX_TAGS = 20
CAPTION_PROMPT = (
    "Describe this picture in one plain sentence, as a caption to train an image model with: what it shows, how it is "
    "made, its colours and its light. Answer with the sentence alone."
)
TAGS_PROMPT = (
    " Then, on a line of its own that begins with 'Tags:', name up to twelve things that hold of the picture, each in "
    "one to three words, separated by commas."
)
REASONING = re.compile(r"<think>.*?(</think>|\Z)", re.DOTALL)
TAGS_LINE = re.compile(r"^\W*tags\W*:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ChatCaption:
    """A caption, its tags, and the model's name as the server reports it."""

    text: str
    tags: tuple[Tag, ...]
    model: str


def request_caption(
    client: ServerClient, model: str, request: CaptionRequest, should_cancel: ShouldCancel
) -> ChatCaption:
    """Ask ``model`` to caption the picture. EngineError ``picture_refused`` if the model declines."""
    picture = base64.b64encode(encode_jpeg(request.path, LONGEST_SIDE)).decode()
    prompt = CAPTION_PROMPT + TAGS_PROMPT if request.tags else CAPTION_PROMPT
    content = [
        {"type": "text", "text": prompt},
        {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{picture}"}},
    ]
    body = {"model": model, "messages": [{"role": "user", "content": content}]}
    try:
        response = client.post_cancellable(PATH, {**body, "temperature": 0}, should_cancel)
    except EngineError as error:
        if error.code != "server_refused" or "temperature" not in str(error):
            raise
        response = client.post_cancellable(PATH, body, should_cancel)  # some models accept only their own temperature
    text, tags = _split_tags(_content(response))
    reported = _as_object(response).get("model")
    reported_model = reported if isinstance(reported, str) and reported else model
    return ChatCaption(text, tags if request.tags else (), reported_model)


def _content(response: Any) -> str:
    """The text of the first choice, without the reasoning that some models include."""
    choices = _as_object(response).get("choices")
    choice = _as_object(choices[0] if isinstance(choices, list) and choices else None)
    message = _as_object(choice.get("message"))
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise EngineError("picture_refused", "The model declined to describe the picture.")
    content = message.get("content")
    if isinstance(content, list):
        texts = (_as_object(part).get("text") for part in content)
        content = " ".join(text for text in texts if isinstance(text, str))
    if not isinstance(content, str):
        raise unexpected(response, "The image server sent no text; is it another kind of server?")
    return REASONING.sub("", content)


def _as_object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _split_tags(content: str) -> tuple[str, tuple[Tag, ...]]:
    """Split the content into the sentence and the tags; no tags without a line that begins with ``Tags:``."""
    match = TAGS_LINE.search(content)
    if match is None:
        return content.strip(), ()
    names = (name.strip(" .*#\"'\t") for name in re.split(r"[,;\n]", content[match.end() :]))
    tags = tuple(dict.fromkeys(name.lower() for name in names if name))[:MAX_TAGS]
    return content[: match.start()].strip(), tuple(map(Tag, tags))
