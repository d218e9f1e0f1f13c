// Three doors that ask for a name and a password: sign in, first set-up, accept an invitation.
import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";

import { Button } from "../../parts/Button";
import { Logo } from "../../parts/Logo";
import { Tide } from "../../parts/Tide";
import { desk } from "../../text/desk.en";
import * as calls from "./calls";
import { Field } from "./Field";
import { signedIn } from "./place";

const text = desk.account;
const SHORTEST = 10;

type Kind = "sign_in" | "set_up" | "accept";

const DOORS = {
  sign_in: { title: text.signIn, lead: text.signInLead, go: text.goSignIn },
  set_up: { title: text.setUp, lead: text.setUpLead, go: text.goSetUp },
  accept: { title: text.accept, lead: text.acceptLead, go: text.goAccept },
} as const;

export function Account({ kind, token = "" }: { kind: Kind; token?: string }): JSX.Element {
  const name = useSignal("");
  const password = useSignal("");
  const again = useSignal("");
  const problem = useSignal("");
  const busy = useSignal(false);
  const { title, lead, go } = DOORS[kind];
  const fresh = kind !== "sign_in";

  const knock = async (): Promise<void> => {
    if (fresh && password.value.length < SHORTEST) problem.value = text.short;
    else if (fresh && password.value !== again.value) problem.value = text.different;
    else {
      busy.value = true;
      const answer = await ask(kind, token, name.value.trim(), password.value);
      busy.value = false;
      if (answer.ok) signedIn(name.value.trim());
      else problem.value = answer.sentence;
    }
  };

  return (
    <Door title={title} lead={lead}>
      <form
        class="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void knock();
        }}
      >
        <Field label={text.name}>
          {(id) => <input id={id} required maxLength={40} autocomplete="username" value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />}
        </Field>
        <Field label={text.password} hint={fresh ? text.passwordHint : ""}>
          {(id, hint) => (
            <input
              id={id}
              type="password"
              required
              aria-describedby={hint}
              autocomplete={fresh ? "new-password" : "current-password"}
              value={password.value}
              onInput={(event) => (password.value = event.currentTarget.value)}
            />
          )}
        </Field>
        {fresh && (
          <Field label={text.repeat}>
            {(id) => (
              <input id={id} type="password" required autocomplete="new-password" value={again.value} onInput={(event) => (again.value = event.currentTarget.value)} />
            )}
          </Field>
        )}
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <Button type="submit" kind="primary" size="large" wide disabled={busy.value}>
          {go}
        </Button>
        {!fresh && <small>{text.forgotten}</small>}
      </form>
    </Door>
  );
}

export function NotSetUp(): JSX.Element {
  return <Door title={text.signIn} lead={text.notSetUp} />;
}

function Door({ title, lead, children }: { title: string; lead: string; children?: ComponentChildren }): JSX.Element {
  return (
    <main class="door">
      <Logo heat={30} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
      <div class="door-tide">
        <Tide />
      </div>
    </main>
  );
}

function ask(kind: Kind, token: string, name: string, password: string): ReturnType<typeof calls.signIn> {
  if (kind === "sign_in") return calls.signIn(name, password);
  return kind === "set_up" ? calls.setUp(token, name, password) : calls.acceptInvitation(token, name, password);
}
