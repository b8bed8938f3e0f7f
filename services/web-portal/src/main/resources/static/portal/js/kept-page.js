// What a page does that keeps on this phone what is written into it: every letter as it is typed, and photos. The parts of the
// page are found by data-phone-NAME, its words stand in data attributes.

import { sendFile } from "./upload.js";

// Without https there is no key to be made, and a browser may have been told to keep nothing.
export function canKeep() {
  return Boolean(window.isSecureContext && window.indexedDB);
}

export class KeptPage {
  constructor(root, store, mostPhotos) {
    this.root = root;
    this.store = store;
    this.mostPhotos = mostPhotos;
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

  on(name, act) {
    this.part(name).addEventListener("click", act);
  }

  // Another view begins where a page would.
  beginAt(heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  watchConnection() {
    for (const change of ["online", "offline"]) {
      window.addEventListener(change, () => this.tellConnection());
    }
    this.tellConnection();
  }

  tellConnection() {
    this.part("offline").hidden = navigator.onLine;
  }

  fields() {
    return [...this.form.elements].filter((field) => field.name && !field.name.startsWith("_") && field.type !== "file");
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

  // What is being sent is not changed.
  keep() {
    if (!this.draft || this.draft.sending) {
      return;
    }
    this.draft.fields = this.answers();
    this.draft.changed = Date.now();
    this.keeping(this.store.keep(this.draft));
  }

  // One after the other; a phone that is full says so at once.
  keeping(writing) {
    this.kept = Promise.all([this.kept, writing]).catch(() => this.say(this.words("full")));
    return this.kept;
  }

  moment(time) {
    return new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  }

  // What was answered within an element, in words.
  saidIn(element) {
    return this.fields().filter((field) => element.contains(field)).map((field) => {
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

  // Whoever leaves meanwhile waits until all of them are kept: they belong to the draft they were chosen for.
  async addPhotos(input) {
    const draft = this.draft;
    await this.keeping(this.keepPhotos(draft, [...input.files]));
    input.value = "";
    if (this.draft?.id === draft.id) {
      this.showPhotos();
    }
  }

  // A photo that this phone has not kept is none of the draft.
  async keepPhotos(draft, files) {
    for (const file of files) {
      if (draft.photos.length >= this.mostPhotos) {
        this.say(this.words("many"));
        return;
      }
      const photo = { id: crypto.randomUUID(), name: file.name, upload: null };
      await this.store.keepPicture(photo.id, file);
      draft.photos.push(photo);
      this.added(draft, photo, file);
      await this.store.keep(draft);
    }
  }

  // What else is to be known of a photo.
  added() {}

  nameOfPhoto(photo) {
    return photo.name;
  }

  showPhotos() {
    this.part("kept").replaceChildren(...this.draft.photos.map((photo) => {
      const item = this.part("photo").content.cloneNode(true);
      item.querySelector(".lz-sent__name").textContent = this.nameOfPhoto(photo);
      item.querySelector("[data-phone-of]").textContent = photo.name;
      item.querySelector("button").addEventListener("click", () => this.removePhoto(photo));
      const image = item.querySelector("img");
      this.store.picture(photo.id).then((blob) => {
        image.src = blob ? URL.createObjectURL(blob) : "";
        image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
      });
      return item;
    }));
  }

  async removePhoto(photo) {
    this.draft.photos = this.draft.photos.filter((each) => each !== photo);
    await this.keeping(this.store.keep(this.draft));
    await this.store.forgetPicture(photo.id);
    this.showPhotos();
  }

  // Sending

  // One at a time, with a way to stop; what was cut off is told and stays as it was.
  async sendOnce(act) {
    if (this.cancelling) {
      return;
    }
    this.cancelling = new AbortController();
    this.part("send").disabled = true;
    this.part("problems").hidden = true;
    this.say("");
    await this.kept;
    try {
      await act(this.cancelling.signal);
    } catch (cutOff) {
      this.say(this.words(this.cancelling.signal.aborted ? "cancelled" : "away"));
    }
    this.cancelling = null;
    this.part("send").disabled = false;
    this.part("progress").hidden = true;
  }

  // A browser may have lost a picture; no sending again brings it back.
  async sendPicture(photo, about) {
    const picture = await this.store.picture(photo.id);
    return picture
      ? sendFile(picture, about)
      : { status: 422, body: { outcome: "wrong", problems: [{ field: null, words: this.words("lost", photo.name) }] } };
  }

  // A photo is there: it need not be sent again, whatever becomes of the rest.
  async arrived(draft, photo, upload) {
    photo.upload = upload;
    await this.store.keep(draft);
    return true;
  }

  showProblems(problems, linkOf) {
    const summary = this.part("problems");
    summary.querySelector("ul").replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li");
      const link = problem.field ? linkOf(problem.field) : null;
      const told = document.createElement(link ? "a" : "b");
      told.textContent = problem.words;
      Object.assign(told, link ?? {});
      item.append(told);
      return item;
    }));
    summary.hidden = false;
    summary.focus();
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
}
