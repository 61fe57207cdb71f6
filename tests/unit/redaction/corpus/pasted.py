"""Secrets in the forms that people paste, and lookalikes of them."""

from __future__ import annotations

import base64
import json
import string
import textwrap

from tests.unit.redaction.corpus.builders import (
    HEX,
    UPPER,
    URLSAFE,
    Lookalike,
    Planter,
    app_state,
    description,
    fake,
    jwt,
    log_line,
    request,
    steps,
)

LOWER = string.ascii_lowercase + string.digits
plant = Planter()

# Passwords, announced in other languages
ANNOUNCEMENTS = (
    "Mein Passwort lautet {}.", "Kennwort ist {}", "la contraseña es {}", "contraseña: {}", "mot de passe : {}",
    "le mot de passe est {}", "a senha é {}", "hasło: {}", "moje hasło to {}", "пароль: {}", "мой пароль {}",
    "密码：{}",
    "密码是{}", "パスワード：{}", "パスワードは{}です", "비밀번호: {}", "wachtwoord: {}", "lösenord: {}", "heslo je {}",
    "şifre: {}", "mật khẩu: {}",
)  # fmt: skip
for announcement in ANNOUNCEMENTS:
    secret = fake(announcement, 11)
    plant("password", f"description, {announcement}", secret, description(announcement.format(secret)))

# Tokens in addresses
secret = fake("bot", 35, URLSAFE)
plant("service_key", "address of a bot", secret, request(f"https://api.example.org/bot7310254896:{secret}/getMe"))
secret = fake("bot file", 35, URLSAFE)
plant("service_key", "log line, a bot's file", secret, log_line(f"GET /file/bot7310254896:{secret}/photo.jpg 404"))
uuids = "0192e4a0-7c00-7000-8000-000000000021@0192e4a0-7c00-7000-8000-000000000022"
secret = fake("teams", 32, HEX)
plant(
    "webhook",
    "log line, a chat's webhook",
    secret,
    log_line(f"POST https://acme.webhook.office.com/webhookb2/{uuids}/IncomingWebhook/{secret}/0192e4a0"),
)
secret = fake("mattermost", 26, LOWER)
plant("webhook", "steps, a chat's webhook", secret, steps(f"curl -d '{{}}' https://chat.example.org/hooks/{secret}"))
secret = fake("zapier", 8, LOWER)
plant("webhook", "app state", secret, app_state(notify=f"https://hooks.example.org/hooks/catch/1234567/{secret}"))
secret = fake("applet", 22)
plant("webhook", "address of an applet", secret, request(f"https://maker.example.org/trigger/x/with/key/{secret}"))

# JWTs, glued or wrapped
whole = jwt("glued")
plant("jwt", "log line, glued to a word", whole[4:], log_line(f"tokenIs{whole} and more"))
whole = jwt("wrapped mail")
wrapped = textwrap.fill(whole, 60, break_on_hyphens=False)
plant("jwt", "description, wrapped", wrapped[64:110], description(f"It sends\n{wrapped}\n\nand stops."))
whole = jwt("wrapped shell")
continued = " \\\n".join(textwrap.wrap(whole, 50, break_on_hyphens=False)).replace(" \\", "\\")
plant("jwt", "steps, continued lines", continued[54:90], steps(f"curl -d {continued}"))

# Values of several lines
secret = fake("triple", 14)
plant("password", "description, triple quotes", secret, description(f'password = """\n{secret}\n"""'))
secret = fake("triple secret", 14)
plant("secret", "stack, triple quotes", secret, log_line("x", stack=f"CLIENT_SECRET = '''first line\n{secret}'''"))
secret = fake("block", 14)
plant("password", "description, YAML block", secret, description(f"password: |\n  first1line\n  {secret}\nsteps: 4"))
secret = fake("folded", 24)
plant("api_key", "description, folded YAML", secret, description(f"api_key: >-\n  {secret}\nsteps: 4"))


def encoded(value: object) -> str:
    return base64.b64encode(json.dumps(value).encode()).decode()


secret = encoded({"user": "ada", "password": fake("encoded", 12)})
plant("secret", "log line, JSON in Base64", secret, log_line(f"config {secret} loaded"))
secret = encoded([{"name": "remote", "client_secret": fake("encoded list", 12)}])
plant("secret", "app state, JSON in Base64", secret, app_state(config=secret))

# Mail, payment and cloud
secret = f"{fake('mail api', 64, HEX)}-{fake('mail api end', 16)}"
plant("mail_key", "log line", f"xkeysib-{secret}", log_line(f"mail: xkeysib-{secret} refused"))
secret = f"re_{fake('resend', 8)}_{fake('resend end', 24)}"
plant("mail_key", "app state", secret, app_state(mail=secret))
secret = f"pi_3{fake('intent', 20)}_secret_{fake('intent end', 25)}"
plant("stripe_key", "response body", secret, request(response_body={"next": secret}))
secret = f"access_token$production${fake('braintree', 16, LOWER)}${fake('braintree end', 32, HEX)}"
plant("payment_key", "log line", secret, log_line(f"gateway {secret} refused"))
secret = fake("square", 64, URLSAFE, "EAAA")
plant("payment_key", "description", secret, description(f"It logs {secret}."))
secret = fake("mollie", 30, prefix="live_")
plant("payment_key", "steps", secret, steps(f"platemark pay {secret}"))
secret = f"{fake('azure', 3)}8Q~{fake('azure end', 34)}"
plant("cloud_key", "description", secret, description(f"The app's value is {secret}"))
secret = fake("alibaba", 20, prefix="LTAI")
plant("cloud_key", "log line", secret, log_line(f"oss {secret} denied"))
secret = fake("planet", 43, URLSAFE, "pscale_tkn_")
plant("cloud_key", "app state", secret, app_state(database=secret))
secret = fake("fly", 43, UPPER, "fo1_")
plant("cloud_key", "steps", secret, steps(f"fly deploy with {secret}"))


def _lookalike(text: str) -> Lookalike:
    return Lookalike(f"pasted, {text[:40]}", text, description(text))


LOOKALIKES = [
    _lookalike(text)
    for text in (
        "Das Passwort ist falsch, das Feld bleibt leer", "Passwort vergessen?", "mot de passe oublié ?",
        "mot de passe : obligatoire", "le mot de passe est requis",
        "la contraseña es incorrecta", "a senha é obrigatória",
        "hasło jest za krótkie", "пароль неверный", "пароль: обязательное поле", "密码错误", "密码是必填项",
        "パスワードを忘れた", "パスワードは必須です", "https://example.org/bots/123456789/about",
        "https://example.org/hooks/useEffect", "src/hooks/pre-commit.sh", "https://example.org/workflows/run/12",
        "https://git.example.org/ada/webhooks/issues/12", "/IncomingWebhook/ is missing",
        "re_render_component_of_the_grid",
        "test_a_picture_is_drawn_twice_from_its_seed", "live_preview_of_a_picture_that_is_drawn",
        "eyJust.a.word.of.mine",
        'the docs say """a password""" here', "prompt: |\n  a secret garden\n  at dawn", "Q~A, a label",
    )
] + [
    Lookalike("pasted, a cursor in Base64", encoded({"after": "0192e4a0", "n": 50}), description(
        "It asks for " + encoded({"after": "0192e4a0", "n": 50}))),
]  # fmt: skip
