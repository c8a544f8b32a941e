// Copy buttons of the examples. Without script the text can be marked and
// copied by hand.
"use strict";

for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", async () => {
    const text = button.closest(".example").querySelector("pre").textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      // Browsers refuse it where the page did not come over TLS from another host.
      getSelection().selectAllChildren(button.closest(".example").querySelector("code"));
      button.textContent = "Marked: press Ctrl+C";
    }
  });
}
