// Builds the four pages into the Python package. Everything a page loads is a file of our own with a hashed name:
// the server's policy allows no inline script, no inline style and no data: address.
import { defineConfig } from "vite";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../game/_web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "desk.html", "stage.html", "preview.html"] },
  },
});
