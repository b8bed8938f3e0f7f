// The receipt of a report: copies the code, prints the page, and takes the secret of a QR code from the address into the
// form. Without scripts the code can still be selected by one tap, and the page printed from the browser's menu.

// Its web view neither prints nor saves files nor installs pages.
export function isWeChat() {
  return /MicroMessenger/i.test(navigator.userAgent);
}

export function serveReceipts(page) {
  page.querySelectorAll("[data-copy]").forEach((button) => offerCopy(page, button));
  page.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = isWeChat();
    button.addEventListener("click", () => window.print());
  });
  page.querySelectorAll("form[data-opens]").forEach((form) => openScanned(page, form));
}

function offerCopy(page, button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const code = page.querySelector(button.dataset.copy);
    if (await copied(code)) {
      page.querySelector("[data-copy-status]").textContent = button.dataset.copied;
    }
  });
}

// The clipboard is closed to pages without https, and to some web views: then the text is at least selected.
async function copied(element) {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch (closed) {
    window.getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

function openScanned(page, form) {
  const secret = window.location.hash.slice(1);
  if (secret === "") {
    return;
  }
  window.history.replaceState(null, "", window.location.pathname);
  form.elements.namedItem("code").value = secret;
  page.querySelector("[data-opens-otherwise]").hidden = true;
  page.querySelector("[data-opens-button]").hidden = false;
  form.requestSubmit();
}
