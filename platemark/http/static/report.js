// Ctrl+Shift+B opens a dialog for bug reports with recent log messages and requests of the page. Load this first.
// Nothing is sent before the user presses "Send"; the server removes secrets before it stores a report.
import { base, csrfHeader } from "/assets/contract.js";

const MAX_LOGS = 100;
const MAX_REQUESTS = 50;
const MAX_LENGTH = 4000;
const TEXT_TYPES = /json|text|xml/;

const logs = [];
const requests = [];
const pushLimited = (list, max, item) => { list.push(item); if (list.length > max) list.shift(); };
const truncate = (text) => String(text ?? "").replaceAll("\0", "").slice(0, MAX_LENGTH);
const now = () => new Date().toISOString();

function log(level, values, source = null) {
  const error = values.find((value) => value instanceof Error);
  const message = truncate(values.map((value) => (typeof value === "object" && !(value instanceof Error) ? JSON.stringify(value) : value)).join(" "));
  pushLimited(logs, MAX_LOGS, { level, message, timestamp: now(), source, stack: error?.stack ? truncate(error.stack) : null });
}

for (const level of ["error", "warn", "info", "log"]) {
  const original = console[level];
  console[level] = (...values) => {
    original.apply(console, values);
    try { log(level === "log" ? "info" : level, values); } catch { /* a value that cannot be serialized is not recorded */ }
  };
}
addEventListener("error", (event) => log("error", [event.error ?? event.message], truncate(`${event.filename}:${event.lineno}:${event.colno}`).slice(0, 1000)));
addEventListener("unhandledrejection", (event) => log("error", [event.reason]));

const originalFetch = window.fetch;
window.fetch = async (...parameters) => {
  const [target, options] = parameters;
  const { href } = new URL(target.url ?? target, location.href);
  const event = { method: options?.method ?? target.method ?? "GET", url: href, started_at: now(), status: null, error: null };
  const started = performance.now();
  pushLimited(requests, MAX_REQUESTS, event);
  try {
    const response = await originalFetch(...parameters);
    event.status = response.status;
    event.trace_id = response.headers.get("x-trace-id");
    if (!response.ok) await recordBody(event, response.clone());
    return response;
  } catch (error) {
    event.error = truncate(error);
    throw error;
  } finally {
    event.duration_ms = Math.round(performance.now() - started);
  }
};

async function recordBody(event, response) {
  const mediaType = response.headers.get("content-type") ?? "";
  event.response_headers = { "content-type": mediaType };
  if (TEXT_TYPES.test(mediaType)) event.response_body = truncate(await response.text());
}

function submission(fields) {
  const failed = requests.findLast((event) => event.trace_id && (event.status ?? 0) >= 400);
  return {
    ...fields,
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

const DIALOG = `
  <form method="dialog" class="report">
    <h2>Report a bug</h2>
    <label>What is wrong? <textarea name="description" rows="3" maxlength="20000" required autofocus></textarea></label>
    <label>What should have happened? <textarea name="expected_behavior" rows="2" maxlength="20000"></textarea></label>
    <label>What happened instead? <textarea name="actual_behavior" rows="2" maxlength="20000"></textarea></label>
    <label>How can it be reproduced, step by step? <textarea name="steps_to_reproduce" rows="3" maxlength="20000"></textarea></label>
    <label>A screenshot (PNG); secrets visible in it are not removed <input type="file" name="screenshot" accept="image/png"></label>
    <details><summary>Details sent with the report</summary><pre></pre></details>
    <p role="status" class="quiet">Anything that looks like a password or a key is removed before the report is stored.</p>
    <p><button name="send">Send</button> <button type="button" name="close">Close</button></p>
  </form>`;

let dialog;
function open() {
  dialog ??= createDialog();
  const { pre } = dialogElements();
  pre.textContent = JSON.stringify(submission({}), null, 2);
  if (!dialog.open) dialog.showModal();
}

function dialogElements() {
  const [form] = dialog.getElementsByTagName("form");
  return { form, status: form.querySelector("[role=status]"), pre: form.querySelector("pre") };
}

function createDialog() {
  const created = document.createElement("dialog");
  created.innerHTML = DIALOG;
  created.querySelector("[name=close]").addEventListener("click", () => created.close());
  created.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  document.body.append(created);
  return created;
}

async function send() {
  const { form, status } = dialogElements();
  form.send.disabled = true;
  try {
    status.textContent = receiptText(await post(submission(await readFields(form))));
    form.reset();
  } catch (error) {
    status.textContent = error.message;
  } finally {
    form.send.disabled = false;
  }
}

async function readFields(form) {
  const fields = {};
  for (const field of form.querySelectorAll("textarea")) if (field.value.trim()) fields[field.name] = field.value;
  const [file] = form.screenshot.files;
  if (file) fields.screenshot = await dataUrl(file);
  return fields;
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
  const { user, csrf_token: token } = await (await originalFetch(`${base}/auth/status`)).json();
  if (!user) throw new Error("Sign in to send a report.");
  const headers = { "Content-Type": "application/json", [csrfHeader]: token };
  const response = await originalFetch(`${base}/bug-reports`, { method: "POST", headers, body: JSON.stringify(body) });
  const result = await response.json();
  if (!response.ok) throw new Error(result.detail);
  return result;
}

function receiptText({ id, duplicate_of: duplicateOf, redaction_count: count }) {
  const duplicate = duplicateOf ? " It duplicates an earlier report." : "";
  const secrets = count ? ` ${count} possible ${count === 1 ? "secret was" : "secrets were"} removed.` : "";
  return `Thank you. The report's id is ${id}.${duplicate}${secrets}`;
}

addEventListener("keydown", (event) => {
  if (!event.ctrlKey || !event.shiftKey || event.key.toLowerCase() !== "b") return;
  event.preventDefault();
  open();
});
