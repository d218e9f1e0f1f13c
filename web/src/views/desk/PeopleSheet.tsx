// Everybody in the room, one row each, with a filter: two hundred names stay findable.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Button } from "../../parts/Button";
import { Sheet } from "../../parts/Sheet";
import { desk as texts } from "../../text/desk.en";
import { toast } from "../../toasts";
import type { DeskDocument, DeskSeat, LobbyDocument } from "../../wire.gen";
import { act } from "./act";
import * as calls from "./calls";
import { ask } from "./lying";
import { SeatMenu } from "./SeatMenu";

const text = texts.people;
const BOTS = [3, 6, 12, 24] as const;

interface PeopleSheetProps {
  code: string;
  desk: DeskDocument;
  lobby: LobbyDocument;
  onClose: () => void;
}

export function PeopleSheet({ code, desk, lobby, onClose }: PeopleSheetProps): JSX.Element {
  const wanted = useSignal("");
  const needle = wanted.value.trim().toLocaleLowerCase();
  const team = (seat: DeskSeat): string => lobby.teams.find(({ id }) => id === seat.team)?.name ?? "";
  const shown = desk.seats.filter((seat) => `${seat.name} ${team(seat)}`.toLocaleLowerCase().includes(needle));
  return (
    <Sheet title={`${text.title} (${desk.seats.length})`} wide close={texts.common.close} onClose={onClose}>
      <div class="people-tools">
        <input type="search" aria-label={text.find} placeholder={text.find} value={wanted.value} onInput={(event) => (wanted.value = event.currentTarget.value)} />
        <Button onPress={() => ask({ title: text.dealAsk, text: text.dealText, yes: text.deal, command: { name: "deal_teams", body: {} } })}>{text.deal}</Button>
        <Button onPress={() => act({ name: "set_lock", body: { locked: !desk.locked } })}>{desk.locked ? text.unlock : text.lock}</Button>
        {desk.banned > 0 && <Button onPress={() => act({ name: "unban_all", body: {} })}>{text.unban(desk.banned)}</Button>}
        <BotChoice code={code} />
      </div>
      {shown.length === 0 && <p class="quiet">{desk.seats.length === 0 ? text.nobody : text.noneFound}</p>}
      <ul class="people">
        {shown.map((seat) => (
          <li key={seat.id}>
            <Avatar face={seat.avatar} name={seat.name} away={seat.presence !== "here"} missing={seat.missing} note={seat.bot ? text.bot : seat.presence === "here" ? "" : text[seat.presence]} />
            <SeatMenu seat={seat} lobby={lobby} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function BotChoice({ code }: { code: string }): JSX.Element {
  return (
    <select
      class="choice-small"
      aria-label={text.bots}
      title={text.botsHint}
      value=""
      onChange={(event) => {
        const players = Number(event.currentTarget.value);
        event.currentTarget.value = "";
        if (players) void calls.addBots(code, players).then((answer) => answer.ok || toast(answer.sentence));
      }}
    >
      <option value="">{text.bots}</option>
      {BOTS.map((players) => (
        <option key={players} value={players}>
          {text.botsAdd(players)}
        </option>
      ))}
    </select>
  );
}
