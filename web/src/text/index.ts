// Chooses the language of the messages. A new language is one file beside en.ts and one line here.
import { en } from "./en";

export type Messages = typeof en;

const languages: Readonly<Record<string, Messages>> = { en };

function chosen(): Messages {
  const wanted = typeof navigator === "undefined" ? [] : navigator.languages;
  for (const tag of wanted) {
    const found = languages[tag.toLowerCase()] ?? languages[tag.slice(0, 2).toLowerCase()];
    if (found) return found;
  }
  return en;
}

export const text: Messages = chosen();
