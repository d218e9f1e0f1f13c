// This team's own duels, one after another. Knows nothing of the gallery.
import type { JSX } from "preact";

import { text } from "../../text";
import { Duel, DuelFoot } from "./Duel";
import type { Playing } from "./now";
import { Screen } from "./Screen";

export function Vote({ scene, seat }: Playing): JSX.Element | null {
  const done = seat.duels.filter((duel) => duel.done).length;
  const duel = seat.duels.find((one) => !one.done);
  const left = scene.replies.find((reply) => reply.token === duel?.left);
  const right = scene.replies.find((reply) => reply.token === duel?.right);
  if (!left || !right) return null;
  return (
    <Screen
      title={text.duel.title}
      lead={text.duel.progress(done + 1, seat.duels.length)}
      kind="duel"
      foot={<DuelFoot left={left} right={right} />}
    >
      <Duel left={left} right={right} />
    </Screen>
  );
}
