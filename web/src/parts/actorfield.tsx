// Fields that complete names as one types: the combobox of the ARIA Authoring
// Practices, with a list that pops up.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { api, need, type Ref } from "../api/client";
import { useLoaded } from "../api/use";

/** Something that can be chosen. */
export interface Choice extends Ref {
  about?: string | undefined;
}

interface FieldProps {
  id?: string;
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  /** What is chosen now: an id, or text that the server understands as well. */
  value: string;
  required?: boolean;
  /** Whether the field is empty again after a choice. */
  clears?: boolean;
  onChoose: (choice: Choice | undefined) => void;
}

/** A field for an actor. An id that the address brings is shown as its name. */
export function ActorField(props: FieldProps) {
  const isID = mayBeID(props.value);
  const known = useLoaded(isID ? props.value : undefined, async (signal) =>
    need(await api.GET("/api/actors/{id}", { params: { path: { id: props.value } }, signal })));
  const name = isID && known.data?.id === props.value ? known.data.name : props.value;
  return <Combobox {...props} value={name} find={findActors} />;
}

/** A field for a known issue, with its name, too. */
export function IssueField(props: FieldProps) {
  const known = useLoaded(mayBeID(props.value) ? props.value : undefined, (signal) => findIssues(props.value, signal));
  const name = known.data?.find((issue) => issue.id === props.value)?.name ?? props.value;
  return <Combobox {...props} value={name} find={findIssues} />;
}

const mayBeID = (text: string): boolean => /^(unlinked:)?[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

async function findActors(q: string, signal: AbortSignal): Promise<Choice[]> {
  const list = need(await api.GET("/api/actors", { params: { query: { q, limit: 8, unlinked: true } }, signal }));
  return (list.actors ?? []).map((a) => ({ id: a.id, name: a.name, about: a.linked ? a.kind : a.kind + ", not in the catalogue" }));
}

async function findIssues(q: string, signal: AbortSignal): Promise<Choice[]> {
  const list = need(await api.GET("/api/issues", { params: { query: { q, limit: 8 } }, signal }));
  return (list.issues ?? []).map((issue) => ({ id: issue.id, name: issue.name }));
}

/** Keys that follow each other faster, in milliseconds, are asked of the server once. */
const pause = 80;

type Find = (q: string, signal: AbortSignal) => Promise<Choice[]>;

/** What is found for the text; empty text, as one that nobody typed, finds nothing and opens no list. */
function useChoices(text: string, isTyped: () => boolean, find: Find) {
  const [choices, setChoices] = useState<Choice[]>([]);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const keyAt = useRef(0);
  useEffect(() => {
    if (!isTyped() || text.trim() === "") {
      setOpen(false);
      return;
    }
    const before = keyAt.current;
    keyAt.current = performance.now();
    const control = new AbortController();
    const timer = setTimeout(() => {
      find(text.trim(), control.signal).then((found) => {
        if (control.signal.aborted) return;
        setChoices(found);
        setActive(found.length > 0 ? 0 : -1);
        setOpen(true);
      }, () => control.signal.aborted || setOpen(false)); // a name typed out works without completion
    }, keyAt.current - before < pause ? pause : 0);
    return () => { clearTimeout(timer); control.abort(); };
  }, [text]);
  const go = (by: 1 | -1) => setActive(choices.length ? (active + by + choices.length) % choices.length : -1);
  return { choices, active, isOpen, go, close: () => setOpen(false) };
}

function Combobox({ id, label, hideLabel, placeholder, value, required, clears, onChoose, find }: FieldProps & { find: Find }) {
  const own = useId();
  const input = id ?? own;
  const list = own + "-list";
  const [text, setText] = useState(value);
  const typed = useRef(false);
  useEffect(() => { if (!typed.current) setText(value); }, [value]);
  const { choices, active, isOpen, go, close } = useChoices(text, () => typed.current, find);

  const choose = (choice: Choice | undefined) => {
    typed.current = false;
    close();
    setText(clears ? "" : choice?.name ?? "");
    onChoose(choice);
  };
  const leave = () => {
    close();
    if (!typed.current || clears) return;
    typed.current = false;
    // What was typed and not chosen goes to the server as it is: it knows names and aliases.
    onChoose(text.trim() ? { id: text.trim(), name: text.trim() } : undefined);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Enter: () => (isOpen && choices[active] ? choose(choices[active]) : leave()),
    Escape: close, // and nothing around it that Escape would close
  };
  return (
    <div class="field combobox">
      <label for={input} class={hideLabel ? "hidden" : undefined}>{label}{required && <span class="required"> (required)</span>}</label>
      <input id={input} type="text" role="combobox" autocomplete="off" spellcheck={false} placeholder={placeholder} value={text}
        required={required} aria-expanded={isOpen} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${list}-${active}` : undefined}
        onInput={(e) => { typed.current = true; setText(e.currentTarget.value); }}
        onBlur={leave}
        onKeyDown={(e) => {
          const act = keys[e.key];
          if (!act || (e.key !== "Enter" && !isOpen)) return;
          if (e.key !== "Enter" || typed.current) e.preventDefault();
          e.stopPropagation();
          act();
        }} />
      <ul id={list} role="listbox" aria-label={label} hidden={!isOpen}>
        {choices.map((choice, i) => (
          <li key={choice.id} id={`${list}-${i}`} role="option" aria-selected={i === active}
            onMouseDown={(e) => { e.preventDefault(); choose(choice); }}>
            {choice.name} {choice.about && <small>{choice.about}</small>}
          </li>
        ))}
        {choices.length === 0 && <li role="option" aria-disabled="true" aria-selected={false} class="empty">Nothing of that name</li>}
      </ul>
    </div>
  );
}
