// How English counts and lists. Knows no message.
const pair = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "1 reply", "3 replies". */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** A name that reads from right to left keeps to itself between names that do not. */
function apart(name: string): string {
  return RTL.test(name) ? `\u2068${name}\u2069` : name;
}

/** "Ana", "Ana and Tom", "Ana, Tom and 3 more": at most `most` names in full. */
export function names(all: readonly string[], most = 3): string {
  const list = all.map(apart);
  if (list.length <= most) return pair.format(list);
  return pair.format([...list.slice(0, most - 1), `${list.length - most + 1} more`]);
}
