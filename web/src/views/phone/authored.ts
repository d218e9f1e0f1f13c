// Marks what an author wrote with its language, so that it is spoken and hyphenated in it. Knows nothing of what is written.
import { documents } from "../../store";
import { text } from "../../text";

interface Authored {
  readonly dir: "auto";
  readonly lang?: string;
}

/** Attributes for an element that holds a scenario's text: its direction, and its language where it is not the page's. */
export function authored(): Authored {
  const language = documents.scene.value?.language;
  return language && language !== text.language ? { dir: "auto", lang: language } : { dir: "auto" };
}
