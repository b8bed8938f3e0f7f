/*
 * Moves through a list by keys while something in it has the focus: j down, k up, x chooses. Nowhere else do the keys do
 * anything, so nobody who dictates or types is surprised.
 */
export function walkLists(document) {
  for (const list of document.querySelectorAll("[data-walk]")) {
    list.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
        return;
      }
      const row = event.target.closest("tr");
      if (row && step(row, event.key)) {
        event.preventDefault();
      }
    });
  }
}

function isTyping(target) {
  return target.matches("input:not([type=checkbox]), select, textarea");
}

function step(row, key) {
  if (key === "j") {
    return enter(row.nextElementSibling);
  }
  if (key === "k") {
    return enter(row.previousElementSibling);
  }
  const box = key === "x" ? row.querySelector("input[type=checkbox]") : null;
  box?.click();
  return box !== null;
}

function enter(row) {
  const link = row?.querySelector("a");
  link?.focus();
  return Boolean(link);
}
