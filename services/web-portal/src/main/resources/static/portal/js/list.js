/*
 * Single keys of a list: / to the search, j and k down and up, x chooses, ? tells what the keys do. Whoever dictates, or whose
 * hand slips, turns them off, and that is kept in this browser. In a field they are letters like all others.
 */
const OFF = "lz-keys-off";

export function walkLists(page, browser) {
  const keys = page.querySelector("[data-keys]");
  if (keys === null) {
    return;
  }
  const on = keys.querySelector("[data-keys-on]");
  on.checked = kept(browser, (store) => store.getItem(OFF)) !== "yes";
  on.addEventListener("change", () => {
    kept(browser, (store) => (on.checked ? store.removeItem(OFF) : store.setItem(OFF, "yes")));
  });
  keys.hidden = false;
  page.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented;
    if (on.checked && plain && !isTyping(event.target) && act(page, keys, event)) {
      event.preventDefault();
    }
  });
}

// A browser may refuse to keep anything.
function kept(browser, use) {
  try {
    return use(browser.localStorage);
  } catch {
    return null;
  }
}

function isTyping(target) {
  return target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
}

function act(page, keys, { key, target }) {
  const row = target.closest("[data-walk] tbody tr");
  switch (key) {
    case "/":
      return show(page.querySelector("[data-keys-search]"));
    case "?":
      keys.open = true;
      return show(keys.querySelector("summary"));
    case "j":
      return enter(row === null ? page.querySelector("[data-walk] tbody tr") : row.nextElementSibling);
    case "k":
      return enter(row?.previousElementSibling);
    case "x":
      return choose(row);
    default:
      return false;
  }
}

function show(element) {
  const around = element?.closest("details:not([data-keys])");
  if (around) {
    around.open = true;
  }
  element?.focus();
  return Boolean(element);
}

function choose(row) {
  const box = row?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function enter(row) {
  const link = row?.querySelector("a");
  link?.focus();
  return Boolean(link);
}
