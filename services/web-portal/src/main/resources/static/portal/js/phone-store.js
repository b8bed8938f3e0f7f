// What this phone keeps, photos included, unencrypted: drafts as { id, changed, fields, photos, sending }. The id is made with
// the draft and is the key under which it is filed: however often it is sent, it is filed once. Pictures lie in a store of
// their own, so that a typed letter does not write them again. Each name is a store of its own: what one person wrote is not
// opened for another.

import { deleteDB, openDB } from "/webjars/idb/build/index.js";

const DRAFTS = "drafts";
const PICTURES = "pictures";

export class PhoneStore {
  constructor(name) {
    this.name = name;
  }

  open() {
    this.opened ??= openDB(this.name, 1, {
      upgrade(database) {
        database.createObjectStore(DRAFTS, { keyPath: "id" });
        database.createObjectStore(PICTURES);
      },
      blocking: () => this.close(),
    });
    return this.opened;
  }

  async close() {
    const database = await this.opened;
    this.opened = undefined;
    database?.close();
  }

  begin() {
    return { id: crypto.randomUUID(), changed: Date.now(), fields: {}, photos: [], sending: null };
  }

  async all() {
    const drafts = await (await this.open()).getAll(DRAFTS);
    return drafts.sort((one, other) => other.changed - one.changed);
  }

  async find(id) {
    return (await this.open()).get(DRAFTS, id);
  }

  async keep(draft) {
    await (await this.open()).put(DRAFTS, draft);
  }

  // Changes what lies here now; nothing where it is gone, filed or being sent.
  async change(id, act) {
    const drafts = (await this.open()).transaction(DRAFTS, "readwrite");
    const draft = await drafts.store.get(id);
    if (draft && !draft.filed && !draft.sending) {
      act(draft);
      drafts.store.put(draft);
    }
    await drafts.done;
  }

  async keepPicture(id, blob) {
    await (await this.open()).put(PICTURES, blob, id);
  }

  async picture(id) {
    return (await this.open()).get(PICTURES, id);
  }

  async forgetPicture(id) {
    await (await this.open()).delete(PICTURES, id);
  }

  async forget(id) {
    const draft = await this.find(id);
    const all = (await this.open()).transaction([DRAFTS, PICTURES], "readwrite");
    draft?.photos?.forEach((photo) => all.objectStore(PICTURES).delete(photo.id));
    all.objectStore(DRAFTS).delete(id);
    await all.done;
  }

  async forgetAll() {
    await this.close();
    await deleteDB(this.name);
  }
}

export const citizens = new PhoneStore("lianzhi-phone");
