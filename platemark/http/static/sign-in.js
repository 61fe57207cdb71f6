// Sign-in by password, or by the one-time token in the fragment of a link: browsers never send a fragment, so no log has it.
import { base } from "/assets/contract.js";

const message = document.querySelector("#message");

async function signIn(body) {
  const response = await fetch(`${base}/auth/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.ok) {
    location.replace("/");
  } else {
    message.textContent = (await response.json()).detail;
  }
}

const token = new URLSearchParams(location.hash.slice(1)).get("token");
if (token) {
  history.replaceState(null, "", "/sign-in");
  signIn({ method: "link", token });
}

document.querySelector("#form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  signIn({ method: "password", name: form.get("name"), password: form.get("password") });
});
