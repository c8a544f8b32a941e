// Puts the questions that "bench -export FOLDER" wrote to Oxigraph, in memory:
//
//   npm install && node ask.mjs FOLDER [RUNS]
//
// It prints rows of Markdown as bench does: milliseconds, the fastest of three.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import oxigraph from "oxigraph";

const [folder, runs = "40"] = process.argv.slice(2);
const store = new oxigraph.Store();

let loaded = 0;
let lines = [];
const flush = () => {
  store.load(lines.join("\n") + "\n", { format: "application/n-quads", lenient: true, no_transaction: true });
  loaded += lines.length;
  lines = [];
};
// WebAssembly has 4 GB at most, and ends when they are used.
const load = () => {
  try {
    flush();
  } catch (error) {
    console.log(`Oxigraph: ended after ${loaded} quads: ${error}`);
    process.exit(1);
  }
};
const began = performance.now();
for await (const line of createInterface({ input: createReadStream(`${folder}/quads.nq`) })) {
  lines.push(line);
  if (lines.length === 50_000) load();
}
if (lines.length > 0) load();
const seconds = (performance.now() - began) / 1000;
console.log(`Oxigraph: loaded ${loaded} quads in ${seconds.toFixed(1)} s, ${Math.round(loaded / seconds)} quads/s\n`);

// Each question finds the demands of a page first, by what the index nodes of
// the graph know or by their values, whichever is faster, and then what is shown.
const month = (day) => day.slice(0, 7);
const under = (key) => `?d <demarche:indexedUnder> <demarche:index/demand/${key}> .`;
const monthsOf = (since, until) => {
  const all = [];
  for (let [y, m] = since.split("-").map(Number); ; m === 12 ? (y++, (m = 1)) : m++) {
    const text = `${y}-${String(m).padStart(2, "0")}`;
    all.push(text);
    if (text >= month(until)) return all;
  }
};
const actor = (id) => `<demarche:actor/${id}>`;
const found = {
  "who-demanded, by": (q) => `?d <demarche:by> ${actor(q.By)} .`,
  "who-demanded, by and of": (q) => `?d <demarche:by> ${actor(q.By)} . ?d <demarche:of> ${actor(q.Of)} .`,
  "who-demanded, topic, three months": (q) =>
    `VALUES ?m { ${monthsOf(q.Since, q.Until).map((m) => `<demarche:index/demand/topic/${q.Topic}/${m}>`).join(" ")} } ?d <demarche:indexedUnder> ?m .`,
  "who-demanded, a month": (q) => under(`all/${month(q.Day)}`),
};
const sparql = (q) => `SELECT ?d ?day ?by ?of ?what ?polarity ?confidence ?headline WHERE {
  { SELECT DISTINCT ?d ?day WHERE { ${found[q.Name](q)} ?d <demarche:day> ?day . } ORDER BY DESC(?day) LIMIT 50 }
  ?d <demarche:by> ?by ; <demarche:quote> ?what ; <demarche:polarity> ?polarity ; <demarche:confidence> ?confidence ; <prov:wasDerivedFrom> ?a .
  ?a <schema:headline> ?headline .
  OPTIONAL { ?d <demarche:of> ?of }
} ORDER BY DESC(?day)`;

const share = (values, of) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(of * values.length))];
const questions = JSON.parse(readFileSync(`${folder}/questions.json`, "utf8"));
console.log("| question | way | p50 | p99 | rows, median |\n|---|---|---|---|---|");
for (const name of Object.keys(found)) {
  const times = [];
  const rows = [];
  for (const q of questions.filter((q) => q.Name === name).slice(0, Number(runs))) {
    let best = Infinity;
    let n = 0;
    for (let i = 0; i < 3; i++) {
      const asked = performance.now();
      n = store.query(sparql(q), { use_default_graph_as_union: true }).length;
      best = Math.min(best, performance.now() - asked);
    }
    times.push(best);
    rows.push(n);
  }
  console.log(`| ${name} | SPARQL, Oxigraph | ${share(times, 0.5).toFixed(2)} | ${share(times, 0.99).toFixed(1)} | ${share(rows, 0.5)} |`);
}
