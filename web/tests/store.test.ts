// Documents arrive in any order; the newest wins.
import assert from "node:assert/strict";
import { test } from "node:test";

import { documents, doubt, forget, receive, settle } from "../src/store";
import type { DocumentMessage } from "../src/wire";

function stage(version: number, quote: string | null, of = ""): DocumentMessage {
  const body = quote === null ? null : { quote, quote_by: "", quote_team: "", sound: false };
  return { name: "stage", of, version, at: 0, body };
}

const shown = (): string | undefined => documents.stage.value?.quote;

test("a newer version takes the place of an older one", () => {
  forget();
  receive(stage(3, "three"));
  receive(stage(4, "four"));
  assert.equal(shown(), "four");
});

test("an older version that comes late is ignored", () => {
  forget();
  receive(stage(4, "four"));
  receive(stage(3, "three"));
  assert.equal(shown(), "four");
});

test("a body of null drops the document, and a later grant brings it back", () => {
  forget();
  receive(stage(4, "four"));
  receive(stage(5, null));
  assert.equal(shown(), undefined);
  receive(stage(6, "six"));
  assert.equal(shown(), "six");
});

test("taking the old team's scene away does not drop the new team's", () => {
  forget();
  receive(stage(4, "old", "t1"));
  receive(stage(7, "new", "t2"));
  receive(stage(7, null, "t1"));
  assert.equal(shown(), "new");
});

test("after a reconnect whatever is not sent again is dropped", () => {
  forget();
  receive(stage(4, "four"));
  doubt();
  settle();
  assert.equal(shown(), undefined);
});

test("after a reconnect the same version again confirms what is shown", () => {
  forget();
  receive(stage(4, "four"));
  doubt();
  receive(stage(4, "four"));
  settle();
  assert.equal(shown(), "four");
});

test("another workshop begins with nothing, whatever its versions are", () => {
  receive(stage(90, "ninety"));
  forget();
  receive(stage(1, "one"));
  assert.equal(shown(), "one");
});
