// What every citizen's page does for drafts on this phone: keeps the page for writing without a connection, and forgets a
// draft once its code stands on the screen.

import { citizens } from "./phone-store.js";

export function servePhone(page) {
  if (!page.querySelector("link[rel=manifest]")) {
    return;
  }
  navigator.serviceWorker?.register("/report/worker.js", { scope: "/report/" }).catch(() => {
    // Some web views have none: filing works without it.
  });
  const filed = page.querySelector("[data-phone-filed]");
  if (filed) {
    citizens.forget(filed.dataset.phoneFiled).then(() => filed.removeAttribute("data-phone-filed"), () => {
      // It stays in the list then, and sending it again brings the same code.
    });
  }
}
