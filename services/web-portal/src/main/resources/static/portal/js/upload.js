// Sends a form or a file and tells how much of it has left. Resolves with { status, body }; rejects when there was no
// answer, or when it was cancelled by the signal.

export function send(address, body, { headers = {}, onProgress = () => {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded, event.total));
    request.addEventListener("load", () => resolve({ status: request.status, body: read(request.responseText) }));
    for (const end of ["error", "timeout", "abort"]) {
      request.addEventListener(end, () => reject(new Error(end)));
    }
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch (notJson) {
    return {};
  }
}

// <form data-upload="ADDRESS">: its files go there one by one with their progress, then the form without them. What was cut
// off is sent again by the same button; what has arrived already is not added twice, its content decides. Without this
// script the form takes its files along.

const arrived = new WeakSet();

export function showUploads(page) {
  page.querySelectorAll("form[data-upload]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      const input = form.querySelector("input[type=file]");
      if (input.files.length > 0 && event.submitter?.name !== "remove") {
        event.preventDefault();
        sendAll(form, input, event.submitter);
      }
    });
  });
}

async function sendAll(form, input, submitter) {
  const place = form.querySelector("[data-upload-progress]");
  const [going, problem] = ["going", "problem"].map((name) => place.querySelector(`[data-upload-${name}]`));
  if (!going.hidden) {
    return;
  }
  const cancelling = new AbortController();
  place.querySelector("[data-upload-cancel]").onclick = () => cancelling.abort();
  problem.textContent = "";
  place.hidden = false;
  going.hidden = false;
  const told = await sendEach(form, input, place, cancelling.signal);
  going.hidden = true;
  problem.textContent = told ?? "";
  if (told === undefined) {
    input.value = "";
    form.requestSubmit(submitter);
  }
}

async function sendEach(form, input, place, signal) {
  const [words, bar] = [place.querySelector("[data-upload-words]"), place.querySelector("progress")];
  try {
    for (const file of [...input.files].filter((each) => !arrived.has(each))) {
      const answer = await send(form.dataset.upload, one(form, input, file), {
        signal,
        onProgress(sent, all) {
          bar.value = (100 * sent) / all;
          words.textContent = `${place.dataset.words.replace("{0}", file.name)} ${Math.floor(bar.value)}%`;
        },
      });
      if (answer.status !== 200) {
        return answer.body.problems?.[0]?.words ?? place.dataset.away;
      }
      arrived.add(file);
    }
    return undefined;
  } catch (cutOff) {
    return signal.aborted ? place.dataset.cancelled : place.dataset.away;
  }
}

function one(form, input, file) {
  const body = new FormData();
  body.append("_csrf", form.elements.namedItem("_csrf").value);
  body.append(input.name, file);
  return body;
}
