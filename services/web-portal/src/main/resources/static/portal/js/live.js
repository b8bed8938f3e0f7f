// <div data-live="ADDRESS">: says when something has moved, and leaves the page as it is: somebody may be typing.
// The browser reconnects by itself; an answer without content tells it not to. After half an hour it ends, so that a
// forgotten page does not keep a session alive.

const LONGEST = 30 * 60 * 1000;

export function listen(page) {
  if (!window.EventSource) {
    return;
  }
  page.querySelectorAll("[data-live]").forEach((place) => {
    const source = new EventSource(place.dataset.live);
    source.addEventListener("changed", () => {
      place.querySelector("[data-live-note]").hidden = false;
      source.close();
    });
    window.setTimeout(() => source.close(), LONGEST);
    window.addEventListener("pagehide", () => source.close(), { once: true });
  });
}
