// Copies a text where the browser lets us. Knows nothing of buttons.

/** Whether it worked. Plain http has no clipboard: then the text in `field` is selected for the person to copy. */
export async function copy(text: string, field: HTMLInputElement | null): Promise<boolean> {
  if ("clipboard" in navigator && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed: the selection below helps.
    }
  }
  field?.focus();
  field?.select();
  return false;
}
