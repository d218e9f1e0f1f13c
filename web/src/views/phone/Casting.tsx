// Who would like to be angry: a private question, then a short wait. Knows nothing of how the choice is made.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import { authored } from "./authored";
import type { Playing } from "./now";
import { Screen } from "./Screen";
import { Waiting } from "./Waiting";

const answer = (willing: boolean): Promise<unknown> => link.send({ name: "volunteer", body: { willing } });

export function Casting({ scene }: Playing): JSX.Element {
  return (
    <Screen
      title={text.casting.title}
      lead={text.casting.lead}
      kind="centre"
      foot={
        <>
          <Button kind="primary" size="large" wide onPress={() => answer(true)}>
            {text.casting.yes}
          </Button>
          <Button size="large" wide onPress={() => answer(false)}>
            {text.casting.no}
          </Button>
          <p class="soft centred">{text.casting.private}</p>
        </>
      }
    >
      <p class="big-face" aria-hidden="true">
        {scene.persona_avatar || "😠"}
      </p>
      <SceneCard scene={scene} />
    </Screen>
  );
}

export function CastingWait({ scene, seat }: Playing): JSX.Element {
  const { waitYes, waitNo, waitSilent } = text.casting;
  const lead = seat.volunteered === null ? waitSilent : seat.volunteered ? waitYes : waitNo;
  return (
    <Screen title={text.casting.waitTitle} lead={lead} kind="centre">
      <SceneCard scene={scene} />
      <Waiting scene={scene} />
    </Screen>
  );
}

/** The situation as everybody may know it. */
export function SceneCard({ scene }: Pick<Playing, "scene">): JSX.Element {
  return (
    <div class="scene-card">
      <p class="soft">
        {scene.company} {text.brief.on[scene.channel]}
      </p>
      <h2 {...authored()}>{scene.scenario}</h2>
      <p {...authored()}>{scene.summary}</p>
    </div>
  );
}
