/*
 * Boxes are drawn over a picture; what they are stands in the number fields, which say the same without a pointer. The form
 * sends the fields alone.
 */
const PARTS = ["left", "top", "width", "height"];

export function coverPhotos(document) {
  for (const form of document.querySelectorAll("[data-cover]")) {
    serve(form);
  }
}

function serve(form) {
  const picture = form.querySelector("[data-cover-picture]");
  const rows = [...form.querySelectorAll("[data-cover-row]")];
  const boxes = rows.map(() => picture.appendChild(Object.assign(form.ownerDocument.createElement("span"), { className: "lz-cover__box" })));
  form.querySelector("[data-cover-hint]").hidden = false;
  const show = () => rows.forEach((row, at) => place(boxes[at], read(row)));
  form.addEventListener("input", show);
  let drawing = null;
  draw(picture, (box, done) => {
    const row = drawing ?? rows.find(isEmpty);
    if (row) {
      drawing = done ? null : row;
      write(row, box);
      show();
    }
  });
  show();
}

function field(row, part) {
  return row.querySelector(`[data-cover-part=${part}]`);
}

function isEmpty(row) {
  return PARTS.every((part) => field(row, part).value === "");
}

function read(row) {
  return Object.fromEntries(PARTS.map((part) => [part, Number.parseFloat(field(row, part).value)]));
}

function write(row, box) {
  for (const part of PARTS) {
    field(row, part).value = box[part].toFixed(1);
  }
}

function place(shown, box) {
  const whole = PARTS.every((part) => Number.isFinite(box[part]));
  shown.hidden = !whole;
  if (whole) {
    PARTS.forEach((part) => shown.style.setProperty(part, `${box[part]}%`));
  }
}

function draw(picture, drawn) {
  let from = null;
  picture.addEventListener("pointerdown", (event) => {
    from = at(picture, event);
    picture.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (from) {
      drawn(between(from, at(picture, event)), false);
    }
  });
  picture.addEventListener("pointerup", (event) => {
    if (from) {
      const to = at(picture, event);
      if (to.x !== from.x && to.y !== from.y) {
        drawn(between(from, to), true);
      }
      from = null;
    }
  });
  picture.addEventListener("pointercancel", () => { from = null; });
}

function at(picture, event) {
  const frame = picture.getBoundingClientRect();
  const share = (value, length) => Math.min(100, Math.max(0, (100 * value) / length));
  return { x: share(event.clientX - frame.left, frame.width), y: share(event.clientY - frame.top, frame.height) };
}

/* Rounded to tenths, inwards at the far edge, so that a box never leaves the picture. */
function between(one, other) {
  const left = Math.floor(10 * Math.min(one.x, other.x)) / 10;
  const top = Math.floor(10 * Math.min(one.y, other.y)) / 10;
  return {
    left,
    top,
    width: Math.min(100 - left, Math.ceil(10 * (Math.max(one.x, other.x) - left)) / 10),
    height: Math.min(100 - top, Math.ceil(10 * (Math.max(one.y, other.y) - top)) / 10),
  };
}
