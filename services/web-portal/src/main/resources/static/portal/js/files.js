// Shows what was chosen in <input type=file data-chosen="ID of a list">: thumbnails, names, sizes. Without it the
// browser's own words are seen.

export function listChosenFiles(page) {
  page.querySelectorAll("input[type=file][data-chosen]").forEach((input) => {
    const list = page.getElementById(input.dataset.chosen);
    input.addEventListener("change", () => list.replaceChildren(...[...input.files].map(item)));
  });
}

function item(file) {
  const row = document.createElement("li");
  row.className = "lz-files__item";
  if (file.type.startsWith("image/")) {
    row.append(thumbnail(file));
  }
  const words = document.createElement("span");
  words.textContent = `${file.name} · ${size(file.size)}`;
  row.append(words);
  return row;
}

function thumbnail(file) {
  const image = document.createElement("img");
  image.className = "lz-files__image";
  image.alt = "";
  image.src = URL.createObjectURL(file);
  image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
  return image;
}

function size(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
