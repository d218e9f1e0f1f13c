// How the agents answer in the next round, as the facilitator has chosen it here. Knows nothing of the running one.
import { signal } from "@preact/signals";

import type { Mode } from "../../wire.gen";

export const mode = signal<Mode>("together");
