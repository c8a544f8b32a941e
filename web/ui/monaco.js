// Starts the editor. Cayley's page would put these lines into the document as
// an inline script, which the content security policy rightly forbids.
require.config({ paths: { vs: "vs" } });
require(["vs/editor/editor.main"], function () {
  document.dispatchEvent(new Event("monaco_init"));
});
