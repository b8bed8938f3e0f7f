// The page for the field. What is looked at stands in the part of the address that no server sees (#take/CASE, #case/CASE,
// #entry/ENTRY). Each person has a store of their own on this phone. Nothing is sent before somebody presses send; from then
// on an entry is not changed until it is known what became of it, so that the same key always means the same entry. What has
// been filed is removed, and a line that says so stays.

import { startComponents } from "./components.js";
import { KeptPage, canKeep } from "./kept-page.js";
import { pickPlaces } from "./map.js";
import { PhoneStore } from "./phone-store.js";
import { send } from "./upload.js";

const MARK = "lianzhi-field-mark";
const PATIENCE = 5000;
const MOST_PHOTOS = 30;
// A case that was taken along and not put away goes by itself once nothing of it waits to be sent.
const LONGEST = 14 * 24 * 60 * 60 * 1000;
const INSPECTION = "record-inspection";
const NOTE = "comment";

export function serveField(page) {
  const root = page.querySelector("[data-field]");
  if (!canKeep()) {
    return;
  }
  const mark = whose(page);
  page.querySelectorAll("form[action='/sign-out']").forEach((form) => {
    form.addEventListener("submit", () => window.localStorage.removeItem(MARK));
  });
  if (root) {
    new FieldPage(root, mark).start();
  }
}

// A page that a server made for somebody says for whom; one that was kept shows what the last of them wrote, unless that
// person has signed out.
function whose(page) {
  try {
    const mark = page.body.dataset.mark;
    if (mark) {
      window.localStorage.setItem(MARK, mark);
    }
    return mark || window.localStorage.getItem(MARK);
  } catch (closed) {
    return null;
  }
}

class FieldPage extends KeptPage {
  constructor(root, mark) {
    super(root, new PhoneStore(`lianzhi-field-${mark}`), MOST_PHOTOS);
    this.mark = mark;
    this.views = [...root.querySelectorAll("[data-phone-view]")];
  }

  async start() {
    this.part("off").hidden = true;
    this.part("on").hidden = false;
    this.watchConnection();
    this.serving = this.serve();
    window.addEventListener("online", () => this.who());
    this.who().catch(() => {
      // No connection: whoever was here last goes on writing.
    });
    if (!this.mark) {
      this.show("nobody");
      return;
    }
    this.on("send", () => (this.draft.outcome?.outcome === "conflict" ? this.sendAgain() : this.sendAndShow()));
    this.on("cancel", () => this.cancelling?.abort());
    this.on("note", () => this.begin(NOTE, null));
    this.on("again", () => this.sendAgain());
    this.on("own", () => this.sendAsOwnVisit());
    this.on("as-note", () => this.copyAsNote());
    this.on("delete", () => this.forgetEntry());
    this.on("away-with", () => this.putAway());
    this.on("delete-all", () => this.forgetAll());
    window.addEventListener("hashchange", () => this.open());
    await this.tidy();
    await this.open();
  }

  async serve() {
    try {
      await navigator.serviceWorker.register("/staff/field/worker.js", { scope: "/staff/field/" });
      return await Promise.race([navigator.serviceWorker.ready.then(() => true), later(2 * PATIENCE)]);
    } catch (none) {
      return false;
    }
  }

  // Who is signed in, with what a request must carry; rejects where there is no connection.
  async who(signal) {
    const patience = AbortSignal.timeout(PATIENCE);
    const answer = await fetch("/staff/field/who", { signal: signal ?? patience, cache: "no-store" });
    const who = await answer.json();
    this.part("sign-in").hidden = who.mark !== "";
    this.part("another").hidden = who.mark === "" || who.mark === this.mark;
    return who.mark !== "" && who.mark === this.mark ? { [who.header]: who.value } : null;
  }

  // Where

  show(name) {
    this.views.forEach((view) => { view.hidden = view.dataset.phoneView !== name; });
    this.beginAt(this.root.querySelector(`[data-phone-view="${name}"] h1`));
  }

  async open(told = "") {
    await this.kept;
    const [what, id] = window.location.hash.slice(1).split("/");
    const found = id && what !== "take" ? await this.store.find(what === "case" ? keyOf(id) : id) : undefined;
    this.draft = null;
    this.part("problems").hidden = true;
    if (what === "take" && id) {
      await this.take(id);
      return;
    }
    if (what === "case" && found) {
      await this.showCase(found);
    } else if (what === "entry" && found && !found.filed) {
      await this.showEntry(found);
    } else {
      await this.showAll();
    }
    this.say(told);
  }

  go(hash, told) {
    window.history.replaceState(null, "", hash);
    return this.open(told);
  }

  async entriesOf(caseId) {
    return (await this.store.all()).filter((each) => each.kind !== "case" && each.caseId === caseId);
  }

  // Taking along

  async take(id) {
    this.show("all");
    try {
      const headers = await this.who();
      const answer = headers && await fetch(`/staff/field/cases/${encodeURIComponent(id)}`, { cache: "no-store" });
      if (answer?.ok) {
        const taken = await answer.json();
        const known = await this.store.find(keyOf(id));
        await this.keeping(this.store.keep({ ...known, id: keyOf(id), kind: "case", changed: Date.now(), taken }));
        navigator.storage?.persist?.();
        const kept = await this.serving;
        await this.go(`#case/${id}`, this.words(kept ? "taken" : "takenOpen"));
      } else {
        await this.go("#", this.words(headers ? "gone" : "signInFirst"));
      }
    } catch (cutOff) {
      await this.go("#", this.words("away"));
    }
  }

  async tidy() {
    for (const each of await this.store.all()) {
      if (each.kind === "case" && each.changed < Date.now() - LONGEST) {
        const entries = await this.entriesOf(each.taken.id);
        if (entries.every((entry) => entry.filed)) {
          await this.forgetCase(each.taken.id);
        }
      }
    }
  }

  async showAll() {
    const all = await this.store.all();
    const items = await Promise.all(all.filter((each) => each.kind === "case").map(async (each) => {
      const item = this.part("item").content.cloneNode(true);
      const link = item.querySelector("a");
      link.href = `#case/${each.taken.id}`;
      link.textContent = `${each.taken.number} ${each.taken.title}`;
      const waiting = (await this.entriesOf(each.taken.id)).filter((entry) => !entry.filed).length;
      item.querySelector("[data-phone-about]").textContent = [
        this.words("takenAt", this.moment(each.changed)), waiting ? this.words("waiting", waiting) : "",
      ].filter(Boolean).join(" · ");
      return item;
    }));
    this.part("cases").replaceChildren(...items);
    this.part("none").hidden = items.length > 0;
    this.show("all");
  }

  // A case

  async showCase(kept) {
    const { taken } = kept;
    this.caseId = taken.id;
    this.part("number").textContent = `${taken.number} · ${taken.state}`;
    this.part("title").textContent = taken.title;
    this.part("taken-at").textContent = this.words("takenAt", this.moment(kept.changed));
    this.part("summary").replaceChildren(...taken.summary.map((line) => this.row(line)));
    this.part("places-title").hidden = taken.places.length === 0;
    this.part("places").replaceChildren(...taken.places.map((line) => this.row(line)));
    this.part("look").href = `/staff/cases/${taken.id}`;
    this.part("take-again").href = `#take/${taken.id}`;
    const entries = await this.entriesOf(taken.id);
    const done = entries.filter((entry) => entry.ref && entry.filed > kept.changed);
    const tasks = taken.tasks.filter((task) => !done.some((entry) => entry.kind === task.step && entry.ref === task.ref));
    this.part("tasks").replaceChildren(...tasks.map((task) => this.task(task)));
    this.part("no-task").hidden = tasks.length > 0;
    this.part("entries").replaceChildren(...entries.map((entry) => this.line(entry)));
    this.part("no-entry").hidden = entries.length > 0;
    this.show("case");
  }

  row({ key, words }) {
    const row = this.part("row").content.cloneNode(true);
    row.querySelector("dt").textContent = key;
    row.querySelector("dd").textContent = words;
    return row;
  }

  task(task) {
    const card = this.part("task").content.cloneNode(true);
    const { name, begin } = this.formOf(task.step).dataset;
    card.querySelector("h3").textContent = name;
    this.showLines(card.querySelector("dl"), task.lines);
    card.querySelector("button").textContent = begin;
    card.querySelector("button").addEventListener("click", () => this.begin(task.step, task));
    return card;
  }

  showLines(list, lines) {
    list.replaceChildren(...lines.map((line) => this.row(line)));
    list.hidden = lines.length === 0;
  }

  // The template of a step's own form, with its words.
  formOf(step) {
    return this.root.querySelector(`[data-phone-draft="${step}"]`);
  }

  line(entry) {
    const line = this.part("line").content.cloneNode(true);
    const link = line.querySelector("a");
    const name = line.querySelector("b");
    const called = this.formOf(entry.kind).dataset.name;
    link.href = `#entry/${entry.id}`;
    link.textContent = called;
    name.textContent = called;
    (entry.filed ? link : name).remove();
    line.querySelector("[data-phone-about]").textContent = [
      entry.filed ? this.words("filed", this.moment(entry.filed)) : this.stands(entry),
      entry.photos.length ? this.words("photos", entry.photos.length) : "",
    ].filter(Boolean).join(" · ");
    return line;
  }

  stands(entry) {
    if (entry.sending) {
      return this.words("unknown");
    }
    return entry.outcome ? this.words(`stands${entry.outcome.outcome}`) : this.words("here", this.moment(entry.changed));
  }

  async putAway() {
    const waiting = (await this.entriesOf(this.caseId)).some((entry) => !entry.filed);
    if (!waiting || window.confirm(this.words("awaySure"))) {
      await this.forgetCase(this.caseId);
      await this.go("#", this.words("gonefromhere"));
    }
  }

  async forgetCase(id) {
    for (const entry of await this.entriesOf(id)) {
      await this.store.forget(entry.id);
    }
    await this.store.forget(keyOf(id));
  }

  async forgetAll() {
    if (window.confirm(this.words("deleteAllSure"))) {
      await this.store.forgetAll();
      await this.go("#", this.words("gonefromhere"));
    }
  }

  // An entry

  // What the form needs to know goes into the entry: the case may be taken along anew while it is written.
  async begin(kind, task) {
    const { taken } = await this.store.find(keyOf(this.caseId));
    const entry = {
      ...this.store.begin(),
      kind,
      caseId: taken.id,
      ref: task?.ref ?? "",
      lines: task?.lines ?? [],
      choices: task?.choices ?? {},
      key: crypto.randomUUID(),
      // A note stands beside whatever else has happened.
      seen: kind === NOTE ? null : taken.seen,
      fields: { ...task?.fields },
      outcome: null,
    };
    const moment = this.formOf(kind).content.querySelector("input[type=datetime-local]")?.name;
    // A visit begins when it does, and not when it was to.
    if (moment && (kind === INSPECTION || !entry.fields[moment])) {
      entry.fields[moment] = [localNow()];
    }
    await this.keeping(this.store.keep(entry));
    window.location.hash = `entry/${entry.id}`;
  }

  async showEntry(entry) {
    const { taken } = await this.store.find(keyOf(entry.caseId));
    this.draft = entry;
    this.part("entry-of").textContent = `${taken.number} · ${taken.title}`;
    this.part("entry-title").textContent = this.formOf(entry.kind).dataset.name;
    this.part("back").href = `#case/${entry.caseId}`;
    this.showLines(this.part("lines"), entry.lines);
    this.showForm(entry);
    this.showOutcome(entry);
    this.freeze(entry);
    this.show("entry");
    pickPlaces(this.form);
  }

  showForm(entry) {
    this.form = this.formOf(entry.kind).content.querySelector("form").cloneNode(true);
    // The page has them once.
    this.form.querySelectorAll("script, link").forEach((file) => file.remove());
    this.offer(entry.choices);
    this.part("form").replaceChildren(this.form);
    this.form.addEventListener("input", () => this.keep());
    this.form.addEventListener("change", () => this.keep());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.fill(entry);
    startComponents(this.form);
    if (this.part("photos")) {
      this.part("photos").addEventListener("change", (event) => this.addPhotos(event.target));
      this.showPhotos();
    }
  }

  freeze(entry) {
    const frozen = Boolean(entry.sending);
    this.part("frozen").hidden = !frozen || Boolean(this.cancelling);
    this.root.querySelectorAll("[data-phone-fields]").forEach((fields) => { fields.disabled = frozen; });
    this.part("delete").hidden = frozen;
  }

  // What there is to choose from depends on the case and the office.
  offer(choices) {
    this.form.querySelectorAll("[data-choices]").forEach((list) => {
      const name = list.dataset.choices;
      list.replaceChildren(...(choices[name] ?? []).map(({ value, text }, at) => {
        const item = this.part("choice").content.cloneNode(true);
        const [box, label] = [item.querySelector("input"), item.querySelector("label")];
        box.id = at === 0 ? name : `${name}-${at}`;
        Object.assign(box, { name, value });
        label.htmlFor = box.id;
        label.textContent = text;
        return item;
      }));
    });
  }

  async forgetEntry() {
    if (window.confirm(this.words("deleteSure"))) {
      const { id, caseId } = this.draft;
      this.draft = null;
      await this.kept;
      await this.store.forget(id);
      await this.go(`#case/${caseId}`, this.words("gonefromhere"));
    }
  }

  // Photos: when each was taken, and where if that was asked for. The copy that circulates says neither, so the record's
  // words do.

  added(entry, photo, file) {
    photo.takenAt = file.lastModified;
    if (this.part("locate")?.checked) {
      navigator.geolocation?.getCurrentPosition(({ coords }) => {
        photo.where = { lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy };
        this.placed(entry.id, photo);
      }, () => this.say(this.words("nowhere")), { enableHighAccuracy: true, timeout: 20000 });
    }
  }

  // It takes a while to know where; the entry may have been written on, left, deleted or sent meanwhile.
  async placed(id, { id: photoId, where }) {
    const place = (entry) => entry.photos.filter((each) => each.id === photoId).forEach((each) => { each.where = where; });
    await this.kept;
    await this.keeping(this.store.change(id, place));
    if (this.draft?.id === id && !this.draft.sending) {
      place(this.draft);
      this.showPhotos();
    }
  }

  nameOfPhoto(photo) {
    return [photo.name, this.moment(photo.takenAt), this.whereOf(photo)].filter(Boolean).join(" · ");
  }

  whereOf({ where }) {
    return where && this.words("where", where.lat.toFixed(5), where.lon.toFixed(5), Math.round(where.accuracy));
  }

  // Sending

  async sendAndShow() {
    const entry = this.draft;
    await this.sendOnce((signal) => this.sendEntry(entry, signal));
    if (this.draft === entry) {
      this.freeze(entry);
    }
  }

  async sendEntry(entry, signal) {
    const headers = await this.who(signal);
    if (!headers) {
      this.say(this.words("signInFirst"));
      return;
    }
    for (const photo of entry.photos) {
      if (!photo.upload && !(await this.sendPhoto(entry, photo, headers, signal))) {
        return;
      }
    }
    this.progress(this.words("sending"), null);
    if (entry.own && !entry.own.ref && !(await this.proposeOwn(entry, headers, signal))) {
      return;
    }
    entry.sending ??= this.body(entry).toString();
    this.freeze(entry);
    await this.store.keep(entry);
    const answer = await this.post(entry, [entry.kind, ...(entry.ref ? [entry.ref] : [])], entry.sending, headers, signal);
    if (answer.status === 200) {
      await this.filed(entry, answer.body.version);
    } else {
      await this.notFiled(entry, answer);
    }
  }

  post(entry, path, body, headers, signal) {
    const address = ["/staff/field/cases", entry.caseId, ...path].join("/");
    return send(address, new URLSearchParams(body), { headers, signal });
  }

  async sendPhoto(entry, photo, headers, signal) {
    const answer = await this.sendPicture(photo, {
      pieces: "/staff/uploads",
      name: "",
      whole: entry.id,
      mark: photo.id,
      finish: "/staff/uploads/whole",
      fields: { person: this.mark },
      headers,
      signal,
      onProgress: (sent, all) => this.progress(this.words("uploading", photo.name), (100 * sent) / all),
    });
    if (answer.status !== 200) {
      await this.notFiled(entry, answer);
      return false;
    }
    return this.arrived(entry, photo, answer.body.id);
  }

  // A colleague has recorded the agreed visit: this one is entered as a visit of its own first.
  async proposeOwn(entry, headers, signal) {
    entry.own.body ??= new URLSearchParams({
      mark: this.mark,
      idempotencyKey: entry.own.key,
      startsAt: entry.fields.startedAt?.[0] ?? "",
      meetingPoint: entry.fields.place?.[0] ?? "",
      purpose: this.words("purpose"),
    }).toString();
    await this.store.keep(entry);
    const answer = await this.post(entry, ["propose-inspection"], entry.own.body, headers, signal);
    if (answer.status !== 200) {
      if (answer.status < 500 && answer.status !== 429) {
        Object.assign(entry.own, { key: crypto.randomUUID(), body: null });
      }
      await this.notFiled(entry, answer);
      return false;
    }
    await this.movedOn(entry, answer.body.version);
    entry.own.ref = answer.body.id;
    entry.ref = answer.body.id;
    entry.seen = answer.body.version;
    await this.store.keep(entry);
    return true;
  }

  body(entry) {
    const body = new URLSearchParams({ mark: this.mark, idempotencyKey: entry.key });
    if (entry.seen !== null) {
      body.append("seen", entry.seen);
    }
    const account = this.formOf(entry.kind).content.querySelector("textarea")?.name;
    Object.entries(entry.fields).forEach(([name, values]) => {
      values.forEach((value) => body.append(name, name === account ? this.withPhotos(value, entry) : value));
    });
    entry.photos.forEach((photo) => body.append("kept", photo.upload));
    return body;
  }

  withPhotos(account, entry) {
    const lines = entry.photos.map((photo, at) => {
      const about = [this.moment(photo.takenAt), this.whereOf(photo)].filter(Boolean).join(" · ");
      return this.words("photoLine", at + 1, about);
    });
    return [account, ...lines].join("\n");
  }

  // What this person has just filed is nothing new to whatever else knew the record as it was right before.
  async movedOn(entry, version) {
    const others = (await this.store.all()).filter((each) => (each.taken?.id ?? each.caseId) === entry.caseId);
    for (const each of others.filter(({ id, filed, sending }) => id !== entry.id && !filed && !sending)) {
      const known = each.taken ?? each;
      if (known.seen !== null && (known.seen === entry.seen || known.seen + 1 === version)) {
        known.seen = version;
        await this.store.keep(each);
      }
    }
  }

  async filed(entry, version) {
    await this.movedOn(entry, version);
    const { id, kind, caseId, ref } = entry;
    await this.store.forget(id);
    await this.store.keep({ id, kind, caseId, ref, changed: Date.now(), filed: Date.now(), photos: [] });
    await this.go(`#case/${caseId}`, this.words("filedNow"));
  }

  async notFiled(entry, { status, body }) {
    if (!body.outcome && [401, 403].includes(status)) {
      this.say(this.words("signInFirst"));
      this.part("sign-in").hidden = false;
    } else if (status === 404 && entry.sending) {
      await this.keepOutcome(entry, { outcome: "refused", problems: [{ words: this.words("gone") }], now: null });
    } else if (body.outcome === "wrong") {
      entry.sending = null;
      await this.store.keep(entry);
      await this.showEntry(entry);
      this.showProblems(body.problems, (field) => this.linkTo(field));
    } else if (body.outcome && body.outcome !== "later") {
      await this.keepOutcome(entry, body);
    } else {
      this.say(this.words("busy"));
    }
  }

  // It was not filed, so it can be changed again and is another command then. What has to be answered anew is asked as it is
  // now; what was answered before stays beside it.
  async keepOutcome(entry, outcome) {
    await this.showEntry(entry);
    const { anew = {}, choices = {} } = outcome.now ?? {};
    const mine = Object.keys(anew).length > 0 ? this.written() : null;
    Object.assign(entry, { sending: null, key: crypto.randomUUID(), outcome: { ...outcome, mine } });
    Object.assign(entry.choices, choices);
    Object.assign(entry.fields, anew);
    await this.store.keep(entry);
    await this.showEntry(entry);
    this.part("outcome").querySelector("h2").focus();
  }

  linkTo(field) {
    const at = this.form.querySelector(`[name="${CSS.escape(field)}"]`);
    return at && {
      href: `#entry/${this.draft.id}`,
      onclick(event) {
        event.preventDefault();
        at.focus();
      },
    };
  }

  // What is in the record now beside what was written

  showOutcome(entry) {
    const { outcome } = entry;
    this.part("outcome").hidden = !outcome;
    if (!outcome) {
      return;
    }
    this.part("outcome-title").textContent = this.words(`stands${outcome.outcome}`);
    this.part("why").textContent = outcome.problems.map((problem) => problem.words).join("\n");
    this.part("now").hidden = !outcome.now;
    if (outcome.now) {
      this.part("now-state").textContent = outcome.now.state;
      this.part("now-said").replaceChildren(...outcome.now.said.map(({ side, lines }) => this.row({ key: side, words: lines.join("\n") })));
      this.part("now-since").replaceChildren(...outcome.now.since.map((words) => listed(words)));
      this.part("mine").textContent = outcome.mine ?? this.written();
    }
    this.part("again").hidden = outcome.outcome !== "conflict";
    this.part("own").hidden = outcome.outcome !== "taken";
    this.part("as-note").hidden = entry.kind === NOTE;
  }

  // Each question with its answer.
  written() {
    const answers = [...this.form.querySelectorAll(".govuk-form-group")].map((group) => {
      const asked = group.querySelector("legend, label[for]:not(.govuk-checkboxes__label)")?.textContent.trim();
      const said = this.saidIn(group);
      return said && asked ? this.words("answer", asked, said) : said;
    });
    const photos = this.draft.photos.map((photo) => this.nameOfPhoto(photo));
    return [...answers, ...photos].filter(Boolean).join("\n");
  }

  sendAgain() {
    this.draft.seen = this.draft.outcome.now.seen;
    return this.sendAndShow();
  }

  sendAsOwnVisit() {
    this.draft.own ??= { key: crypto.randomUUID(), ref: null, body: null };
    return this.sendAndShow();
  }

  // The entry itself stays, with its photos, until the person deletes it.
  async copyAsNote() {
    const { caseId, outcome } = this.draft;
    const text = outcome.mine ?? this.written();
    this.caseId = caseId;
    await this.begin(NOTE, { fields: { text: [text] } });
  }
}

function keyOf(caseId) {
  return `case:${caseId}`;
}

// What is typed and shown here is local time.
function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function listed(words) {
  const item = document.createElement("li");
  item.textContent = words;
  return item;
}

function later(milliseconds) {
  return new Promise((done) => setTimeout(() => done(false), milliseconds));
}
