// Identifiers made on this page. Works without a secure context, where `crypto.randomUUID` is missing.

/** 128 random bits as 32 hex digits. */
export function freshId(): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One of the items, by chance; undefined where there is none. */
export function anyOf<Item>(items: readonly Item[]): Item | undefined {
  const roll = new Uint32Array(1);
  crypto.getRandomValues(roll);
  return items[(roll[0] ?? 0) % Math.max(1, items.length)];
}
