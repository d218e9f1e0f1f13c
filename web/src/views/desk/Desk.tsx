// The desk's way from place to place. Knows nothing of what each place shows.
import type { JSX } from "preact";

import { Logo } from "../../parts/Logo";
import { Button } from "../../parts/Button";
import { OnTop, sheets } from "../../parts/Sheet";
import { Toasts } from "../../parts/Toasts";
import { desk as text } from "../../text/desk.en";
import { dismiss, toasts } from "../../toasts";
import { Account, NotSetUp } from "./Account";
import { dismissNote, notes } from "./act";
import { Home } from "./Home";
import { browsing, looking } from "./library";
import { arrive, place } from "./place";
import { PreviewSheet } from "./PreviewSheet";
import { Room } from "./Room";
import { ScenariosSheet } from "./ScenariosSheet";

export function Desk(): JSX.Element {
  return (
    <>
      <OnTop.Provider value={<Notes />}>
        <Here />
        <Shelf />
      </OnTop.Provider>
      {sheets.value === 0 && <Notes />}
    </>
  );
}

/** What can be looked at from every place of somebody who is signed in. */
function Shelf(): JSX.Element | null {
  const { at } = place.value;
  if (at !== "home" && at !== "workshop") return null;
  return (
    <>
      {browsing.value && <ScenariosSheet />}
      {looking.value !== null && <PreviewSheet key={looking.value} slug={looking.value} />}
    </>
  );
}

function Notes(): JSX.Element {
  return (
    <Toasts
      items={[...notes.value, ...toasts.value]}
      onDismiss={(id) => {
        dismissNote(id);
        dismiss(id);
      }}
      dismiss={text.common.dismiss}
    />
  );
}

function Here(): JSX.Element {
  const here = place.value;
  switch (here.at) {
    case "waiting":
      return (
        <main class="door">
          <Logo heat={50} />
          <p>{text.common.loading}</p>
        </main>
      );
    case "unreachable":
      return (
        <main class="door">
          <Logo heat={80} />
          <p role="alert">{here.sentence}</p>
          <Button kind="primary" onPress={arrive}>
            {text.account.again}
          </Button>
        </main>
      );
    case "sign_in":
      return <Account kind="sign_in" />;
    case "not_set_up":
      return <NotSetUp />;
    case "key":
      return <Account key={here.token} kind={here.first ? "set_up" : "accept"} token={here.token} />;
    case "home":
      return <Home />;
    case "workshop":
      return <Room key={here.code} code={here.code} />;
  }
}
