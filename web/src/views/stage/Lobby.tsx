// The room fills: how to join, large enough for the last row, and the faces of those who have.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { get } from "../../api";
import { Logo } from "../../parts/Logo";
import { Qr } from "../../parts/Qr";
import { Tide } from "../../parts/Tide";
import { stage as texts } from "../../text/stage.en";
import type { JoinLinkOut, LobbyDocument } from "../../wire.gen";
import { faceSize } from "./sizes";

const text = texts.lobby;
const FIELD = { wide: 23.4, high: 24 }; // stage units that are left for faces
const FEW = 5; // people up to whom the empty half of the stage wears the tide
const AGAIN = 15_000; // milliseconds between two looks at the address; the desk may choose another one

export function Lobby({ code, lobby }: { code: string; lobby: LobbyDocument }): JSX.Element {
  const address = useAddress(code);
  const people = lobby.seats.filter((seat) => !seat.bot);
  return (
    <main class="stage-screen stage-lobby">
      <section class="stage-join">
        <header>
          <Logo heat={30} />
          <h1>{lobby.title}</h1>
          {lobby.rehearsal && <p class="stage-note">{text.rehearsal}</p>}
        </header>
        <div class="stage-qr">
          <Qr code={code} edition={address} />
          <h2>{lobby.locked ? text.locked : text.join}</h2>
        </div>
        {!lobby.locked && (
          <p class="stage-how" style={{ "--letters": shown(address).length }}>
            {text.open} <b>{shown(address)}</b> {text.code}
          </p>
        )}
        <p class="stage-code" style={{ "--letters": Math.max(4, code.length) }} aria-label={code.split("").join(" ")}>
          {code}
        </p>
      </section>
      <section class="stage-here">
        <h2>{text.here(people.length)}</h2>
        <Faces lobby={lobby} />
        {people.length < FEW && (
          <div class="stage-tide">
            <Tide />
          </div>
        )}
      </section>
    </main>
  );
}

function Faces({ lobby }: { lobby: LobbyDocument }): JSX.Element {
  const { size, named } = faceSize(lobby.seats.length, FIELD.wide, FIELD.high);
  return (
    <ul class={named ? "stage-faces" : "stage-faces stage-faces-only"} style={{ "--face": `${size.toFixed(2)}em` }}>
      {lobby.seats.map((seat) => (
        <li key={seat.id} data-away={seat.presence === "here" || seat.bot ? undefined : ""}>
          <span class="stage-face" aria-hidden="true">
            {seat.avatar}
          </span>
          <bdi class={named ? "stage-name" : "unseen"}>{seat.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The address that phones can reach, as the desk chose it; else the one that this page came from. */
export function useAddress(code: string): string {
  const address = useSignal(location.origin);
  useEffect(() => {
    const timer = setInterval(() => void look(), AGAIN);
    const look = async (): Promise<void> => {
      const answer = await get<JoinLinkOut>(`/api/workshops/${encodeURIComponent(code)}/join-link`);
      if (answer.ok) address.value = answer.value.link;
      else if (answer.code !== "unreachable") clearInterval(timer); // no such room
    };
    void look();
    return () => clearInterval(timer);
  }, [code]);
  return address.value;
}

/** Without what nobody needs to type. */
export function shown(address: string): string {
  return address.replace(/^https?:\/\//, "").replace(/\/(?:j\/.*)?$/, "");
}
