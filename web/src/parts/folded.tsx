import type { ComponentChildren } from "preact";
import { change, listed, toggled } from "../address";

interface FoldedProps {
  /** Its name in the setting "show" of the address. */
  name: string;
  title: string;
  show: string | undefined;
  children: () => ComponentChildren;
}

/** A section that is made when it is unfolded; the address remembers which are. */
export function Folded({ name, title, show, children }: FoldedProps) {
  const isOpen = listed(show).includes(name);
  return (
    <details class="folded" open={isOpen} onToggle={(e) => { if (e.currentTarget.open !== isOpen) change({ show: toggled(show, name) }); }}>
      <summary><h2>{title}</h2></summary>
      {isOpen && children()}
    </details>
  );
}
