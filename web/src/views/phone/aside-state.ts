// Whether this person has stepped aside for a moment, outside a running scene. Knows nothing of the room.
import { signal } from "@preact/signals";

export const aside = signal(false);
