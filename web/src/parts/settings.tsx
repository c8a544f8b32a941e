// What a user sets once: light or dark, keys, who reviews, the token that allows writing.

import { useEffect, useState } from "preact/hooks";
import { useMemory } from "../memory";
import { Dialog } from "./dialog";

const wish = "demarche.settings";

/** Opens the settings, for parts that need one of them. */
export const openSettings = (): void => { dispatchEvent(new Event(wish)); };

export function Settings({ onHelp }: { onHelp: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [theme] = useMemory("theme");
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [theme]);
  useEffect(() => {
    const show = () => setOpen(true);
    addEventListener(wish, show);
    return () => removeEventListener(wish, show);
  }, []);
  return (
    <>
      <button type="button" class="quiet settings" onClick={() => setOpen(true)}>Settings</button>
      {isOpen && <SettingsDialog onClose={() => setOpen(false)} onHelp={onHelp} />}
    </>
  );
}

function SettingsDialog({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const [theme, setTheme] = useMemory("theme");
  const [keys, setKeys] = useMemory("keys");
  const [reviewer, setReviewer] = useMemory("reviewer");
  const [token, setToken] = useMemory("token");
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div class="field">
        <label for="set-theme">Colours</label>
        <select id="set-theme" value={theme} onChange={(e) => setTheme(e.currentTarget.value)}>
          <option value="">as the system</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select>
      </div>
      <div class="field">
        <label><input type="checkbox" checked={keys !== "off"} onChange={(e) => setKeys(e.currentTarget.checked ? "" : "off")} /> Single keys do things</label>
        <button type="button" class="link" onClick={onHelp}>which?</button>
      </div>
      <div class="field">
        <label for="set-reviewer">Your name, for reviews</label>
        <input id="set-reviewer" value={reviewer} maxLength={100} autocomplete="name" onInput={(e) => setReviewer(e.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="set-token">Token</label>
        <input id="set-token" type="password" value={token} autocomplete="off" onInput={(e) => setToken(e.currentTarget.value)} />
        <small>Allows to add, review and remove. Whoever runs the server knows it (<code>server.token</code>). It is kept until this tab is closed.</small>
      </div>
    </Dialog>
  );
}
