// A plain script, before the first paint: otherwise what scripts hide would flash up first.
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
}
