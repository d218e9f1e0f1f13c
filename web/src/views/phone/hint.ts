// The one quiet line below the reply box: how to begin, what is too much, what the clock does. Knows nothing of the box.
import type { Channel } from "../../wire.gen";

/** Words from which a reply is long for its channel. The rubric is more patient: it takes points only far above. */
const LONG: Readonly<Record<Channel, number>> = { chat: 60, phone: 80, email: 150 };

export type Hint = "smile" | "light" | "long" | "clock" | "saved" | "none";

interface Writing {
  readonly words: string;
  readonly channel: Channel;
  /** Whether the customer has calmed enough for a light word. */
  readonly light: boolean;
  readonly timed: boolean;
  readonly saved: boolean;
}

export function hintFor({ words, channel, light, timed, saved }: Writing): Hint {
  const written = words.trim();
  if (!written) return light ? "light" : "smile";
  if (written.split(/\s+/u).length > LONG[channel]) return "long";
  if (timed) return "clock";
  return saved ? "saved" : "none";
}
