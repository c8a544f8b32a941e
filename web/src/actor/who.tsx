import { askAddress, format, isUnlinked } from "../address";
import { api, need, Problem, type Schemas } from "../api/client";
import { useLoaded, type Loaded } from "../api/use";
import { nameOf } from "../articles/groups";
import { ActorLink } from "../parts/links";

type Actor = Schemas["ActorView"];

/** An actor; of one that only articles know and the server cannot describe, what its id says. */
export function useActor(id: string): Loaded<Actor> {
  return useLoaded("actor " + id, async (signal) => {
    try {
      return need(await api.GET("/api/actors/{id}", { params: { path: { id } }, signal }));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404 || !isUnlinked(id)) throw error;
      return { id, iri: "demarche:actor/" + id, name: nameOf(id), linked: false };
    }
  });
}

/** Who it is, and where there is more. */
export function Who({ actor, period }: { actor: Actor; period: { since: string | undefined; until: string | undefined } }) {
  const { id, name, kind, code, wikidata, aliases = [], adjectives = [], seats = [], of } = actor;
  return (
    <header class="who-is">
      <h1>{name}</h1>
      <p class="marks">
        {kind && <span class="mark">{kind}</span>} {code && <span class="mark" title={code === "IGO" ? "an organisation of states" : "its country, by ISO 3166"}>{code}</span>}{" "}
        {of && <>belongs to <Owner id={of} /></>}
      </p>
      {isUnlinked(id) && (
        <p class="stranger">
          Only articles name this actor; the catalogue does not know it, so other names for the same actor stay apart.{" "}
          <a href={format(["add"], { kind: "actor", name })}>Add it to the catalogue</a>
        </p>
      )}
      <dl class="whois">
        {aliases.length > 0 && <Fact name="Also called">{aliases.join(", ")}</Fact>}
        {adjectives.length > 0 && <Fact name="Its people">{adjectives.join(", ")}</Fact>}
        {seats.length > 0 && <Fact name="Places that stand for it">{seats.join(", ")}</Fact>}
      </dl>
      <p class="actor-ways">
        <a class="button quiet" href={format(["relations"], { actor: id, ...period })}>Relations as a graph</a>
        <a class="button quiet" href={askAddress("timeline", { actor: id, ...period })}>Everything in order of time</a>
        {wikidata && <a class="button quiet" rel="noreferrer" href={"https://www.wikidata.org/wiki/" + encodeURIComponent(wikidata)}>Wikidata {wikidata} <span aria-hidden="true">↗</span></a>}
      </p>
    </header>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/** The actor that this one belongs to; its id serves until its name is known. */
function Owner({ id }: { id: string }) {
  const owner = useActor(id);
  return <ActorLink actor={{ id, name: owner.data?.name ?? nameOf(id) }} />;
}
