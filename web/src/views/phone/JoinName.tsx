// A name, a face, and what is kept of whoever comes in. Knows nothing of how a code is found.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

import type { WorkshopCard } from "../../api";
import { anyOf } from "../../ids";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import { content } from "./content";
import { Screen } from "./Screen";
import { join, out, pass } from "./session";

interface JoinNameProps {
  room: WorkshopCard;
  onOther: () => void;
  onAgain: () => Promise<void>;
}

const NAME_LENGTH = 24;

export function JoinName({ room, onOther, onAgain }: JoinNameProps): JSX.Element {
  const known = pass.value;
  const faces = content.value?.avatars ?? [];
  const name = useSignal(known?.name ?? "");
  const face = useSignal(known?.avatar ?? "");
  if (faces.length > 0 && !faces.includes(face.value)) face.value = anyOf(faces) ?? "";
  const wrong = useSignal("");

  const comeIn = async (): Promise<void> => {
    const wanted = name.value.trim();
    if (!wanted) {
      wrong.value = text.join.needName;
      return;
    }
    wrong.value = (await join(wanted, face.value))?.sentence ?? "";
  };
  const shut = room.locked && !known;
  return (
    <Screen
      title={known?.name ? text.join.welcomeBack(known.name) : text.join.into(room.title)}
      lead={known?.name ? text.join.passFound : text.join.here(room.players)}
      kind="join"
      foot={
        <>
          {wrong.value && (
            <p class="wrong" role="alert">
              {wrong.value}
            </p>
          )}
          {shut ? (
            <Button size="large" wide onPress={onAgain}>
              {text.join.tryAgain}
            </Button>
          ) : (
            <Button kind="primary" size="large" wide onPress={comeIn}>
              {text.join.go}
            </Button>
          )}
        </>
      }
    >
      {out.value && <p class="note">{out.value}</p>}
      {shut && <p class="note">{text.join.locked}</p>}
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void comeIn();
        }}
      >
        <label for="name">{text.join.name}</label>
        <div class="join-name">
          <input
            id="name"
            dir="auto"
            value={name.value}
            maxLength={NAME_LENGTH}
            autoComplete="nickname"
            enterkeyhint="go"
            aria-describedby="name-hint"
            onInput={(event) => {
              name.value = event.currentTarget.value;
              wrong.value = "";
            }}
          />
          <Button label={text.join.dice} onPress={() => (name.value = suggestion() || name.value)}>
            <span aria-hidden="true">🎲</span>
          </Button>
        </div>
        <p id="name-hint" class="soft">
          {text.join.nameHint}
        </p>
      </form>
      <fieldset class="faces">
        <legend>{text.join.face}</legend>
        {faces.map((one) => (
          <label key={one} class="face">
            <input type="radio" name="face" class="unseen" checked={face.value === one} onChange={() => (face.value = one)} />
            <span>{one}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft join-consent">
        {room.rehearsal ? text.join.rehearsal : text.join.keeps(room.keep_days)} {text.join.sees}
      </p>
      <p>
        <button type="button" class="text-button" onClick={onOther}>
          {text.join.other}
        </button>
      </p>
    </Screen>
  );
}

/** A friendly name by chance; empty until the content has come. */
function suggestion(): string {
  const parts = content.value?.nickname_parts;
  const name = parts && `${anyOf(parts.adjectives) ?? ""} ${anyOf(parts.nouns) ?? ""}`.trim();
  return name ?? "";
}
