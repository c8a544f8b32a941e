import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** A button that copies the text, and says so. Where the browser refuses, it shows the text to be copied by hand. */
export function Copy({ text, what, children }: { text: string; what: string; children: ComponentChildren }) {
  const [state, set] = useState<"" | "copied" | "refused">("");
  const copy = () => {
    navigator.clipboard?.writeText(text).then(() => set("copied"), () => set("refused")) ?? set("refused");
    setTimeout(() => set((now) => (now === "copied" ? "" : now)), 2000);
  };
  return (
    <span class="copy">
      <button type="button" class="link" aria-label={`Copy ${what}`} onClick={copy}>{children}</button>
      <span role="status">{state === "copied" && " copied"}</span>
      {state === "refused" && <input readOnly value={text} aria-label={what} onFocus={(e) => e.currentTarget.select()} />}
    </span>
  );
}
