import {
  createAll, Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink,
} from "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js";
import { coverPhotos } from "./cover.js";
import { keepDrafts } from "./drafts.js";
import { pickPlaces } from "./map.js";
import { listChosenFiles } from "./files.js";
import { listen } from "./live.js";
import { walkLists } from "./list.js";
import { serveReceipts } from "./receipt.js";
import { keepFresh } from "./board.js";
import { doWork } from "./work.js";
import { showUploads } from "./upload.js";
import { servePhone } from "./phone.js";
import { keepDraftsOnPhone } from "./phone-page.js";
import { serveField } from "./field-page.js";

for (const part of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) {
  createAll(part);
}
keepDrafts(document, window.sessionStorage);
coverPhotos(document);
pickPlaces(document);
listChosenFiles(document);
listen(document);
walkLists(document, window);
keepFresh(document, window.sessionStorage);
serveReceipts(document);
doWork(document);
servePhone(document);
keepDraftsOnPhone(document);
serveField(document);
showUploads(document);
