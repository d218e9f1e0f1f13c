// Where a facilitator opens a workshop with one click, or goes on with one that is open.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { Tide } from "../../parts/Tide";
import { desk } from "../../text/desk.en";
import { toast } from "../../toasts";
import * as calls from "./calls";
import { ChoicesForm } from "./ChoicesForm";
import { InviteSheet } from "./InviteSheet";
import { browsing, refresh, scenarios } from "./library";
import { enter, goOut, who } from "./place";
import { type Choices, USUAL, wishesOf } from "./wishes";

const text = desk.home;
const opened = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });

export function Home(): JSX.Element {
  const running = useSignal<readonly calls.OpenWorkshop[]>([]);
  const choices = useSignal<Choices>(USUAL);
  const inviting = useSignal(false);
  useEffect(() => {
    void calls.workshops().then((answer) => (answer.ok ? (running.value = answer.value) : toast(answer.sentence)));
    void refresh();
  }, []);
  const open = async (wishes: calls.Wishes): Promise<void> => {
    const answer = await calls.openWorkshop(wishes);
    if (answer.ok) enter(answer.value.code);
    else toast(answer.sentence);
  };
  return (
    <div class="home">
      <header class="home-bar">
        <Logo heat={35} />
        <span class="home-tools">
          <Button kind="quiet" size="small" onPress={() => (browsing.value = true)}>
            {desk.shelf.open}
          </Button>
          <Button kind="quiet" size="small" onPress={() => (inviting.value = true)}>
            {text.invite}
          </Button>
          <Button kind="quiet" size="small" onPress={goOut}>
            {text.signOut}
          </Button>
        </span>
      </header>
      <main class="home-main">
        <section class="home-open">
          <h1>{text.hello(who.value)}</h1>
          <p class="lead">{text.lead}</p>
          <Button kind="primary" size="large" onPress={() => open({})}>
            {text.open}
          </Button>
          <details class="home-more">
            <summary>{text.more}</summary>
            <ChoicesForm choices={choices.value} scenarios={scenarios.value} onChange={(changed) => (choices.value = changed)} />
            <Button onPress={() => open(wishesOf(choices.value))}>{text.openSo}</Button>
          </details>
        </section>
        <section class="home-running" aria-labelledby="running">
          <h2 id="running">{text.running}</h2>
          {running.value.length === 0 && <p class="quiet">{text.none}</p>}
          <ul>
            {running.value.map((one) => (
              <li key={one.code}>
                <button type="button" class="home-room" onClick={() => enter(one.code)}>
                  <span class="home-code">{one.code}</span>
                  <span class="home-title">
                    <b>{one.title || text.untitled}</b>
                    <small>
                      {desk.workshopPhases[one.phase]} · {text.players(one.players)}
                    </small>
                    <small>{text.opened(opened.format(one.opened_at))}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <div class="door-tide">
        <Tide />
      </div>
      {inviting.value && <InviteSheet onClose={() => (inviting.value = false)} />}
    </div>
  );
}
