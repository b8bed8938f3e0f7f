// Keeps what was typed into <form data-autosave="NAME"> until it has arrived, so that an expired session, a failed
// connection or a closed lid costs nothing. It stays in this tab (session storage) and never leaves the device;
// passwords, files, hidden fields and tracking codes are not kept. Whoever is done, or signs out, leaves nothing of it:
// sending <form data-forgets-drafts> removes all.
//
// Arrived means: the page after sending neither shows the same form again nor is marked data-failed.

const PREFIX = "lianzhi-draft:";
const SENT = "lianzhi-draft-sent";

export function keepDrafts(page, storage) {
  try {
    forgetWhatArrived(page, storage);
    page.querySelectorAll("form[data-autosave]").forEach((form) => keep(form, storage));
    page
      .querySelectorAll("form[data-forgets-drafts]")
      .forEach((form) => form.addEventListener("submit", () => forgetAll(storage)));
  } catch (unavailable) {
    // Storage can be switched off; the form works without it.
  }
}

function forgetWhatArrived(page, storage) {
  const name = storage.getItem(SENT);
  if (name === null || page.querySelector("[data-failed]")) {
    return;
  }
  storage.removeItem(SENT);
  if (!page.querySelector(`form[data-autosave="${CSS.escape(name)}"]`)) {
    storage.removeItem(PREFIX + name);
  }
}

function forgetAll(storage) {
  Object.keys(storage)
    .filter((key) => key.startsWith(PREFIX) || key === SENT)
    .forEach((key) => storage.removeItem(key));
}

function keep(form, storage) {
  const name = form.dataset.autosave;
  restore(form, JSON.parse(storage.getItem(PREFIX + name) ?? "{}"));
  form.addEventListener("input", () => storage.setItem(PREFIX + name, JSON.stringify(typed(form))));
  form.addEventListener("submit", () => storage.setItem(SENT, name));
}

function restore(form, kept) {
  let restored = false;
  for (const field of textFields(form)) {
    if (field.value === "" && kept[field.name]) {
      field.value = kept[field.name];
      field.dispatchEvent(new Event("change", { bubbles: true }));
      restored = true;
    }
  }
  const note = form.querySelector("[data-autosave-note]");
  if (note && restored) {
    note.hidden = false;
  }
}

function typed(form) {
  return Object.fromEntries(textFields(form).map((field) => [field.name, field.value]));
}

function textFields(form) {
  const kinds = ["text", "tel", "email", "number", "datetime-local", "textarea"];
  return [...form.elements].filter((field) => field.name && field.name !== "code" && kinds.includes(field.type));
}
