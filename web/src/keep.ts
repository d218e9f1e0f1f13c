// What this browser keeps between visits; in memory only where storage is blocked. Knows nothing of what is kept.
const memory = new Map<string, string>();
const PREFIX = "simmerdown.";

/** A preview reads what is kept here (the theme) and leaves no trace of its own. */
const lookingOnly = typeof location !== "undefined" && location.pathname.startsWith("/preview/");

/** Whether what is kept survives a reload. */
export const lasts: boolean = (() => {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    localStorage.removeItem(`${PREFIX}probe`);
    return true;
  } catch {
    return false;
  }
})();

/** The value under this key, or null where nothing (or nothing readable) is kept. */
export function kept<Value>(key: string): Value | null {
  const text = lasts ? localStorage.getItem(PREFIX + key) : (memory.get(key) ?? null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return null;
  }
}

/** Keeps a value (anything that JSON can hold); null forgets it. A full storage is no reason to fail. */
export function keep(key: string, value: unknown): void {
  if (lookingOnly) return;
  if (value === null) {
    memory.delete(key);
    if (lasts) localStorage.removeItem(PREFIX + key);
    return;
  }
  const text = JSON.stringify(value);
  memory.set(key, text);
  if (!lasts) return;
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    // The quota is used up: this page still remembers.
  }
}
