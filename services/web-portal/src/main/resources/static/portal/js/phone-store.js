// Drafts as this phone keeps them, photos included, unencrypted: { id, changed, fields, photos, sending }. The id is made
// with the draft and is the key under which it is filed: however often it is sent, it is one report. Pictures lie in a
// store of their own, so that a typed letter does not write them again.

import { deleteDB, openDB } from "/webjars/idb/build/index.js";

const NAME = "lianzhi-phone";
const DRAFTS = "drafts";
const PICTURES = "pictures";

let opened;

function store() {
  opened ??= openDB(NAME, 1, {
    upgrade(database) {
      database.createObjectStore(DRAFTS, { keyPath: "id" });
      database.createObjectStore(PICTURES);
    },
    blocking: () => close(),
  });
  return opened;
}

async function close() {
  const database = await opened;
  opened = undefined;
  database?.close();
}

export function begin() {
  return { id: crypto.randomUUID(), changed: Date.now(), fields: {}, photos: [], sending: null };
}

export async function all() {
  const drafts = await (await store()).getAll(DRAFTS);
  return drafts.sort((one, other) => other.changed - one.changed);
}

export async function find(id) {
  return (await store()).get(DRAFTS, id);
}

export async function keep(draft) {
  await (await store()).put(DRAFTS, draft);
}

export async function keepPicture(id, blob) {
  await (await store()).put(PICTURES, blob, id);
}

export async function picture(id) {
  return (await store()).get(PICTURES, id);
}

export async function forgetPicture(id) {
  await (await store()).delete(PICTURES, id);
}

export async function forget(id) {
  const draft = await find(id);
  const all = (await store()).transaction([DRAFTS, PICTURES], "readwrite");
  draft?.photos.forEach((photo) => all.objectStore(PICTURES).delete(photo.id));
  all.objectStore(DRAFTS).delete(id);
  await all.done;
}

export async function forgetAll() {
  await close();
  await deleteDB(NAME);
}
