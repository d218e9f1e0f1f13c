// The shelf: every scenario with a way to look inside, and the packs that were added. Knows nothing of a workshop.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import type { ScenarioCard } from "../../api";
import { Button } from "../../parts/Button";
import { Question, Sheet } from "../../parts/Sheet";
import { text as shared } from "../../text";
import { desk } from "../../text/desk.en";
import { toast } from "../../toasts";
import type { PackOut } from "../../wire.gen";
import { AddPack, FaultList } from "./AddPack";
import { browsing, looking, packs, refresh, remove, scenarios } from "./library";

const text = desk.shelf;

export function ScenariosSheet(): JSX.Element {
  const leaving = useSignal<PackOut | null>(null);
  useEffect(() => {
    void refresh().then(toast);
  }, []);
  const shipped = scenarios.value.filter(({ pack }) => !pack);
  return (
    <Sheet title={text.title} wide close={desk.common.close} onClose={() => (browsing.value = false)}>
      <AddPack />
      {packs.value.map((pack) => (
        <section key={pack.id} class="shelf">
          <header class="shelf-head">
            <h3>
              <bdi>{pack.name}</bdi> <small>{text.pack}</small>
            </h3>
            <Button size="small" kind="quiet" label={text.removeLabel(pack.name)} onPress={() => (leaving.value = pack)}>
              {text.remove}
            </Button>
          </header>
          {pack.faults.length > 0 && (
            <>
              <p>{text.outdated}</p>
              <FaultList faults={pack.faults} />
            </>
          )}
          <Cards cards={scenarios.value.filter(({ slug }) => pack.scenarios.includes(slug))} />
        </section>
      ))}
      <section class="shelf">
        <h3>{text.shipped(shipped.length)}</h3>
        <Cards cards={shipped} />
      </section>
      {leaving.value && <Leaving pack={leaving.value} onClose={() => (leaving.value = null)} />}
    </Sheet>
  );
}

function Leaving({ pack, onClose }: { pack: PackOut; onClose: () => void }): JSX.Element {
  const go = async (): Promise<void> => {
    const answer = await remove(pack.id);
    toast(answer.ok ? text.removed(pack.name) : answer.sentence);
  };
  return (
    <Question title={text.removeAsk(pack.name)} yes={text.removeYes} no={text.keep} danger onYes={go} onClose={onClose}>
      <p>{text.removeText}</p>
    </Question>
  );
}

function Cards({ cards }: { cards: readonly ScenarioCard[] }): JSX.Element {
  return (
    <ul class="shelf-cards">
      {cards.map((card) => (
        <li key={card.slug} class="shelf-card">
          <span class="shelf-words" lang={card.language} dir="auto">
            <b>{card.title}</b>
            <span>{card.summary}</span>
          </span>
          <small lang={shared.language}>{about(card)}</small>
          <Button size="small" label={text.lookLabel(card.title)} onPress={() => (looking.value = card.slug)}>
            {text.look}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** One line of what a facilitator chooses by. */
function about(card: ScenarioCard): string {
  return [
    card.industry,
    shared.channels[card.channel],
    desk.form.difficulty(card.difficulty),
    card.company_at_fault ? "" : desk.form.noFault,
    card.abusive ? desk.form.abusive : "",
    card.language === shared.language ? "" : languageName(card.language),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The name of a language in the language of this page; the tag itself where the browser does not know it. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([shared.language], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
