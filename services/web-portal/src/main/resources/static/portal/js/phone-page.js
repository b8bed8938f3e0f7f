// The page for drafts on this phone. Which draft and which question stand in the part of the address that no server sees
// (#DRAFT/QUESTION). Every letter is kept as it is typed. Nothing is sent before somebody presses send; from then on a
// draft is not changed any more until it is known what became of it, so that the same key always means the same report.

import { pickPlaces } from "./map.js";
import * as store from "./phone-store.js";
import { isWeChat } from "./receipt.js";
import { send, sendFile, token } from "./upload.js";
import { solve } from "./work.js";

const MOST_PHOTOS = 6;

export function keepDraftsOnPhone(page) {
  const root = page.querySelector("[data-phone]");
  // Without https there is no key to be made, and a browser may have been told to keep nothing.
  if (root && window.isSecureContext && window.indexedDB) {
    new PhonePage(root).start();
  }
}

class PhonePage {
  constructor(root) {
    this.root = root;
    this.form = this.part("draft");
    this.steps = [...root.querySelectorAll("[data-phone-step]")];
    this.draft = null;
    this.kept = Promise.resolve();
  }

  part(name) {
    return this.root.querySelector(`[data-phone-${name}]`);
  }

  words(name, ...values) {
    return values.reduce((words, value, at) => words.replace(`{${at}}`, value), this.root.dataset[name]);
  }

  say(words) {
    this.part("status").textContent = words;
    if (words) {
      this.part("status").scrollIntoView({ block: "center" });
    }
  }

  start() {
    this.part("off").hidden = true;
    this.part("on").hidden = false;
    this.part("wechat").hidden = !isWeChat();
    for (const change of ["online", "offline"]) {
      window.addEventListener(change, () => this.tellConnection());
    }
    this.tellConnection();
    this.offerInstalling();
    this.on("new", () => this.begin());
    this.on("delete-all", () => this.forgetAll());
    this.on("leave", () => window.location.replace("about:blank"));
    this.on("send", () => this.send());
    this.on("cancel", () => this.cancelling?.abort());
    this.form.addEventListener("input", () => this.keep());
    this.form.addEventListener("change", () => this.keep());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(this.steps[this.steps.indexOf(this.step) + 1].dataset.phoneStep);
    });
    this.part("photos").addEventListener("change", (event) => this.addPhotos(event.target));
    window.addEventListener("hashchange", () => this.show());
    this.show();
  }

  on(name, act) {
    this.part(name).addEventListener("click", act);
  }

  tellConnection() {
    this.part("offline").hidden = navigator.onLine;
  }

  offerInstalling() {
    window.addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.part("install").hidden = false;
      this.part("install").onclick = () => event.prompt();
    });
  }

  go(step) {
    window.location.hash = `${this.draft.id}/${step}`;
  }

  async show() {
    await this.kept;
    const [id, step] = window.location.hash.slice(1).split("/");
    const draft = id ? await store.find(id) : undefined;
    this.say("");
    if (draft) {
      this.showDraft(draft, step);
    } else {
      await this.showList();
    }
  }

  // The list

  async showList() {
    this.draft = null;
    this.form.hidden = true;
    const drafts = await store.all();
    this.part("drafts").replaceChildren(...drafts.map((draft) => this.item(draft)));
    this.part("list").hidden = false;
    if (drafts.length === 0) {
      this.say(this.words("none"));
    }
  }

  item(draft) {
    const item = this.part("item").content.cloneNode(true);
    const name = this.nameOf(draft);
    const when = new Date(draft.changed).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    item.querySelector("[data-phone-name]").textContent = name;
    item.querySelector("[data-phone-about]").textContent = [
      this.words("changed", when), this.words("photos", draft.photos.length), draft.sending ? this.words("unknown") : "",
    ].filter(Boolean).join(" · ");
    item.querySelectorAll("[data-phone-of]").forEach((of) => { of.textContent = name; });
    item.querySelector("[data-phone-open]").href = `#${draft.id}/${draft.sending ? "check" : "category"}`;
    item.querySelector("[data-phone-delete]").addEventListener("click", () => this.forget(draft.id));
    return item;
  }

  nameOf(draft) {
    const description = draft.fields.description?.[0]?.trim();
    if (description) {
      return description.slice(0, 30);
    }
    const chosen = this.form.querySelector(`[name=category][value="${CSS.escape(draft.fields.category?.[0] ?? "")}"]`);
    return chosen?.labels[0].textContent.trim() ?? this.words("untitled");
  }

  async begin() {
    const draft = store.begin();
    await this.keeping(store.keep(draft));
    navigator.storage?.persist?.();
    window.location.hash = `${draft.id}/category`;
  }

  async forget(id) {
    if (window.confirm(this.words("deleteSure"))) {
      await store.forget(id);
      await this.showList();
    }
  }

  async forgetAll() {
    if (window.confirm(this.words("deleteAllSure"))) {
      await store.forgetAll();
      // What was typed into the ordinary form of this tab, too.
      window.sessionStorage.clear();
      await this.showList();
    }
  }

  // One draft

  showDraft(draft, wanted) {
    if (this.draft?.id !== draft.id) {
      this.fill(draft);
    }
    this.draft = draft;
    const frozen = Boolean(draft.sending);
    const step = frozen ? "check" : wanted;
    this.step = this.steps.find((each) => each.dataset.phoneStep === step) ?? this.steps[0];
    this.steps.forEach((each) => { each.hidden = each !== this.step; });
    this.part("list").hidden = true;
    this.form.hidden = false;
    this.part("fields").disabled = frozen;
    this.part("frozen").hidden = !frozen;
    const last = this.step.dataset.phoneStep === "check";
    this.part("next").hidden = last;
    this.part("send").hidden = !last;
    if (last) {
      this.showAnswers();
    } else {
      this.part("problems").hidden = true;
    }
    this.showPhotos();
    pickPlaces(this.step);
    const heading = this.step.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  fields() {
    return [...this.form.elements].filter((field) => field.name && field.type !== "file");
  }

  fill(draft) {
    for (const field of this.fields()) {
      const values = draft.fields[field.name] ?? [];
      if (["radio", "checkbox"].includes(field.type)) {
        field.checked = values.includes(field.value);
      } else if (field.type === "select-one") {
        field.value = values[0] ?? field.options[0].value;
      } else {
        field.value = values[0] ?? "";
      }
    }
    this.form.querySelectorAll("[data-map-lat]").forEach((field) => field.dispatchEvent(new Event("change")));
  }

  answers() {
    const answers = {};
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string" && value !== "") {
        (answers[name] ??= []).push(value);
      }
    }
    return answers;
  }

  keep() {
    if (!this.draft || this.draft.sending) {
      return;
    }
    this.draft.fields = this.answers();
    this.draft.changed = Date.now();
    this.keeping(store.keep(this.draft));
  }

  // One after the other; a phone that is full says so at once.
  keeping(writing) {
    this.kept = Promise.all([this.kept, writing]).catch(() => this.say(this.words("full")));
    return this.kept;
  }

  showAnswers() {
    const rows = this.steps.filter((step) => step.dataset.phoneStep !== "check").map((step) => {
      const row = this.part("answer").content.cloneNode(true);
      const title = step.querySelector("h1").textContent.trim();
      row.querySelector("dt").textContent = title;
      row.querySelector(".govuk-summary-list__value").textContent = this.said(step) || "—";
      row.querySelector("[data-phone-of]").textContent = title;
      const change = row.querySelector("a");
      change.href = `#${this.draft.id}/${step.dataset.phoneStep}`;
      change.hidden = Boolean(this.draft.sending);
      return row;
    });
    this.part("answers").replaceChildren(...rows);
  }

  said(step) {
    if (step.dataset.phoneStep === "photos") {
      return this.draft.photos.map((photo) => photo.name).join("\n");
    }
    return this.fields().filter((field) => step.contains(field)).map((field) => {
      if (["radio", "checkbox"].includes(field.type)) {
        return field.checked ? field.labels[0].textContent.trim() : "";
      }
      if (field.type === "select-one") {
        return field.value && !field.hasAttribute("data-map-datum") ? field.selectedOptions[0].textContent.trim() : "";
      }
      if (field.hasAttribute("data-map-accuracy")) {
        return field.value && this.words("accuracy", Math.round(field.value));
      }
      return field.type === "datetime-local" ? field.value.replace("T", " ") : field.value.trim();
    }).filter(Boolean).join("\n");
  }

  // Photos

  async addPhotos(input) {
    for (const file of [...input.files]) {
      if (this.draft.photos.length >= MOST_PHOTOS) {
        this.say(this.words("many"));
        break;
      }
      const id = crypto.randomUUID();
      await this.keeping(store.keepPicture(id, file));
      this.draft.photos.push({ id, name: file.name, upload: null });
      await this.keeping(store.keep(this.draft));
    }
    input.value = "";
    this.showPhotos();
  }

  showPhotos() {
    this.part("kept").replaceChildren(...this.draft.photos.map((photo) => {
      const item = this.part("photo").content.cloneNode(true);
      item.querySelector(".lz-sent__name").textContent = photo.name;
      item.querySelector("[data-phone-of]").textContent = photo.name;
      item.querySelector("button").addEventListener("click", () => this.removePhoto(photo));
      const image = item.querySelector("img");
      store.picture(photo.id).then((blob) => {
        image.src = URL.createObjectURL(blob);
        image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
      });
      return item;
    }));
  }

  async removePhoto(photo) {
    this.draft.photos = this.draft.photos.filter((each) => each !== photo);
    await this.keeping(store.keep(this.draft));
    await store.forgetPicture(photo.id);
    this.showPhotos();
  }

  // Sending

  async send() {
    if (this.cancelling) {
      return;
    }
    this.cancelling = new AbortController();
    this.part("send").disabled = true;
    this.part("problems").hidden = true;
    this.say("");
    await this.kept;
    try {
      await this.sendAll(this.draft, this.cancelling.signal);
    } catch (cutOff) {
      this.say(this.words(this.cancelling.signal.aborted ? "cancelled" : "away"));
    }
    this.cancelling = null;
    this.part("send").disabled = false;
    this.part("progress").hidden = true;
    this.part("frozen").hidden = !this.draft.sending;
  }

  async sendAll(draft, signal) {
    const headers = await token(signal);
    for (const photo of draft.photos) {
      if (!photo.upload && !(await this.sendPhoto(draft, photo, headers, signal))) {
        return;
      }
    }
    this.progress(this.words("sending"), null);
    draft.sending ??= { language: document.documentElement.lang };
    await store.keep(draft);
    const address = `/report/phone/send?lang=${draft.sending.language}`;
    let answer = await send(address, this.whole(draft), { headers, signal });
    const work = answer.body.work;
    if (answer.status === 429 && work && window.crypto?.subtle) {
      const whole = this.whole(draft);
      whole.append("work", await solve(work.challenge, work.bits));
      answer = await send(address, whole, { headers, signal });
    }
    if (answer.status === 200) {
      window.location.assign(answer.body.href);
    } else if (answer.status === 422) {
      await this.refused(draft, answer.body.problems);
    } else {
      this.say(this.words("busy"));
    }
  }

  async sendPhoto(draft, photo, headers, signal) {
    const answer = await sendFile(await store.picture(photo.id), {
      name: photo.name,
      whole: draft.id,
      mark: photo.id,
      finish: "/report/phone/photos",
      headers,
      signal,
      onProgress: (sent, all) => this.progress(this.words("uploading", photo.name), (100 * sent) / all),
    });
    if (answer.status !== 200) {
      this.showProblems(answer.body.problems ?? [{ field: null, words: this.words("failed") }]);
      return false;
    }
    photo.upload = answer.body.id;
    await store.keep(draft);
    return true;
  }

  whole(draft) {
    const body = new URLSearchParams();
    Object.entries(draft.fields).forEach(([name, values]) => values.forEach((value) => body.append(name, value)));
    draft.photos.forEach((photo) => body.append("photo", photo.upload));
    body.append("draft", draft.id);
    return body;
  }

  // Refused means not filed: it can be changed again. Pictures that lay too long are sent again.
  async refused(draft, problems) {
    draft.sending = null;
    if (problems.some((problem) => problem.field === "/report/photos")) {
      draft.photos.forEach((photo) => { photo.upload = null; });
    }
    await store.keep(draft);
    this.showDraft(draft, "check");
    this.showProblems(problems);
  }

  progress(words, percent) {
    this.part("progress").hidden = false;
    const bar = this.part("progress").querySelector("progress");
    if (percent === null) {
      bar.removeAttribute("value");
    } else {
      bar.value = percent;
    }
    this.part("progress-words").textContent = percent === null ? words : `${words} ${Math.floor(percent)}%`;
  }

  showProblems(problems) {
    const summary = this.part("problems");
    summary.querySelector("ul").replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li");
      const step = this.stepOf(problem.field);
      const told = document.createElement(step ? "a" : "b");
      told.textContent = problem.words;
      if (step) {
        told.href = `#${this.draft.id}/${step}`;
      }
      item.append(told);
      return item;
    }));
    summary.hidden = false;
    summary.focus();
  }

  // A field of the form, or the address of a question.
  stepOf(field) {
    const at = field?.startsWith("/report/")
      ? this.steps.find((step) => step.dataset.phoneStep === field.slice("/report/".length))
      : this.steps.find((step) => field && step.querySelector(`[name="${CSS.escape(field)}"], #${CSS.escape(field)}`));
    return at?.dataset.phoneStep;
  }
}
