// The first page: the albums that the visitor may see, and their images. It uses nothing but the API.
import { base, csrfHeader } from "/assets/contract.js";

const main = document.querySelector("#main");
const api = async (path) => {
  const response = await fetch(`${base}${path}`);
  if (!response.ok) throw new Error((await response.json()).detail);
  return response.json();
};

function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

const moreButton = (showMore) => {
  const button = element("button", {}, "More");
  button.addEventListener("click", () => { button.remove(); showMore(); });
  return button;
};

async function showPages(list, path, card, footer) {
  const showPage = async (cursor) => {
    const page = await api(`${path}${path.includes("?") ? "&" : "?"}limit=60${cursor ? `&cursor=${cursor}` : ""}`);
    list.append(...page.items.map(card));
    if (page.next_cursor) footer.append(moreButton(() => showPage(page.next_cursor)));
    return page.items.length;
  };
  return showPage(null);
}

function albumCard(album) {
  const cover = album.cover_thumbnail_url
    ? element("img", { src: album.cover_thumbnail_url, alt: "", loading: "lazy" })
    : element("div", { class: "empty" });
  const count = `${album.image_count} ${album.image_count === 1 ? "image" : "images"}`;
  return element("li", {}, element("a", { href: `#/albums/${album.id}` }, cover, element("strong", {}, album.name), element("span", { class: "quiet" }, count)));
}

function imageCard(image) {
  const alt = image.prompt ?? image.title;
  const thumbnail = element("img", { src: image.thumbnail_url, alt, loading: "lazy", width: image.width, height: image.height });
  return element("li", {}, element("a", { href: image.file_url, title: alt }, thumbnail, element("span", { class: "quiet" }, image.title)));
}

async function showAlbums() {
  const list = element("ul", { class: "grid" });
  const footer = element("footer");
  main.replaceChildren(element("h2", {}, "Albums"), list, footer);
  if ((await showPages(list, "/albums", albumCard, footer)) === 0) {
    main.append(element("p", { class: "quiet" }, "There are no albums yet. To make one, run: ", element("code", {}, 'platemark run-set card-deck --theme "art nouveau" --wait')));
  }
}

async function showAlbum(id) {
  const album = await api(`/albums/${id}`);
  const list = element("ul", { class: "grid images" });
  const footer = element("footer");
  main.replaceChildren(element("p", {}, element("a", { href: "#/" }, "← Albums")), element("h2", {}, album.name), list, footer);
  await showPages(list, `/albums/${id}/images`, imageCard, footer);
  shownAlbum = { id, version: album.updated_at };
}

// The album on the page and the time of its last change; null for the list of albums.
let shownAlbum = null;
let refreshTimer;

async function refresh() {
  if (!shownAlbum) return show();
  const { id, version } = shownAlbum;
  const album = await api(`/albums/${id}`).catch(() => null);
  if (shownAlbum?.id === id && album?.updated_at !== version) await show();
}

// Events come in bursts while a set run makes images, so the page refreshes at most once a second.
function refreshSoon() {
  refreshTimer ??= setTimeout(() => { refreshTimer = undefined; refresh(); }, 1000);
}

// The server sends events about changes; a hidden page closes its connection.
let stream;
let lastEventId;
function listen() {
  stream?.close();
  if (document.hidden) return;
  stream = new EventSource(`${base}/events${lastEventId ? `?last_event_id=${lastEventId}` : ""}`);
  const onEvent = (event) => {
    lastEventId = event.lastEventId;
    const { kind, album_id: album } = JSON.parse(event.data);
    if (kind === "gap" || (kind.startsWith("album.") && (!shownAlbum || album === shownAlbum.id))) refreshSoon();
  };
  for (const kind of ["ready", "gap", "album.created", "album.changed", "album.deleted"]) stream.addEventListener(kind, onEvent);
  stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) startPolling(); });
}

// Without an event stream (visitors get none, and the server limits their number), the page polls the album it shows.
let pollTimer;
function startPolling() {
  pollTimer ??= setInterval(() => { if (!document.hidden && shownAlbum) refresh(); }, 2000);
}

async function show() {
  shownAlbum = null;
  const album = location.hash.match(/^#\/albums\/([0-9a-f-]+)$/);
  try {
    await (album ? showAlbum(album[1]) : showAlbums());
  } catch (error) {
    main.replaceChildren(element("p", { class: "quiet", role: "alert" }, error.message));
  }
}

async function showUser() {
  const { user, csrf_token: token } = await api("/auth/status");
  const who = document.querySelector("#who");
  if (!user) {
    startPolling();
    who.replaceChildren(element("a", { href: "/sign-in" }, "Sign in"));
    return;
  }
  listen();
  document.addEventListener("visibilitychange", listen);
  const signOut = element("button", {}, "Sign out");
  signOut.addEventListener("click", async () => {
    await fetch(`${base}/auth/session`, { method: "DELETE", headers: { [csrfHeader]: token } });
    location.reload();
  });
  who.replaceChildren(`${user.name} `, signOut);
}

window.addEventListener("hashchange", show);
showUser();
show();
