// Writes src/api/schema.d.ts, the types of the HTTP API, from its description:
// the one that the server's tests keep, or a file or address that is given.
//
//   npm run api
//   npm run api -- --check      # fails when the types are not those of the description
//   npm run api -- http://127.0.0.1:64210/openapi.json
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const args = process.argv.slice(2).filter((arg) => arg !== "--check");
const check = process.argv.includes("--check");
const source = args[0] ?? new URL("../../server/testdata/openapi.json", import.meta.url);
const description = String(source).startsWith("http")
  ? await (await fetch(source)).json()
  : JSON.parse(readFileSync(source, "utf8"));
const head = "// Made by `npm run api` from the description of the API; not written by hand.\n\n";
const types = head + astToString(await openapiTS(description));
const target = new URL("../src/api/schema.d.ts", import.meta.url);
if (!check) {
  writeFileSync(target, types);
} else if (readFileSync(target, "utf8") !== types) {
  console.error("src/api/schema.d.ts is not what the description of the API gives; run: npm run api");
  process.exit(1);
}
