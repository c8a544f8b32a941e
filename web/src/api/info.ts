import { useLoaded, type Loaded } from "./use";

/** What the server says of itself, as far as views show it. */
interface Info {
  articles?: number;
}

/** How many articles are stored; unknown to servers of earlier versions. */
export function useInfo(): Loaded<Info> {
  return useLoaded("server", async (signal) => {
    const response = await fetch(new URL("api/server", document.baseURI), { signal });
    return response.ok ? ((await response.json()) as Info) : {};
  });
}
