// Keeps what is needed to write without a connection: a citizen's page for drafts, or an officer's page for the field,
// whichever lies beside the address it was loaded from, in both languages, and the files it loads. Nothing else: its scope
// is that folder, so it never sees other pages of staff or a report's progress, and of what lies in its scope only this list
// is kept. The pages are asked for without cookies, as nobody.

const KEPT = "lianzhi-phone";
const LANGUAGES = ["zh-CN", "en"];
const PAGE = self.location.pathname.replace(/worker\.js$/, "phone");
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
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(url.pathname === PAGE ? page(request, url) : instead(request, url));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(file(request, url.pathname));
  }
});

async function keepAll() {
  const kept = await caches.open(KEPT);
  const addresses = [...FILES, ...LANGUAGES.map(address)];
  await Promise.all(addresses.map((each) => kept.add(new Request(each, { credentials: "omit", cache: "reload" }))));
}

function address(language) {
  return `${PAGE}?lang=${language}`;
}

function languageOf(url) {
  const asked = url.searchParams.get("lang");
  return LANGUAGES.includes(asked) ? asked : LANGUAGES[0];
}

// A connection that hangs is none.
async function page(request, url) {
  const kept = await (await caches.open(KEPT)).match(address(languageOf(url)));
  try {
    return await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {});
  } catch (away) {
    return kept ?? Response.error();
  }
}

// Another page beside it, without a connection: the drafts can be written all the same.
async function instead(request, url) {
  try {
    return await fetch(request);
  } catch (away) {
    return Response.redirect(address(languageOf(url)));
  }
}

async function file(request, path) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await kept.put(path, answer.clone());
    }
    return answer;
  } catch (away) {
    return (await kept.match(path)) ?? Response.error();
  }
}
