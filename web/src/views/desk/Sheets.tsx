// Shows the sheet or the question that lies open on the desk.
import type { JSX } from "preact";

import type { ScenarioCard } from "../../api";
import { Question } from "../../parts/Sheet";
import { desk as text } from "../../text/desk.en";
import type { DeskDocument, LobbyDocument, StandingsDocument } from "../../wire.gen";
import { act } from "./act";
import { InviteSheet } from "./InviteSheet";
import { JoinSheet } from "./JoinSheet";
import { asked, open } from "./lying";
import { MarksSheet } from "./MarksSheet";
import { PeopleSheet } from "./PeopleSheet";
import { RemoveSheet, RenameSheet } from "./PersonSheets";
import { SettingsSheet } from "./SettingsSheet";
import { StandingsSheet } from "./StandingsSheet";

interface SheetsProps {
  code: string;
  desk: DeskDocument;
  lobby: LobbyDocument;
  standings: StandingsDocument | null;
  scenarios: readonly ScenarioCard[];
}

export function Sheets(props: SheetsProps): JSX.Element {
  const question = asked.value;
  return (
    <>
      <OpenSheet {...props} />
      {question && (
        <Question title={question.title} yes={question.yes} no={text.round.no} onYes={() => act(question.command)} onClose={() => (asked.value = null)}>
          <p>{question.text}</p>
        </Question>
      )}
    </>
  );
}

function OpenSheet({ code, desk, lobby, standings, scenarios }: SheetsProps): JSX.Element | null {
  const lying = open.value;
  const close = (): void => void (open.value = null);
  switch (lying?.sheet) {
    case "people":
      return <PeopleSheet code={code} desk={desk} lobby={lobby} onClose={close} />;
    case "join":
      return <JoinSheet code={code} desk={desk} onClose={close} />;
    case "settings":
      return <SettingsSheet desk={desk} scenarios={scenarios} onClose={close} />;
    case "standings":
      return <StandingsSheet desk={desk} standings={standings} onClose={close} />;
    case "invite":
      return <InviteSheet onClose={close} />;
    case "marks": {
      const reply = desk.replies.find(({ token }) => token === lying.token);
      return reply ? <MarksSheet code={code} reply={reply} first={lying.criterion ?? null} onClose={close} /> : null;
    }
    case "rename_seat": {
      const seat = desk.seats.find(({ id }) => id === lying.seat);
      return seat ? <RenameSheet name={seat.name} longest={24} command={(name) => ({ name: "rename_seat", body: { seat: seat.id, name } })} onClose={close} /> : null;
    }
    case "rename_team": {
      const team = desk.teams.find(({ id }) => id === lying.team);
      return team ? <RenameSheet name={team.name} longest={24} command={(name) => ({ name: "rename_team", body: { team: team.id, name } })} onClose={close} /> : null;
    }
    case "remove": {
      const seat = desk.seats.find(({ id }) => id === lying.seat);
      return seat ? <RemoveSheet seat={seat} onClose={close} /> : null;
    }
    case undefined:
      return null;
  }
}
