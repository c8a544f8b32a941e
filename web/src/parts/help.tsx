import { Dialog } from "./dialog";

/** The keys, in the order in which one needs them. */
const keys: [string, string][] = [
  ["/", "find an actor"],
  ["g o", "overview"],
  ["g r", "relations"],
  ["g a", "ask"],
  ["g t", "articles"],
  ["g d", "add"],
  ["g v", "review"],
  ["j, k", "next and previous record of an article or list"],
  ["Enter", "open the record"],
  ["a, c, x", "accept, correct, reject the record"],
  ["?", "this list"],
];

export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, does]) => <div key={key}><dt>{key.split(", ").map((k) => <kbd key={k}>{k}</kbd>)}</dt><dd>{does}</dd></div>)}
      </dl>
      <p>They can be switched off under Settings.</p>
    </Dialog>
  );
}
