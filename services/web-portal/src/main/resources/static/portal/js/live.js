// <div data-live="ADDRESS">: says when something has moved, and leaves the page as it is: somebody may be typing.
// The browser reconnects by itself; an answer without content tells it not to.

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
    window.addEventListener("pagehide", () => source.close(), { once: true });
  });
}
