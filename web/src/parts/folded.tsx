import type { ComponentChildren } from "preact";
import { change } from "../address";

interface FoldedProps {
  /** Its name in the setting "show" of the address. */
  name: string;
  title: string;
  show: string | undefined;
  children: () => ComponentChildren;
}

/** A section that is made when it is unfolded; the address remembers which are. */
export function Folded({ name, title, show, children }: FoldedProps) {
  const names = (show ?? "").split(",").filter(Boolean);
  const isOpen = names.includes(name);
  const follow = (open: boolean) => {
    if (open !== isOpen) change({ show: (open ? [...names, name] : names.filter((n) => n !== name)).join(",") });
  };
  return (
    <details class="folded" open={isOpen} onToggle={(e) => follow(e.currentTarget.open)}>
      <summary><h2>{title}</h2></summary>
      {isOpen && children()}
    </details>
  );
}
