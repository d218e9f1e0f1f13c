// Turns the JSON schema on standard input into TypeScript on standard output. Knows nothing of what the types mean.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const fromWeb = createRequire(new URL("../web/package.json", import.meta.url));
const { compile } = fromWeb("json-schema-to-typescript");

const schema = JSON.parse(await text(process.stdin));
process.stdout.write(
  await compile(schema, schema.title, {
    additionalProperties: false,
    bannerComment: "",
    enableConstEnums: false,
    format: true,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
    unreachableDefinitions: true,
  }),
);
