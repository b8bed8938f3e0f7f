// Keeps what is needed to write without a connection: a citizen's page for drafts, or an officer's page for the field,
// whichever lies beside the address it was loaded from, in both languages, and the files it loads. Nothing else: its scope
// is that folder, so it never sees other pages of staff or a report's progress, and of what lies in its scope only this list
// is kept. The pages are asked for without cookies, as nobody.
//
// Page and files belong together. Each build is a worker of its own, with a cache of its own: it is filled before the worker
// takes over, and nothing in it is replaced afterwards.

const BUILD = "{build}";
const LANGUAGES = ["zh-CN", "en"];
const PAGE = self.location.pathname.replace(/worker\.js$/, "phone");
const KEPT = `lianzhi ${PAGE} `;
const PATIENCE = 5000;
const FILES = [
  "/kit/govuk-frontend/dist/govuk/govuk-frontend.min.css",
  "/kit/ministryofjustice__frontend/moj/moj-frontend.min.css",
  "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js",
  "/webjars/idb/build/index.js",
  "/webjars/idb/build/wrap-idb-value.js",
  "/webjars/leaflet/dist/leaflet.css",
  "/webjars/leaflet/dist/leaflet.js",
  "/portal/app/app.zh-CN.json",
  "/portal/app/app.en.json",
  "/portal/css/portal.css",
  "/portal/img/icon.svg",
  "/portal/img/icon-192.png",
  "/portal/js/board.js",
  "/portal/js/components.js",
  "/portal/js/cover.js",
  "/portal/js/datum.js",
  "/portal/js/drafts.js",
  "/portal/js/field-page.js",
  "/portal/js/files.js",
  "/portal/js/kept-page.js",
  "/portal/js/list.js",
  "/portal/js/live.js",
  "/portal/js/map.js",
  "/portal/js/page.js",
  "/portal/js/phone.js",
  "/portal/js/phone-page.js",
  "/portal/js/phone-store.js",
  "/portal/js/receipt.js",
  "/portal/js/supported.js",
  "/portal/js/upload.js",
  "/portal/js/work.js",
  "/portal/map/territory.geojson",
];

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(url.pathname === PAGE ? page(event, url) : instead(request, url));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(file(event, url.pathname));
  }
});

async function keepAll() {
  const kept = await caches.open(KEPT + BUILD);
  const addresses = [...FILES, ...LANGUAGES.map(address)];
  await kept.addAll(addresses.map((each) => new Request(each, { credentials: "omit", cache: "reload" })));
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((name) => name.startsWith(KEPT) && name !== KEPT + BUILD);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function keptAt(path) {
  return (await caches.open(KEPT + BUILD)).match(path);
}

function address(language) {
  return `${PAGE}?lang=${language}`;
}

function languageOf(url) {
  const asked = url.searchParams.get("lang");
  return LANGUAGES.includes(asked) ? asked : LANGUAGES[0];
}

// Who was found without a connection. Whatever else they load is what is kept, at once: it belongs to the page they were shown.
const without = new Set();

async function page({ request, resultingClientId }, url) {
  return inTime(request, await keptAt(address(languageOf(url))), resultingClientId);
}

// Another page beside it, without a connection: the drafts can be written all the same.
async function instead(request, url) {
  try {
    return await fetch(request);
  } catch (away) {
    return Response.redirect(address(languageOf(url)));
  }
}

async function file({ request, clientId }, path) {
  const kept = await keptAt(path);
  return kept && without.has(clientId) ? kept : inTime(request, kept, clientId);
}

// A connection that hangs is none, also in the middle of an answer.
async function inTime(request, kept, client) {
  const patience = new AbortController();
  const timer = kept && setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(request, kept ? { signal: patience.signal } : {});
    if (kept) {
      await answer.clone().blob();
    }
    return answer;
  } catch (away) {
    without.add(client);
    return kept ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}
