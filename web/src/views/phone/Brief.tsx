// The agents' case file, as a page before the scene and as a sheet during it. Knows nothing of the role card.
import type { JSX } from "preact";

import { link } from "../../link";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { text } from "../../text";
import type { CaseDocument, FocusView, SceneDocument } from "../../wire.gen";
import { authored } from "./authored";
import { money } from "./money";
import type { Playing } from "./now";
import { Screen } from "./Screen";
import { Waiting, WaitingLine } from "./Waiting";

export function Brief({ scene, file }: Playing): JSX.Element {
  return (
    <Screen
      title={text.brief.title}
      lead={`${text.brief.with(scene.company)}, ${text.brief.on[scene.channel]}.`}
      kind="brief"
      foot={
        <Button kind="primary" size="large" wide onPress={() => link.send({ name: "ready", body: {} })}>
          {text.brief.ready}
        </Button>
      }
    >
      <h2 {...authored()}>{scene.scenario}</h2>
      <p class="soft">{text.brief.craft[scene.channel]}</p>
      {file && <CaseText file={file} />}
      <Focus focus={scene.focus} />
    </Screen>
  );
}

export function BriefWait({ scene, file }: Playing): JSX.Element {
  return (
    <Screen title={text.brief.waiting} lead={text.brief.watch(scene.persona)} kind="brief" foot={<WaitingLine scene={scene} />}>
      <Waiting scene={scene} bare />
      <Focus focus={scene.focus} />
      {file && <CaseText file={file} />}
    </Screen>
  );
}

/** What the company knows and allows. */
export function CaseText({ file }: { file: CaseDocument }): JSX.Element {
  return (
    <>
      <Card>
        <p {...authored()}>{file.case}</p>
      </Card>
      <section>
        <h2 class="minor">{text.brief.policy}</h2>
        <ul class="dot-list">
          {file.policy.map((rule) => (
            <li key={rule} {...authored()}>
              {rule}
            </li>
          ))}
        </ul>
        <p class="authority">{text.brief.authority(money(file.authority, file.currency))}</p>
      </section>
    </>
  );
}

/** What counts in this beat, with a short example each. */
export function Focus({ focus }: { focus: readonly FocusView[] }): JSX.Element | null {
  if (focus.length === 0) return null;
  return (
    <section class="focus">
      <h2 class="minor">{text.brief.focus}</h2>
      <ul>
        {focus.map((item) => (
          <li key={item.criterion}>
            <p class="focus-name">
              {text.criteria[item.criterion]} <small class="tabular">{text.reveal.weight(item.weight)}</small>
            </p>
            <p class="focus-example">
              <span class="unseen">{text.brief.example} </span>
              <q {...authored()}>{item.example}</q>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has come out in the course of the scene: facts, what actions found, promises. */
export function Known({ scene, file }: { scene: SceneDocument; file: CaseDocument | null }): JSX.Element {
  return (
    <>
      {scene.facts.length > 0 && (
        <section>
          <h2 class="minor">{text.brief.found}</h2>
          <ul class="dot-list">
            {scene.facts.map((fact) => (
              <li key={fact} {...authored()}>
                {fact}
              </li>
            ))}
          </ul>
        </section>
      )}
      {file && file.results.length > 0 && (
        <section>
          <h2 class="minor">{text.brief.results}</h2>
          <ul class="dot-list">
            {file.results.map(({ action, result }) => (
              <li key={action}>
                <b>{text.actions[action].name}:</b> <span {...authored()}>{result}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {scene.promises.length > 0 && (
        <section>
          <h2 class="minor">{text.brief.promises}</h2>
          <ul class="dot-list">
            {scene.promises.map((promise) => (
              <li key={`${promise.action} ${promise.made}`}>
                <b>{text.actions[promise.action].name}</b> {text.brief.due(promise.due)}, {text.brief.states[promise.state]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
