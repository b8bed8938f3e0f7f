// The parts of the design system that need a script, on a page or on what was added to one.

import {
  createAll, Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink,
} from "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.js";

export function startComponents(scope) {
  for (const part of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) {
    createAll(part, undefined, scope);
  }
}
