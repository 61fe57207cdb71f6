// Ctrl+Shift+B: a window to report a bug from, with what the page knows of it. Load it before what it is to watch.
// Nothing leaves before somebody presses "Send"; the server takes secrets out before it stores anything.
import { base, csrfHeader } from "/assets/contract.js";

const MOST_LOGS = 100;
const MOST_REQUESTS = 50;
const MOST_LETTERS = 4000;
const BODIES = /json|text|xml/;

const logs = [];
const requests = [];
const keep = (list, most, item) => { list.push(item); if (list.length > most) list.shift(); };
const cut = (text) => String(text ?? "").replaceAll("\0", "").slice(0, MOST_LETTERS);
const now = () => new Date().toISOString();

function log(level, values, source = null) {
  const error = values.find((value) => value instanceof Error);
  const message = cut(values.map((value) => (typeof value === "object" && !(value instanceof Error) ? JSON.stringify(value) : value)).join(" "));
  keep(logs, MOST_LOGS, { level, message, timestamp: now(), source, stack: error?.stack ? cut(error.stack) : null });
}

for (const level of ["error", "warn", "info", "log"]) {
  const original = console[level];
  console[level] = (...values) => {
    original.apply(console, values);
    try { log(level === "log" ? "info" : level, values); } catch { /* what cannot be written down is not kept */ }
  };
}
addEventListener("error", (event) => log("error", [event.error ?? event.message], cut(`${event.filename}:${event.lineno}:${event.colno}`).slice(0, 1000)));
addEventListener("unhandledrejection", (event) => log("error", [event.reason]));

const fetchIt = window.fetch;
window.fetch = async (...given) => {
  const [to, options] = given;
  const { href } = new URL(to.url ?? to, location.href);
  const event = { method: options?.method ?? to.method ?? "GET", url: href, started_at: now(), status: null, error: null };
  const began = performance.now();
  keep(requests, MOST_REQUESTS, event);
  try {
    const answer = await fetchIt(...given);
    event.status = answer.status;
    event.trace_id = answer.headers.get("x-trace-id");
    if (!answer.ok) await tellBody(event, answer.clone());
    return answer;
  } catch (error) {
    event.error = cut(error);
    throw error;
  } finally {
    event.duration_ms = Math.round(performance.now() - began);
  }
};

async function tellBody(event, answer) {
  const kind = answer.headers.get("content-type") ?? "";
  event.response_headers = { "content-type": kind };
  if (BODIES.test(kind)) event.response_body = cut(await answer.text());
}

function submission(words) {
  const failed = requests.findLast((event) => event.trace_id && (event.status ?? 0) >= 400);
  return {
    ...words,
    environment: { mode: "page" },
    client_meta: {
      location_href: location.href,
      user_agent: navigator.userAgent,
      platform: navigator.platform,
      language: navigator.language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      viewport: { width: innerWidth, height: innerHeight, device_pixel_ratio: devicePixelRatio },
    },
    recent_logs: logs,
    network_events: requests,
    trace_id: failed?.trace_id ?? null,
  };
}

const WINDOW = `
  <form method="dialog" class="report">
    <h2>Report a bug</h2>
    <label>What is wrong? <textarea name="description" rows="3" maxlength="20000" required autofocus></textarea></label>
    <label>What should have happened? <textarea name="expected_behavior" rows="2" maxlength="20000"></textarea></label>
    <label>What happened instead? <textarea name="actual_behavior" rows="2" maxlength="20000"></textarea></label>
    <label>How can one see it again, step by step? <textarea name="steps_to_reproduce" rows="3" maxlength="20000"></textarea></label>
    <label>A screenshot (PNG); what can be seen in it is kept <input type="file" name="screenshot" accept="image/png"></label>
    <details><summary>What is sent with it</summary><pre></pre></details>
    <p role="status" class="quiet">What looks like a password or a key is taken out before anything is stored.</p>
    <p><button name="send">Send</button> <button type="button" name="close">Close</button></p>
  </form>`;

let dialog;
function open() {
  dialog ??= build();
  const { pre } = parts();
  pre.textContent = JSON.stringify(submission({}), null, 2);
  if (!dialog.open) dialog.showModal();
}

function parts() {
  const [form] = dialog.getElementsByTagName("form");
  return { form, status: form.querySelector("[role=status]"), pre: form.querySelector("pre") };
}

function build() {
  const made = document.createElement("dialog");
  made.innerHTML = WINDOW;
  made.querySelector("[name=close]").addEventListener("click", () => made.close());
  made.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  document.body.append(made);
  return made;
}

async function send() {
  const { form, status } = parts();
  form.send.disabled = true;
  try {
    status.textContent = told(await post(submission(await wordsOf(form))));
    form.reset();
  } catch (error) {
    status.textContent = error.message;
  } finally {
    form.send.disabled = false;
  }
}

async function wordsOf(form) {
  const words = {};
  for (const field of form.querySelectorAll("textarea")) if (field.value.trim()) words[field.name] = field.value;
  const [file] = form.screenshot.files;
  if (file) words.screenshot = await dataUrl(file);
  return words;
}

function dataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

async function post(body) {
  const { user, csrf_token: token } = await (await fetchIt(`${base}/auth/status`)).json();
  if (!user) throw new Error("Sign in first, then report it.");
  const headers = { "Content-Type": "application/json", [csrfHeader]: token };
  const answer = await fetchIt(`${base}/bug-reports`, { method: "POST", headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail);
  return said;
}

function told({ id, duplicate_of: first, redaction_count: count }) {
  const secrets = count ? ` ${count} ${count === 1 ? "thing that looked" : "things that looked"} like a secret ${count === 1 ? "was" : "were"} taken out.` : "";
  return `Thank you. It is report ${id}${first ? ", and somebody reported it before you" : ""}.${secrets}`;
}

addEventListener("keydown", (event) => {
  if (!event.ctrlKey || !event.shiftKey || event.key.toLowerCase() !== "b") return;
  event.preventDefault();
  open();
});
