// Judging other teams while waiting: offered, dealt, answered. Knows nothing of one's own scene.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Bubble } from "../../parts/Bubble";
import { Button } from "../../parts/Button";
import { documents } from "../../store";
import { text } from "../../text";
import type { GalleryDuelView, SeatDocument } from "../../wire.gen";
import { Conversation } from "./Conversation";
import { Duel, DuelFoot } from "./Duel";
import type { Now, Playing } from "./now";
import { Rooms } from "./Rooms";
import { Screen } from "./Screen";
import { TipCard } from "./Waiting";

/** Whether this phone has said that it likes to judge: then one duel follows the other. */
const willing = signal(false);
const nothing = signal(false);

async function ask(): Promise<void> {
  willing.value = true;
  const answer = await link.send({ name: "ask_duel", body: {} }, { quiet: true });
  nothing.value = !answer.ok;
}

/** Offers a duel, or shows the one that was dealt. */
export function Judge({ seat }: { seat: SeatDocument }): JSX.Element | null {
  const dealt = seat.gallery;
  const alone = (documents.board.value?.teams.length ?? 0) < 2;
  // A vote that opens elsewhere may bring something to judge.
  const elsewhere = documents.board.value?.teams.map((team) => team.phase).join(" ");
  useEffect(() => {
    if (willing.value && seat.can_judge && !dealt && !alone) void ask();
  }, [seat.can_judge, dealt === null, elsewhere]);
  if ((!seat.can_judge || alone) && !dealt) return null;
  if (dealt && willing.value) return <Dealt duel={dealt} />;
  return (
    <section class="panel judge">
      <h2>{text.gallery.ask}</h2>
      <p>{nothing.value && willing.value ? text.gallery.none : text.gallery.hint}</p>
      <Button wide onPress={ask}>
        {text.gallery.ask}
      </Button>
    </section>
  );
}

function Dealt({ duel }: { duel: GalleryDuelView }): JSX.Element {
  return (
    <section class="panel judge">
      <h2>{text.duel.title}</h2>
      <p class="soft">
        <bdi>{text.duel.from(duel.team_name)}</bdi>
      </p>
      <details>
        <summary>{text.duel.theySaid}</summary>
        {duel.lines.map((line, place) => (
          <Bubble key={place} who="customer">
            <span dir="auto">{line}</span>
          </Bubble>
        ))}
      </details>
      <Duel left={duel.left} right={duel.right} />
      <DuelFoot left={duel.left} right={duel.right} />
      <Button kind="quiet" onPress={() => (willing.value = false)}>
        {text.gallery.stop}
      </Button>
    </section>
  );
}

/** The screen of whoever is not in a scene (yet): late joiners, the audience. */
export function Gallery({ board, seat }: Now): JSX.Element {
  return (
    <Screen title={text.gallery.title} lead={seat.team === null ? text.gallery.audience : text.gallery.lead} kind="wait">
      <Judge seat={seat} />
      <Rooms board={board} own={seat.team} />
      <TipCard criteria={[]} />
    </Screen>
  );
}

/** The screen of whoever sits this scene out although they belong to the team. */
export function Watch({ scene, board, seat }: Playing): JSX.Element {
  return (
    <Screen title={text.wait.watching} lead={text.wait.watchingHint} kind="wait">
      <Conversation scene={scene} thisBeat />
      <Judge seat={seat} />
      <Rooms board={board} own={scene.team} />
      <TipCard criteria={scene.focus.map((item) => item.criterion)} />
    </Screen>
  );
}
