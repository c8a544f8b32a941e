import { defineConfig } from "vite";

// The program that answers while one works on the pages with "npm run dev".
const server = process.env.DEMARCHE ?? "http://127.0.0.1:64210";

// The program serves the built files at whatever address it has, so all
// references are relative. "assets/" belongs to the start page without script.
export default defineConfig({
  base: "./",
  build: {
    outDir: "dist",
    assetsDir: "app",
    emptyOutDir: false, // dist/README.md stays; scripts/clean.mjs removes what is old
    target: "es2022",
    assetsInlineLimit: 0, // the policy of the page allows no data: scripts or fonts
    modulePreload: { polyfill: false },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/api": server, "/openapi.json": server, "/start": server, "/ui": server } },
});
