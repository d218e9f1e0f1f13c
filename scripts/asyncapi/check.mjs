// Reads an AsyncAPI document on standard input with AsyncAPI's own parser. Prints what is wrong with it as JSON lines.
import { text } from "node:stream/consumers";

import parserModule from "@asyncapi/parser";

const { Parser } = parserModule;
const { document, diagnostics } = await new Parser().parse(await text(process.stdin));
const wrong = diagnostics.filter((found) => found.severity <= 1); // errors and warnings
for (const { code, message, path } of wrong) console.log(JSON.stringify({ code, message, path: path.join(".") }));
process.exit(document === undefined || wrong.length > 0 ? 1 : 0);
