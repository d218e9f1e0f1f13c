// Whether the menu lies open. Knows nothing of what is in it.
import { signal } from "@preact/signals";

export const menuOpen = signal(false);

export function openMenu(): void {
  menuOpen.value = true;
}

export function closeMenu(): void {
  menuOpen.value = false;
}
