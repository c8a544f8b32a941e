// Removes what an earlier build left in dist; its README.md stays.
import { readdirSync, rmSync } from "node:fs";

const dist = new URL("../dist/", import.meta.url);
for (const name of readdirSync(dist)) {
  if (name !== "README.md") rmSync(new URL(name, dist), { recursive: true });
}
