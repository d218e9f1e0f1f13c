// Light or dark: as the device has it, or as somebody chose on this one. Knows nothing of colours.
import { signal } from "@preact/signals";

import { keep, kept } from "../keep";

export type Theme = "auto" | "light" | "dark";

export const theme = signal<Theme>(kept<Theme>("theme") ?? "auto");

export function setTheme(chosen: Theme): void {
  theme.value = chosen;
  keep("theme", chosen === "auto" ? null : chosen);
  wear();
}

/** Puts the choice on the page. */
export function wear(): void {
  if (theme.peek() === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme.peek();
}

const NEXT: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

export function turnTheme(): void {
  setTheme(NEXT[theme.peek()]);
}
