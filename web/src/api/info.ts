import { api, need, type Schemas } from "./client";
import { useLoaded, type Loaded } from "./use";

/** What the server says of itself. */
export function useInfo(): Loaded<Schemas["ServerInfo"]> {
  return useLoaded("server", async (signal) => need(await api.GET("/api/server", { signal })));
}
