// A face and a name, and whether they are with us just now.
import "./avatar.css";
import type { JSX } from "preact";

interface AvatarProps {
  face: string;
  name: string;
  /** Not connected at present. */
  away?: boolean;
  /** We wait for them. */
  missing?: boolean;
  /** The face alone; the name is still heard and shown as a tip. */
  faceOnly?: boolean;
  note?: string;
}

export function Avatar({ face, name, away = false, missing = false, faceOnly = false, note = "" }: AvatarProps): JSX.Element {
  const states = [away && "away", missing && "we wait for them"].filter(Boolean).join(", ");
  const said = states ? `${name} (${states})` : name;
  return (
    <span class={`avatar${away ? " avatar-away" : ""}${missing ? " avatar-missing" : ""}`} title={faceOnly || states ? said : undefined}>
      <span class="avatar-face" aria-hidden="true">
        <span class="avatar-emoji">{face}</span>
        {away && <span class="avatar-dot" />}
      </span>
      {faceOnly ? <span class="unseen">{said}</span> : <bdi class="avatar-name">{name}</bdi>}
      {!faceOnly && states && <span class="unseen">{states}</span>}
      {note && <span class="avatar-note">{note}</span>}
    </span>
  );
}
