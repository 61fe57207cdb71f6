// The first page: the albums that you may see, and the pictures in them. It talks to the API and to nothing else.
import { base, csrfHeader } from "/assets/contract.js";

const main = document.querySelector("#main");
const api = async (path) => {
  const answer = await fetch(`${base}${path}`);
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.json();
};

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const more = (show) => {
  const button = element("button", {}, "More");
  button.addEventListener("click", () => { button.remove(); show(); });
  return button;
};

async function paged(list, path, card, footer) {
  const show = async (cursor) => {
    const page = await api(`${path}${path.includes("?") ? "&" : "?"}limit=60${cursor ? `&cursor=${cursor}` : ""}`);
    list.append(...page.items.map(card));
    if (page.next_cursor) footer.append(more(() => show(page.next_cursor)));
    return page.items.length;
  };
  return show(null);
}

function albumCard(album) {
  const cover = album.cover_thumbnail_url
    ? element("img", { src: album.cover_thumbnail_url, alt: "", loading: "lazy" })
    : element("div", { class: "empty" });
  const count = `${album.image_count} ${album.image_count === 1 ? "picture" : "pictures"}`;
  return element("li", {}, element("a", { href: `#/albums/${album.id}` }, cover, element("strong", {}, album.name), element("span", { class: "quiet" }, count)));
}

function pictureCard(image) {
  const alt = image.prompt ?? image.title;
  const picture = element("img", { src: image.thumbnail_url, alt, loading: "lazy", width: image.width, height: image.height });
  return element("li", {}, element("a", { href: image.file_url, title: alt }, picture, element("span", { class: "quiet" }, image.title)));
}

async function showAlbums() {
  const list = element("ul", { class: "grid" });
  const footer = element("footer");
  main.replaceChildren(element("h2", {}, "Albums"), list, footer);
  if ((await paged(list, "/albums", albumCard, footer)) === 0) {
    main.append(element("p", { class: "quiet" }, "No album yet. Fill one: ", element("code", {}, 'platemark run-set card-deck --theme "art nouveau" --wait')));
  }
}

async function showAlbum(id) {
  const album = await api(`/albums/${id}`);
  const list = element("ul", { class: "grid pictures" });
  const footer = element("footer");
  main.replaceChildren(element("p", {}, element("a", { href: "#/" }, "← Albums")), element("h2", {}, album.name), list, footer);
  await paged(list, `/albums/${id}/images`, pictureCard, footer);
  shown = { id, version: album.updated_at };
}

// The album on show, and when it changed last; null for the list of albums.
let shown = null;
let due;

async function refresh() {
  if (!shown) return show();
  const { id, version } = shown;
  const album = await api(`/albums/${id}`).catch(() => null);
  if (shown?.id === id && album?.updated_at !== version) await show();
}

// Events come in bursts while a set is made: one look a second is enough.
function soon() {
  due ??= setTimeout(() => { due = undefined; refresh(); }, 1000);
}

// What happens is told by the server; while nobody looks at the page, it holds no connection.
let stream;
let last;
function listen() {
  stream?.close();
  if (document.hidden) return;
  stream = new EventSource(`${base}/events${last ? `?last_event_id=${last}` : ""}`);
  const hear = (event) => {
    last = event.lastEventId;
    const { kind, album_id: album } = JSON.parse(event.data);
    if (kind === "gap" || (kind.startsWith("album.") && (!shown || album === shown.id))) soon();
  };
  for (const kind of ["ready", "gap", "album.created", "album.changed", "album.deleted"]) stream.addEventListener(kind, hear);
  stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) poll(); });
}

// Visitors are told nothing, so the page looks for itself; so it does where the server has no stream to spare.
let polling;
function poll() {
  polling ??= setInterval(() => { if (!document.hidden && shown) refresh(); }, 2000);
}

async function show() {
  shown = null;
  const album = location.hash.match(/^#\/albums\/([0-9a-f-]+)$/);
  try {
    await (album ? showAlbum(album[1]) : showAlbums());
  } catch (error) {
    main.replaceChildren(element("p", { class: "quiet", role: "alert" }, error.message));
  }
}

async function showWho() {
  const { user, csrf_token: token } = await api("/auth/status");
  const who = document.querySelector("#who");
  if (!user) {
    poll();
    who.replaceChildren(element("a", { href: "/sign-in" }, "Sign in"));
    return;
  }
  listen();
  document.addEventListener("visibilitychange", listen);
  const out = element("button", {}, "Sign out");
  out.addEventListener("click", async () => {
    await fetch(`${base}/auth/session`, { method: "DELETE", headers: { [csrfHeader]: token } });
    location.reload();
  });
  who.replaceChildren(`${user.name} `, out);
}

window.addEventListener("hashchange", show);
showWho();
show();
