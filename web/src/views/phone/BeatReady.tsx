// The short pause before a beat: what is in focus. Knows nothing of what was said before.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { text } from "../../text";
import { Focus, Known } from "./Brief";
import type { Playing } from "./now";
import { RoleText } from "./RoleCard";
import { Screen } from "./Screen";
import { WaitingLine } from "./Waiting";

export function BeatReady({ scene, seat, file, card }: Playing): JSX.Element {
  const customer = seat.role === "customer";
  const kind = scene.kind ? `: ${text.kinds[scene.kind]}` : "";
  return (
    <Screen
      title={`${text.ready.title(scene.beat)}${kind}`}
      lead={customer ? text.ready.customer(scene.persona) : scene.goal}
      leadIsAuthored={!customer}
      kind="ready"
      foot={
        seat.ready ? (
          <WaitingLine scene={scene} />
        ) : (
          <Button kind="primary" size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
            {text.ready.go}
          </Button>
        )
      }
    >
      {scene.closing && !customer && (
        <Card kind="note">
          <p>{text.ready.closing}</p>
        </Card>
      )}
      {!customer && <Focus focus={scene.focus} />}
      {!customer && <Known scene={scene} file={file} />}
      {customer && <p class="note">{text.floor.limit}</p>}
      {customer && card && <RoleText card={card} />}
    </Screen>
  );
}
