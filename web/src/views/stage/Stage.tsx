// The projector's picture: one screen at a time, chosen by where the workshop is. It shows and never asks.
import type { JSX } from "preact";

import { link } from "../../link";
import { Logo } from "../../parts/Logo";
import { Tide } from "../../parts/Tide";
import { documents } from "../../store";
import { stage as text } from "../../text/stage.en";
import type { BoardDocument, LobbyDocument, StandingsDocument } from "../../wire.gen";
import { Between } from "./Between";
import { Breather } from "./Breather";
import { Ceremony, Closed } from "./Ceremony";
import { Debrief } from "./Debrief";
import { Lobby } from "./Lobby";
import { Lost } from "./Lost";
import { Quote } from "./Quote";
import { Round } from "./Round";
import { SecondTake } from "./SecondTake";
import { Sounds } from "./Sounds";
import { Tools } from "./Tools";

export function Stage({ code }: { code: string }): JSX.Element {
  const lobby = documents.lobby.value;
  const board = documents.board.value;
  const stage = documents.stage.value;
  const quoting = stage !== null && stage.quote !== "";
  return (
    <div class="stage">
      {lobby ? <Scene code={code} lobby={lobby} board={board} standings={documents.standings.value} /> : <Waiting />}
      {quoting && <Quote key={stage.quote} stage={stage} />}
      <Lost known={lobby !== null} />
      <Sounds on={stage?.sound ?? false} board={board} />
      <Tools sound={stage?.sound ?? false} />
    </div>
  );
}

interface SceneProps {
  code: string;
  lobby: LobbyDocument;
  board: BoardDocument | null;
  standings: StandingsDocument | null;
}

function Scene({ code, lobby, board, standings }: SceneProps): JSX.Element {
  if (lobby.phase === "closed") return <Closed standings={standings} />;
  if (lobby.phase === "ceremony") return <Ceremony code={code} lobby={lobby} standings={standings} />;
  if (lobby.phase === "lobby" || !board?.stage) return <Lobby code={code} lobby={lobby} />;
  switch (board.stage) {
    case "playing":
      return <Round board={board} />;
    case "second_take":
      return <SecondTake board={board} />;
    case "debrief":
      return board.debrief ? <Debrief board={board} debrief={board.debrief} /> : <Round board={board} />;
    case "breather":
      return <Breather board={board} />;
    case "done":
      return <Between code={code} lobby={lobby} board={board} standings={standings} />;
  }
}

function Waiting(): JSX.Element {
  const refused = link.refusal.value?.sentence ?? link.parted.value;
  return (
    <main class="stage-screen stage-waiting">
      <Logo heat={refused ? 80 : 45} />
      <h1>{refused ? text.link.refused : text.link.waiting}</h1>
      {refused && <p>{refused}</p>}
      <div class="stage-tide">
        <Tide />
      </div>
    </main>
  );
}
