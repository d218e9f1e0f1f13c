// The customer's role card: closed, then open. Knows nothing of what agents read.
import type { ComponentChildren, JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { text } from "../../text";
import { toast } from "../../toasts";
import type { CardDocument, FactView } from "../../wire.gen";
import { authored } from "./authored";
import type { Playing } from "./now";
import { Screen } from "./Screen";
import { WaitingLine } from "./Waiting";

/** The closed card: open it, or pass it on unseen. */
export function RoleCard({ scene, seat, card }: Playing): JSX.Element {
  const persona = card?.persona ?? scene.persona;
  const pass = async (): Promise<void> => {
    const answer = await link.send({ name: "pass_card", body: {} });
    if (answer.ok) toast(text.card.passed);
  };
  return (
    <Screen
      title={text.card.title}
      lead={text.card.lead(persona)}
      kind="centre"
      foot={
        <>
          <Button kind="primary" size="large" wide onPress={() => link.send({ name: "open_card", body: {} })}>
            {text.card.open}
          </Button>
          {seat.can_pass && (
            <>
              <Button size="large" wide onPress={pass}>
                {text.card.pass}
              </Button>
              <p class="soft centred">{text.card.passHint}</p>
            </>
          )}
        </>
      }
    >
      <div class="role-back" aria-hidden="true">
        <span class="role-face">{card?.avatar ?? scene.persona_avatar}</span>
        <bdi>{persona}</bdi>
      </div>
    </Screen>
  );
}

/** The open card, until everybody has read theirs. */
export function RoleCardOpen({ scene, seat, card }: Playing): JSX.Element | null {
  if (!card) return null;
  return (
    <Screen
      title={card.persona}
      lead={card.voice}
      leadIsAuthored
      kind="role"
      foot={
        seat.ready ? (
          <>
            <p class="centred">{text.card.waiting}</p>
            <WaitingLine scene={scene} />
          </>
        ) : (
          <Button kind="primary" size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
            {text.card.ready}
          </Button>
        )
      }
    >
      <RoleText card={card} />
    </Screen>
  );
}

/** What the card says. */
export function RoleText({ card }: { card: CardDocument }): JSX.Element {
  return (
    <div class="role-text">
      <Card>
        <h2 class="card-title">{text.card.story}</h2>
        <p {...authored()}>{card.story}</p>
      </Card>
      <div class="role-pair">
        <List title={text.card.triggers} sign="▲" items={card.triggers} />
        <List title={text.card.softeners} sign="▼" items={card.softeners} />
      </div>
      <Secrets facts={card.facts.filter((fact) => fact.hidden)} />
    </div>
  );
}

function Secrets({ facts }: { facts: readonly FactView[] }): JSX.Element | null {
  if (facts.length === 0) return null;
  const note = (fact: FactView): ComponentChildren => {
    if (fact.disclosed) return <small> ({text.card.told})</small>;
    return fact.omission ? <small> ({text.card.omission})</small> : null;
  };
  return (
    <Card kind="note">
      <h2 class="card-title">{text.card.secrets}</h2>
      <ul class="plain-list">
        {facts.map((fact) => (
          <li key={fact.id}>
            <span {...authored()}>{fact.text}</span>
            {note(fact)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function List({ title, sign, items }: { title: string; sign: string; items: readonly string[] }): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <div class="role-list">
      <h2 class="minor">
        <span aria-hidden="true">{sign}</span> {title}
      </h2>
      <ul class="plain-list">
        {items.map((item) => (
          <li key={item} {...authored()}>
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}
