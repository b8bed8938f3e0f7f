// The page for drafts on this phone. Which draft and which question stand in the part of the address that no server sees
// (#DRAFT/QUESTION). Every letter is kept as it is typed. Nothing is sent before somebody presses send; from then on a
// draft is not changed any more until it is known what became of it, so that the same key always means the same report.

import { KeptPage, canKeep } from "./kept-page.js";
import { pickPlaces } from "./map.js";
import { citizens } from "./phone-store.js";
import { isWeChat } from "./receipt.js";
import { send, token } from "./upload.js";
import { solve } from "./work.js";

const MOST_PHOTOS = 6;

export function keepDraftsOnPhone(page) {
  const root = page.querySelector("[data-phone]");
  if (root && canKeep()) {
    new PhonePage(root).start();
  }
}

class PhonePage extends KeptPage {
  constructor(root) {
    super(root, citizens, MOST_PHOTOS);
    this.form = this.part("draft");
    this.steps = [...root.querySelectorAll("[data-phone-step]")];
  }

  start() {
    this.part("off").hidden = true;
    this.part("on").hidden = false;
    this.part("wechat").hidden = !isWeChat();
    this.watchConnection();
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
    const draft = id ? await this.store.find(id) : undefined;
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
    const drafts = await this.store.all();
    this.part("drafts").replaceChildren(...drafts.map((draft) => this.item(draft)));
    this.part("list").hidden = false;
    if (drafts.length === 0) {
      this.say(this.words("none"));
    }
  }

  item(draft) {
    const item = this.part("item").content.cloneNode(true);
    const name = this.nameOf(draft);
    item.querySelector("[data-phone-name]").textContent = name;
    item.querySelector("[data-phone-about]").textContent = [
      this.words("changed", this.moment(draft.changed)), this.words("photos", draft.photos.length), draft.sending ? this.words("unknown") : "",
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
    const draft = this.store.begin();
    await this.keeping(this.store.keep(draft));
    navigator.storage?.persist?.();
    window.location.hash = `${draft.id}/category`;
  }

  async forget(id) {
    if (window.confirm(this.words("deleteSure"))) {
      await this.store.forget(id);
      await this.showList();
    }
  }

  async forgetAll() {
    if (window.confirm(this.words("deleteAllSure"))) {
      await this.store.forgetAll();
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
    this.beginAt(this.step.querySelector("h1"));
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
    return step.dataset.phoneStep === "photos"
      ? this.draft.photos.map((photo) => photo.name).join("\n")
      : this.saidIn(step);
  }

  // Sending

  async send() {
    await this.sendOnce((signal) => this.sendAll(this.draft, signal));
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
    await this.store.keep(draft);
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
    const answer = await this.sendPicture(photo, {
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
    return this.arrived(draft, photo, answer.body.id);
  }

  whole(draft) {
    const body = new URLSearchParams();
    Object.entries(draft.fields).forEach(([name, values]) => values.forEach((value) => body.append(name, value)));
    draft.photos.forEach((photo) => body.append("photo", photo.upload));
    body.append("draft", draft.id);
    body.append("key", draft.key ?? draft.id);
    return body;
  }

  // Refused means not filed: it can be changed again, and is another report then. Pictures that lay too long are sent again.
  async refused(draft, problems) {
    draft.sending = null;
    draft.key = crypto.randomUUID();
    if (problems.some((problem) => problem.field === "/report/photos")) {
      draft.photos.forEach((photo) => { photo.upload = null; });
    }
    await this.store.keep(draft);
    this.showDraft(draft, "check");
    this.showProblems(problems);
  }

  showProblems(problems) {
    super.showProblems(problems, (field) => {
      const step = this.stepOf(field);
      return step && { href: `#${this.draft.id}/${step}` };
    });
  }

  // A field of the form, or the address of a question.
  stepOf(field) {
    const at = field.startsWith("/report/")
      ? this.steps.find((step) => step.dataset.phoneStep === field.slice("/report/".length))
      : this.steps.find((step) => step.querySelector(`[name="${CSS.escape(field)}"], #${CSS.escape(field)}`));
    return at?.dataset.phoneStep;
  }
}
