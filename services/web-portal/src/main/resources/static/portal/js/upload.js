// Sends forms and files and tells how much of them has left.

const PIECE = 512 * 1024;
const MOST_BEGINNINGS = 5;

// Resolves with { status, body }; rejects when there was no answer, or when it was cancelled by the signal.
export function send(address, body, { method = "POST", headers = {}, onProgress = () => {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("Accept", "application/json");
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded));
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

// What a request must carry to be taken: a page may be older than its token.
export async function token(signal, address = "/report/phone/token") {
  const answer = await fetch(address, { signal, cache: "no-store" });
  const { header, value } = await answer.json();
  return { [header]: value };
}

// Sends a file piece by piece. Sent again after a cut, by the same mark within the same whole, it goes on where it was.
// Resolves with the answer of the address that is told when all of it is there, or with the first that is no success.
export async function sendFile(file, { pieces = "/uploads", name, whole, mark, finish, fields = {}, headers, onProgress, signal }) {
  const about = { whole, mark, name, size: file.size };
  let answer = await begin(pieces, about, headers, signal);
  for (let beginnings = 1; answer.status === 200 && answer.body.offset < file.size;) {
    const { id, offset } = answer.body;
    onProgress(offset, file.size);
    answer = await send(`${pieces}/${id}`, file.slice(offset, offset + PIECE), {
      method: "PATCH",
      headers: { ...headers, "Content-Type": "application/partial-upload", "Upload-Offset": offset },
      onProgress: (sent) => onProgress(offset + sent, file.size),
      signal,
    });
    if (answer.status === 409 && beginnings < MOST_BEGINNINGS) {
      beginnings++;
      answer = await begin(pieces, about, headers, signal);
    }
  }
  return answer.status === 200
    ? send(finish, new URLSearchParams({ ...fields, ...about, upload: answer.body.id }), { headers, signal })
    : answer;
}

function begin(pieces, about, headers, signal) {
  return send(pieces, new URLSearchParams(about), { headers, signal });
}

// <form data-upload="ADDRESS" data-upload-whole="ID">: its files go there one by one with their progress, then the form
// without them; their pieces to data-upload-pieces with what data-upload-token says, where these are not those of citizens. What was cut off goes on by the same button; what has arrived already is not added twice. Without this script
// the form takes its files along.

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
    const headers = await token(signal, form.dataset.uploadToken);
    for (const file of [...input.files].filter((each) => !arrived.has(each))) {
      const answer = await sendFile(file, {
        pieces: form.dataset.uploadPieces,
        name: file.name,
        whole: form.dataset.uploadWhole,
        mark: `${file.name}|${file.lastModified}`,
        finish: form.dataset.upload,
        fields: { already: form.querySelectorAll("input[name=sent]").length },
        headers,
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
      carry(form, answer.body);
    }
    return undefined;
  } catch (cutOff) {
    return signal.aborted ? place.dataset.cancelled : place.dataset.away;
  }
}

// Where no session keeps what has arrived, the form does, in fields of the name that data-upload-carries says.
function carry(form, { id, sent = id }) {
  const name = form.dataset.uploadCarries;
  if (name) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value: sent });
    form.append(field);
  }
}
