// The frame around all views: where one is, where one can go, the search field,
// and the keys that work everywhere.

import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { actorAddress, format, open, useAddress, type Address } from "./address";
import { ActorField } from "./parts/actorfield";
import { Help } from "./parts/help";
import { Settings } from "./parts/settings";
import { useTitle } from "./parts/title";
import { useKeys } from "./keys";
import { Later } from "./parts/later";
import { Overview } from "./views/overview";

/** What a view is given. */
export interface ViewProps {
  address: Address;
}

/** A view; the code of all but the first comes when it is wanted, so that the first view is there sooner. */
interface Place {
  name: string;
  title: string;
  key?: string;
  view?: ComponentType<ViewProps>;
  load?: () => Promise<ComponentType<ViewProps>>;
}

/** The views by the first part of their address; those with a key are in the menu. */
const views: Place[] = [
  { name: "", title: "Overview", key: "o", view: Overview },
  { name: "relations", title: "Relations", key: "r", load: () => import("./views/relations").then((m) => m.RelationsView) },
  { name: "ask", title: "Ask", key: "a", load: () => import("./views/ask").then((m) => m.AskView) },
  { name: "articles", title: "Articles", key: "t", load: () => import("./views/articles").then((m) => m.ArticlesView) },
  { name: "add", title: "Add", key: "d", load: () => import("./views/add").then((m) => m.AddView) },
  { name: "review", title: "Review", key: "v", load: () => import("./views/review").then((m) => m.ReviewView) },
  { name: "actor", title: "Actor", load: () => import("./views/actor").then((m) => m.ActorView) },
  { name: "record", title: "Record", load: () => import("./views/record").then((m) => m.RecordView) },
  { name: "article", title: "Article", load: () => import("./views/article").then((m) => m.ArticleView) },
];

export function App() {
  const address = useAddress();
  const [help, showHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const current = views.find((v) => v.name === (address.path[0] ?? ""));
  useKeys({
    "?": () => showHelp(true),
    "/": () => document.getElementById("find")?.focus(),
    ...Object.fromEntries(views.filter((v) => v.key).map((v) => ["g " + v.key, () => open(format([v.name].filter(Boolean)))])),
  });
  const place = address.path.join("/");
  const first = useRef(true);
  useEffect(() => {
    // A new view begins at its top, and screen readers begin at its heading.
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); main.current?.focus(); }}>Skip to the content</a>
      <header class="top">
        <a class="brand" href="#/"><img src="./icon.svg" alt="" width="24" height="24" /> demarche</a>
        <nav aria-label="Views">
          {views.filter((v) => v.key).map((v) => (
            <a key={v.name} href={format([v.name].filter(Boolean))} aria-current={v === current ? "page" : undefined}>{v.title}</a>
          ))}
        </nav>
        <div class="find" role="search">
          <ActorField id="find" label="Find an actor" hideLabel placeholder="Find an actor  ( / )" value=""
            onChoose={(actor) => actor && open(actorAddress(actor.id))} clears />
        </div>
        <Settings onHelp={() => showHelp(true)} />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {current?.view && <current.view address={address} />}
        {current?.load && <Later key={current.name} load={current.load} title={current.title} address={address} />}
        {!current && <NotThere />}
      </main>
      <footer class="bottom">
        <a href="start">Start page and Cayley’s pages</a>
        <a href="openapi.json">API</a>
        <button type="button" class="link" onClick={() => showHelp(true)}>Keys</button>
      </footer>
      {help && <Help onClose={() => showHelp(false)} />}
    </>
  );
}

function NotThere() {
  useTitle("No such view");
  return (
    <section>
      <h1>There is no such view</h1>
      <p>The address may be cut off, or of a later version. <a href="#/">The overview</a> is where everything starts.</p>
    </section>
  );
}
