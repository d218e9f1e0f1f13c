// Bundles every *.test.ts beside this file and runs it in Node's own test runner: `node tests/run.mjs` in web/.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const bundled = mkdtempSync(join(tmpdir(), "simmerdown-web-"));
const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts"));
try {
  await build({
    root: dirname(here),
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: { ssr: true, outDir: bundled, emptyOutDir: true, rolldownOptions: { input: tests.map((name) => join(here, name)), output: { entryFileNames: "[name].mjs" } } },
  });
  const files = readdirSync(bundled).filter((name) => name.endsWith(".test.mjs"));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files.map((name) => join(bundled, name))], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(bundled, { recursive: true, force: true });
}
