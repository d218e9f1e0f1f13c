// The phone page: who one is, the one screen that the documents ask for, and what lies over it.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { link } from "../../link";
import { Banner } from "../../parts/Banner";
import { Toasts } from "../../parts/Toasts";
import { cue } from "../../sound";
import { spoken } from "../../speak";
import { documents } from "../../store";
import { text } from "../../text";
import { dismiss, toasts } from "../../toasts";
import { Answer } from "./Answer";
import { tellAnswers } from "./answers";
import { aside } from "./aside-state";
import { Bar } from "./Bar";
import { BeatReady } from "./BeatReady";
import { Behind } from "./Behind";
import { Between } from "./Between";
import { Breather } from "./Breather";
import { Brief, BriefWait } from "./Brief";
import { Casting, CastingWait } from "./Casting";
import { Ceremony } from "./Ceremony";
import { Connecting } from "./Connecting";
import { Debrief } from "./Debrief";
import { awake } from "./device";
import { Floor } from "./Floor";
import { Gallery, Watch } from "./Gallery";
import { Hear } from "./Hear";
import { Join } from "./Join";
import { Lobby } from "./Lobby";
import { Menu } from "./Menu";
import type { Now, Playing } from "./now";
import { OnLine } from "./OnLine";
import { Outcome } from "./Outcome";
import { LookUp, Paused } from "./Paused";
import { Practice } from "./Practice";
import { PracticeBetween } from "./PracticeBetween";
import { Reveal } from "./Reveal";
import { RoleCard, RoleCardOpen } from "./RoleCard";
import { type ScreenName, screenOf } from "./screen";
import { SecondTake } from "./SecondTake";
import { Sent, Voted } from "./Sent";
import { exit, practice, seating } from "./session";
import { Talk } from "./Talk";
import { Vote } from "./Vote";

/** Where this phone asks for something that others wait for. */
const YOUR_TURN: readonly ScreenName[] = ["casting", "card", "brief", "floor", "onLine", "vote", "take"];

export function Phone(): JSX.Element {
  const parted = link.parted.value;
  useEffect(() => {
    if (parted !== null) exit(parted);
  }, [parted]);
  const inside = seating.value !== null;
  const trouble = inside ? link.trouble() : "";
  return (
    <div class="phone">
      <p class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </p>
      {trouble && <Banner kind="note">{trouble}</Banner>}
      {inside ? <Inside /> : practice.value ? <Practice /> : <Join />}
      <Toasts items={toasts.value} onDismiss={dismiss} dismiss={text.common.close} />
    </div>
  );
}

/** The screen that the documents ask for, with its bar and menu. */
export function Inside(): JSX.Element {
  const { board, seat, scene, card, lobby } = documents;
  const asked = screenOf({ board: board.value, seat: seat.value, scene: scene.value, card: card.value });
  const name = aside.value ? "paused" : asked;
  useEffect(() => {
    if (YOUR_TURN.includes(name)) cue("turn");
  }, [name]);
  useEffect(() => {
    awake.value = board.value?.phase === "round";
  }, [board.value?.phase]);
  useEffect(() => tellAnswers(seat.value?.replies), [seat.value]);
  if (!board.value || !seat.value || !lobby.value) return <Connecting />;
  const now: Now = { board: board.value, seat: seat.value, lobby: lobby.value, standings: documents.standings.value };
  const playing = scene.value ? { ...now, scene: scene.value, file: documents.case.value, card: card.value } : null;
  return (
    <>
      <Bar screen={name} />
      <div class="stagebox" key={`${name}.${scene.value?.beat ?? 0}.${board.value.round}`}>
        {aside.value ? <Paused seat={now.seat} scene={null} /> : playing ? (inScene(name, playing) ?? outside(name, now)) : outside(name, now)}
      </div>
      <Menu />
    </>
  );
}

/** The screens that need a scene; null for the others. */
function inScene(name: ScreenName, now: Playing): JSX.Element | null {
  switch (name) {
    case "casting":
      return <Casting {...now} />;
    case "castingWait":
      return <CastingWait {...now} />;
    case "card":
      return <RoleCard {...now} />;
    case "cardRead":
      return <RoleCardOpen {...now} />;
    case "brief":
      return <Brief {...now} />;
    case "briefWait":
      return <BriefWait {...now} />;
    case "ready":
      return <BeatReady {...now} />;
    case "floor":
      return <Floor {...now} />;
    case "answer":
      return <Answer {...now} />;
    case "sent":
      return <Sent {...now} />;
    case "onLine":
      return <OnLine {...now} />;
    case "behind":
      return <Behind {...now} />;
    case "talk":
      return <Talk {...now} />;
    case "hear":
      return <Hear {...now} />;
    case "vote":
      return <Vote {...now} />;
    case "voted":
      return <Voted {...now} />;
    case "reveal":
      return <Reveal {...now} />;
    case "outcome":
      return <Outcome {...now} />;
    case "watch":
      return <Watch {...now} />;
    case "paused":
      return <Paused seat={now.seat} scene={now.scene} />;
    default:
      return null;
  }
}

function outside(name: ScreenName, now: Now): JSX.Element {
  switch (name) {
    case "lobby":
      return <Lobby {...now} />;
    case "between":
      return now.lobby.practice ? <PracticeBetween {...now} /> : <Between {...now} />;
    case "ceremony":
      return <Ceremony {...now} />;
    case "take":
      return <SecondTake {...now} />;
    case "debrief":
      return <Debrief {...now} />;
    case "breather":
      return <Breather {...now} />;
    case "lookUp":
      return <LookUp />;
    case "paused":
      return <Paused seat={now.seat} scene={null} />;
    case "gallery":
      return <Gallery {...now} />;
    default:
      return <Connecting />;
  }
}
