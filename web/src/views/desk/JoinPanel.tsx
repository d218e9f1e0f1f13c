// How people get in: code, link and QR, the address that phones can reach, and the check with one phone.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { Button } from "../../parts/Button";
import { Qr } from "../../parts/Qr";
import { desk as texts } from "../../text/desk.en";
import { toast } from "../../toasts";
import type { DeskDocument } from "../../wire.gen";
import { act } from "./act";
import * as calls from "./calls";
import { LinkField } from "./LinkField";

const text = texts.join;
const AGAIN = 3_000; // milliseconds between two looks at how many phones got through

interface JoinPanelProps {
  code: string;
  desk: DeskDocument;
}

export function JoinPanel({ code, desk }: JoinPanelProps): JSX.Element {
  const address = useSignal<calls.Address | null>(null);
  const look = async (): Promise<void> => {
    const answer = await calls.address(code);
    if (answer.ok) address.value = answer.value;
  };
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), AGAIN);
    return () => clearInterval(timer);
  }, [code]);
  const choose = async (url: string): Promise<void> => {
    const answer = await calls.chooseAddress(code, url);
    if (!answer.ok) toast(answer.sentence);
    await look();
  };
  const found = address.value;
  return (
    <div class="join">
      <div class="join-qr">
        <Qr code={code} edition={found?.chosen ?? ""} />
      </div>
      <div class="join-words">
        <p class="join-code">
          <span class="unseen">{text.code} </span>
          {code}
        </p>
        {found && <LinkField label={text.link} link={joinLink(found.chosen, code)} button={text.copy} />}
        {found && found.candidates.length > 1 && (
          <fieldset class="join-addresses">
            <legend>{text.address}</legend>
            <small>{text.addressHint}</small>
            {found.candidates.map((url) => (
              <label key={url}>
                <input type="radio" name="address" checked={url === found.chosen} onChange={() => void choose(url)} />
                {url}
              </label>
            ))}
          </fieldset>
        )}
        {found && <PhoneCheck phones={found.phones} />}
        {desk.locked && <p class="problem">{text.lockedNow}</p>}
        <div>
          <Button onPress={() => act({ name: "set_lock", body: { locked: !desk.locked } })}>{desk.locked ? text.unlock : text.lock}</Button>
        </div>
      </div>
    </div>
  );
}

function PhoneCheck({ phones }: { phones: number }): JSX.Element {
  return (
    <section class="join-check" aria-live="polite">
      <h3>{text.check}</h3>
      {phones > 0 ? (
        <p>✓ {text.some(phones)}</p>
      ) : (
        <>
          <p>{text.none}</p>
          <p class="quiet">{text.noneHelp}</p>
        </>
      )}
    </section>
  );
}

/** The candidates may be bare addresses or links that name the room already. */
function joinLink(chosen: string, code: string): string {
  return chosen.includes(`/j/${code}`) ? chosen : `${chosen.replace(/\/+$/, "")}/j/${code}`;
}
