// <main data-board="ADDRESS">: when something has moved, asks for its [data-board-part]s and exchanges them.
// Between two exchanges it does not listen at all, so that a busy day costs a browser one page every few seconds; what
// happened meanwhile is fetched when it listens again. A switch pauses it (WCAG 2.2.2), for this tab until it is closed.

const REST = 3000;
const LONGEST = 30 * 60 * 1000;
const PAUSED = "board-paused";

export function keepFresh(page, kept) {
  const board = page.querySelector("[data-board]");
  if (!board || !window.EventSource) {
    return;
  }
  const place = board.querySelector("[data-board-switch]");
  const button = place.querySelector("button");
  const ends = Date.now() + LONGEST;
  let source = null;
  let timer = 0;

  async function exchange() {
    const answer = await fetch(board.dataset.boardParts + window.location.search, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = document.activeElement?.getAttribute("href");
    board.querySelectorAll("[data-board-part]").forEach((part) => {
      const other = fresh.querySelector(`[data-board-part="${part.dataset.boardPart}"]`);
      if (!other) {
        return;
      }
      const held = focused && part.contains(document.activeElement);
      part.replaceChildren(...other.childNodes);
      if (held) {
        [...part.querySelectorAll("a[href]")].find((link) => link.getAttribute("href") === focused)?.focus();
      }
    });
  }

  function listen(again) {
    if (Date.now() > ends) {
      return;
    }
    source = new EventSource(board.dataset.board);
    source.addEventListener("open", () => {
      if (again) {
        exchange().catch(() => {});
      }
      again = true;
    });
    source.addEventListener("changed", () => {
      stop();
      timer = window.setTimeout(() => listen(true), REST);
    });
  }

  function stop() {
    window.clearTimeout(timer);
    source?.close();
    source = null;
  }

  function show(paused) {
    button.setAttribute("aria-pressed", String(paused));
    place.querySelector("[data-board-live]").hidden = paused;
    place.querySelector("[data-board-paused]").hidden = !paused;
  }

  button.addEventListener("click", () => {
    const paused = button.getAttribute("aria-pressed") !== "true";
    kept.setItem(PAUSED, String(paused));
    show(paused);
    stop();
    if (!paused) {
      listen(true);
    }
  });
  window.addEventListener("pagehide", stop, { once: true });
  const paused = kept.getItem(PAUSED) === "true";
  place.hidden = false;
  show(paused);
  if (!paused) {
    listen(false);
  }
}
