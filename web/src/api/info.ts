import { api, need, type Schemas } from "./client";
import { useLoaded, type Loaded } from "./use";

/** What the server says of itself; it is asked when it is time. */
export function useInfo(isTime = true): Loaded<Schemas["ServerInfo"]> {
  return useLoaded(isTime ? "server" : undefined, async (signal) => need(await api.GET("/api/server", { signal })));
}
