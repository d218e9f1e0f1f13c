// The right column: what needs a facilitator's decision, the most urgent on top.
import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";

import { Avatar } from "../../parts/Avatar";
import { Button } from "../../parts/Button";
import { desk as texts } from "../../text/desk.en";
import type { DeskDocument, DeskReply, DeskTeam, LobbyDocument } from "../../wire.gen";
import { act } from "./act";
import { AppealedReply, waitingLook } from "./Appealed";
import { ReplyToRelease, ReportedReply } from "./Replies";
import { TeamChoice } from "./SeatMenu";

const text = texts.decide;

interface DecisionsProps {
  desk: DeskDocument;
  lobby: LobbyDocument;
}

export function Decisions({ desk, lobby }: DecisionsProps): JSX.Element {
  const heardOnly = useSignal(true);
  const seen = useSignal(0);
  const reported = desk.replies.filter((reply) => reply.reported && !reply.kept_covered);
  const appealed = desk.phase === "closed" ? [] : desk.replies.flatMap((reply) => ((look) => (look ? [{ reply, look }] : []))(waitingLook(reply)));
  const teamless = desk.phase === "ceremony" || desk.phase === "closed" ? [] : desk.seats.filter((seat) => seat.team === null);
  const stopped = desk.teams.filter((team) => team.stopped);
  const ready = desk.replies.filter((reply) => (heardOnly.value ? !reply.reported && (reply.heard || reply.on_stage) : !reply.reported || reply.kept_covered)).sort(latestFirst);
  const asides = desk.asides - seen.value;
  const urgent = reported.length + teamless.length + stopped.length + appealed.length + Number(asides > 0);
  return (
    <aside class="side-panel" aria-label={text.title}>
      <header class="side-head">
        <h2>{text.title}</h2>
        {urgent > 0 && <span class="side-count">{urgent}</span>}
      </header>
      {urgent === 0 && desk.replies.length === 0 && (
        <p class="quiet">
          {text.nothing} {text.nothingHint}
        </p>
      )}
      {reported.length > 0 && (
        <Section title={text.reported} hint={text.reportedHint}>
          {reported.map((reply) => (
            <ReportedReply key={reply.token} reply={reply} />
          ))}
        </Section>
      )}
      {stopped.length > 0 && (
        <Section title={text.stopped} hint={texts.team.stoppedHint}>
          {stopped.map((team) => (
            <StoppedTeam key={team.id} team={team} />
          ))}
        </Section>
      )}
      {asides > 0 && (
        <Section title={text.asides} hint={text.asidesHint}>
          <li class="decide-person">
            <b>{text.aside(asides)}</b>
            <Button size="small" onPress={() => (seen.value = desk.asides)}>
              {text.asideSeen}
            </Button>
          </li>
        </Section>
      )}
      {appealed.length > 0 && (
        <Section title={texts.appeal.title} hint={texts.appeal.hint}>
          {appealed.map(({ reply, look }) => (
            <AppealedReply key={reply.token} reply={reply} look={look} />
          ))}
        </Section>
      )}
      {teamless.length > 0 && (
        <Section title={text.teamless}>
          {teamless.map((seat) => (
            <li key={seat.id} class="decide-person">
              <Avatar face={seat.avatar} name={seat.name} away={seat.presence !== "here"} />
              <TeamChoice seat={seat} lobby={lobby} />
            </li>
          ))}
        </Section>
      )}
      {desk.replies.length > 0 && desk.phase !== "closed" && (
        <Section title={text.release} hint={text.releaseHint}>
          <li class="decide-filter">
            <Button size="small" kind="quiet" pressed={heardOnly.value} onPress={() => (heardOnly.value = true)}>
              {text.heardOnly}
            </Button>
            <Button size="small" kind="quiet" pressed={!heardOnly.value} onPress={() => (heardOnly.value = false)}>
              {text.allReplies}
            </Button>
          </li>
          {ready.length === 0 && <li class="quiet">{text.noReplies}</li>}
          {ready.map((reply) => (reply.reported ? <ReportedReply key={reply.token} reply={reply} /> : <ReplyToRelease key={reply.token} reply={reply} />))}
        </Section>
      )}
    </aside>
  );
}

function Section({ title, hint = "", children }: { title: string; hint?: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="side-section">
      <h3>{title}</h3>
      {hint && <small>{hint}</small>}
      <ul class="side-list">{children}</ul>
    </section>
  );
}

function StoppedTeam({ team }: { team: DeskTeam }): JSX.Element {
  return (
    <li class="decide-person">
      <b>{team.name}</b>
      <Button size="small" onPress={() => act({ name: "resume_team", body: { team: team.id } })}>
        {texts.team.goOn}
      </Button>
    </li>
  );
}

/** What is on the stage first, then by round and beat, the newest on top, then by points. */
function latestFirst(one: DeskReply, other: DeskReply): number {
  return Number(other.on_stage) - Number(one.on_stage) || other.round - one.round || other.beat - one.beat || (other.total ?? 0) - (one.total ?? 0);
}
