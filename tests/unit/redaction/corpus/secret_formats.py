"""Secrets recognisable by their format, in places of all sorts, and secrets in screenshots."""

from __future__ import annotations

from tests.unit.redaction.corpus.builders import (
    ALNUM,
    BASE64,
    HEX,
    UPPER,
    URLSAFE,
    Planter,
    app_state,
    description,
    fake,
    jwt,
    log_line,
    png,
    png_with_exif,
    png_with_text_chunk,
    private_key,
    request,
    request_headers,
    response_headers,
    steps,
)

plant = Planter()

# Keys by shape, in places of all sorts
secret = jwt("jwt 1")
plant("jwt", "description", secret, description(f"The page showed {secret} instead of my name."))
secret = jwt("jwt 2")
plant("jwt", "log line", secret, log_line(f"token expired: {secret}"))
secret = jwt("jwt 3")
plant("jwt", "app state, no telling name", secret, app_state(cache={"entries": [{"k": "who", "v": secret}]}))
secret = jwt("jwt 4")
plant("jwt", "path of a request", secret, request(f"https://h.example.com/verify/{secret}/done"))
secret = fake("aws 1", 16, UPPER, "AK" + "IA")
plant("aws_key", "description", secret, description(f"I use {secret} for the bucket."))
secret = fake("aws 2", 16, UPPER, "AS" + "IA")
plant("aws_key", "log line", secret, log_line(f"SignatureDoesNotMatch for {secret}"))
secret = fake("aws 3", 40, BASE64)
plant("aws_key", "steps, an environment variable", secret, steps(f"export AWS_SECRET_ACCESS_KEY={secret}"))
secret = fake("github 1", 36, ALNUM, "gh" + "p_")
plant("github_token", "steps", secret, steps(f"git clone https://github.com/ada/x with {secret}"))
secret = fake("github 2", 36, ALNUM, "gh" + "s_")
plant("github_token", "response body", secret, request(response_body={"note": f"pushed with {secret}"}))
secret = fake("github 3", 60, ALNUM, "github" + "_pat_")
plant("github_token", "a name in the app state", secret, app_state(seen={secret: True}))
secret = fake("github 4", 36, ALNUM, "gh" + "o_")
plant("github_token", "after an escaped newline", secret, request(response_body="line 1\\n" + secret + "\\nline 3"))
secret = fake("slack 1", 40, ALNUM, "xo" + "xb-123456789012-")
plant("slack_token", "log line", secret, log_line(f"posting with {secret} failed"))
secret = "/".join((fake("slack 2", 9, UPPER, "T"), fake("slack 3", 9, UPPER, "B"), fake("slack 4", 24)))
plant("webhook", "address of a request", secret, request(f"https://hooks.slack.com/services/{secret}"))
secret = fake("discord", 68, URLSAFE)
plant(
    "webhook",
    "network error",
    secret,
    request(error=f"POST https://discord.com/api/webhooks/123456789012345678/{secret} 404"),
)
secret = fake("stripe", 24, ALNUM, "sk_" + "live_")
plant("stripe_key", "app state", secret, app_state(billing={"note": secret}))
secret = fake("google", 35, URLSAFE, "AI" + "za")
plant("google_key", "address of a request", secret, request(f"https://maps.example.com/api?key={secret}&v=3"))
secret = fake("google 2", 60, URLSAFE, "ya" + "29.")
plant("google_key", "request header", secret, request_headers(X_Upstream=secret))
secret = fake("openai", 48, ALNUM, "sk" + "-")
plant("ai_key", "description", secret, description(f"With {secret} the engine says 401"))
secret = fake("anthropic", 80, URLSAFE, "sk" + "-ant-api03-")
plant("ai_key", "log data", secret, log_line("engine", data={"argv": ["run", secret]}))
secret = fake("hf", 34, ALNUM, "hf" + "_")
plant("ai_key", "environment of the client", secret, {"environment": {"mode": f"production {secret}"}})
secret = fake("gitlab", 20, URLSAFE, "gl" + "pat-")
plant("gitlab_token", "stack", secret, log_line("failed", stack=f"Error\n    at clone ({secret})"))
secret = fake("npm", 36, ALNUM, "np" + "m_")
plant("package_token", "steps", secret, steps(f"//registry.npmjs.org/:_authToken={secret}"))
secret = fake("pypi", 120, URLSAFE, "py" + "pi-AgEIcHlwaS5vcmc")
plant("package_token", "description", secret, description(f"twine upload -p {secret}"))
secret = f"SG.{fake('sendgrid', 22, URLSAFE)}.{fake('sendgrid 2', 43, URLSAFE)}"
plant("mail_key", "log line", secret, log_line(f"mail refused ({secret})"))
secret = fake("twilio", 32, HEX, "S" + "K")
plant("twilio_key", "app state, a list", secret, app_state(parts=["AC", secret]))
secret = fake("digitalocean", 64, HEX, "dop" + "_v1_")
plant("service_key", "user agent", secret, {"client_meta": {"user_agent": f"studio/1.0 ({secret})"}})
secret = fake("vault", 90, URLSAFE, "hv" + "s.")
plant("service_key", "response header", secret, response_headers(X_Info=secret))
secret = fake("platemark 1", 43, URLSAFE, "pm" + "_")
plant("api_token", "description", secret, description(f"platemark token create gave me {secret} and then it broke"))
secret = fake("platemark 2", 43, URLSAFE, "pm" + "_")
plant(
    "api_token",
    "response body, as createApiToken answers",
    secret,
    request(response_body={"prefix": secret[:8], "value": secret}),
)

# Private keys
block, line = private_key("rsa")
plant("private_key", "description", line, description(f"I pasted this:\n{block}\nand it broke."))
block, line = private_key("openssh", "OPENSSH ")
plant("private_key", "log line, escaped newlines", line, log_line("read " + block.replace("\n", "\\n")))
block, line = private_key("ec", "EC ")
plant("private_key", "request body, JSON", line, request(request_body={"tls": {"pem": block}}))
block, line = private_key("cut key")
plant("private_key", "app state, cut off", line, app_state(file={"text": block[:360]}))

# Cards
plant(
    "credit_card",
    "description",
    "4111 1111 " + "1111 1111",
    description("I paid with 4111 1111 " + "1111 1111, twice."),
)
plant(
    "credit_card",
    "request body, JSON",
    "5555555555" + "554444",
    request(request_body={"pan": "5555555555" + "554444"}),
)
plant(
    "credit_card",
    "app state, a number",
    "40128888" + "88881881",
    app_state(order={"paid_with": int("40128888" + "88881881")}),
)
plant(
    "credit_card",
    "request body, a form",
    "3782822463" + "10005",
    request(request_body="holder=Ada&pan=3782822463" + "10005"),
)
plant("credit_card", "log line", "6011-1111-" + "1111-1117", log_line("charge 6011-1111-" + "1111-1117 refused"))

# In addresses before the host
secret = fake("dsn", 16)
plant(
    "url_credentials",
    "log line",
    secret,
    log_line(f"cannot connect to postgresql://platemark:{secret}@db:5432/platemark"),
)
secret = fake("redis", 16)
plant("url_credentials", "steps", secret, steps(f"PLATEMARK_BROKER_URL=redis://:{secret}@queue:6379/0 platemark up"))
secret = fake("userinfo", 16)
plant(
    "url_credentials",
    "address of a request",
    secret,
    request(f"https://ada:{secret}@studio.example.com/api/v1/albums"),
)
secret = fake("userinfo token", 40)
plant(
    "url_credentials",
    "stack",
    secret,
    log_line("failed", stack=f"Error\n    at https://{secret}@h.example.com/x.js:1:1"),
)

# In the screenshot's file
secret = fake("shot 1", 40)
plant("screenshot", "text of the PNG", secret, {"screenshot": png_with_text_chunk(secret)})
secret = fake("shot 2", 40)
plant("screenshot", "EXIF of the PNG", secret, {"screenshot": png_with_exif(secret)})
secret = fake("shot 3", 40)
plant("screenshot", "behind the PNG's end", secret, {"screenshot": png(behind=secret.encode())})
