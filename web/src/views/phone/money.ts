// An amount in words. Knows nothing of what it buys.

/** Whole units of `currency`; a code that this browser does not know stands behind the number. */
export function money(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(undefined, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}
