// What goes out with a reply: actions, and an offer among them with its cost. Knows nothing of what they lead to.
import type { JSX } from "preact";

import { Button } from "../../parts/Button";
import { Pill } from "../../parts/Pill";
import { Sheet } from "../../parts/Sheet";
import { text } from "../../text";
import type { CaseDocument } from "../../wire.gen";
import { authored } from "./authored";
import * as draft from "./draft";
import { money } from "./money";

export function ActionSheet({ file, onClose }: { file: CaseDocument; onClose: () => void }): JSX.Element {
  const plain = file.actions.filter((action) => action !== "offer");
  return (
    <Sheet title={text.reply.actions} close={text.common.close} onClose={onClose}>
      <p class="soft">{text.reply.actionsHint}</p>
      <div class="tick-list">
        {plain.map((action) => (
          <label key={action} class="tick">
            <input type="checkbox" checked={draft.actions.value.includes(action)} onChange={() => draft.toggle(action)} />
            <span class="tick-words">
              <b>{text.actions[action].name}</b>
              <small>{text.actions[action].hint}</small>
            </span>
          </label>
        ))}
      </div>
      {file.actions.includes("offer") && file.offers.length > 0 && <Offers file={file} />}
      <Button kind="primary" wide onPress={onClose}>
        {text.common.done}
      </Button>
    </Sheet>
  );
}

function Offers({ file }: { file: CaseDocument }): JSX.Element {
  return (
    <fieldset class="tick-list">
      <legend>{text.reply.offer}</legend>
      <p class="soft">{text.brief.authority(money(file.authority, file.currency))}</p>
      {[null, ...file.offers].map((offer) => (
        <label key={offer?.id ?? ""} class="tick">
          <input type="radio" name="offer" checked={draft.offer.value === (offer?.id ?? null)} onChange={() => draft.makeOffer(offer?.id ?? null)} />
          <span class="tick-words">
            {offer ? <b {...authored()}>{offer.label}</b> : <b>{text.reply.noOffer}</b>}
            {offer && (
              <small class="tabular">
                {offer.cost === 0 ? text.reply.free : money(offer.cost, file.currency)}
                {offer.beyond && <Pill kind="lost">{`▲ ${text.reply.beyond}`}</Pill>}
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
