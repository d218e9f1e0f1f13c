// The desk of one workshop: the bar, three columns, and whatever lies open on them.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Banner } from "../../parts/Banner";
import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { documents } from "../../store";
import { desk as text } from "../../text/desk.en";
import type { DeskDocument } from "../../wire.gen";
import { Decisions } from "./Decisions";
import { refresh, scenarios } from "./library";
import { chosenTeam } from "./lying";
import { goHome, place } from "./place";
import { RoomBar } from "./RoomBar";
import { RoundPanel } from "./RoundPanel";
import { Sheets } from "./Sheets";
import { Standings } from "./Standings";
import { TeamGrid } from "./TeamGrid";
import { TeamPanel } from "./TeamPanel";

export function Room({ code }: { code: string }): JSX.Element {
  useEffect(() => {
    void refresh();
  }, [code]);

  // Signed out elsewhere: after the door this desk opens again, since its address stays.
  const signedOut = link.refusal.value?.code === "not_signed_in";
  useEffect(() => {
    if (signedOut) place.value = { at: "sign_in" };
  }, [signedOut]);

  const desk = documents.desk.value;
  const lobby = documents.lobby.value;
  const refused = link.refusal.value?.sentence ?? link.parted.value;
  if (!desk || !lobby) return refused ? <Refused sentence={refused} /> : <Waiting />;
  const board = documents.board.value;
  const chosen = desk.teams.find(({ id }) => id === chosenTeam.value);
  return (
    <div class="room">
      <RoomBar code={code} desk={desk} lobby={lobby} />
      <Trouble />
      <div class="room-columns">
        <RoundPanel code={code} desk={desk} board={board} scenarios={scenarios.value} />
        {desk.phase === "ceremony" || desk.phase === "closed" ? <Final desk={desk} /> : <TeamGrid desk={desk} lobby={lobby} />}
        {chosen ? <TeamPanel team={chosen} desk={desk} lobby={lobby} /> : <Decisions desk={desk} lobby={lobby} />}
      </div>
      <Sheets code={code} desk={desk} lobby={lobby} standings={documents.standings.value} scenarios={scenarios.value} />
    </div>
  );
}

/** Once the last round is over, what counts is how it came out. */
function Final({ desk }: { desk: DeskDocument }): JSX.Element {
  return (
    <main class="team-grid">
      <section class="team-final">
        <h2>{text.standings.final}</h2>
        <Standings desk={desk} standings={documents.standings.value} />
      </section>
    </main>
  );
}

function Trouble(): JSX.Element | null {
  const state = link.state.value;
  if (state !== "reconnecting" && state !== "offline") return null;
  return <Banner>{text.link[state]}</Banner>;
}

function Waiting(): JSX.Element {
  return (
    <main class="door">
      <Logo heat={50} />
      <p role="status">{text.common.loading}</p>
      <Button kind="quiet" onPress={goHome}>
        {text.link.home}
      </Button>
    </main>
  );
}

function Refused({ sentence }: { sentence: string }): JSX.Element {
  return (
    <main class="door">
      <Logo heat={80} />
      <h1>{text.link.refused}</h1>
      <p role="alert">{sentence}</p>
      <Button kind="primary" onPress={goHome}>
        {text.link.home}
      </Button>
    </main>
  );
}
