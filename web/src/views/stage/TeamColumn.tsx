// One team on the stage: its heat as a standing level, its name, and where it is.
import type { JSX } from "preact";

import { Clock } from "../../parts/Clock";
import { Heat } from "../../parts/Heat";
import { text as shared } from "../../text";
import { stage as text } from "../../text/stage.en";
import type { BoardTeam } from "../../wire.gen";
import type { Density } from "./sizes";

interface TeamColumnProps {
  team: BoardTeam;
  density: Density;
  timed: boolean;
}

export function TeamColumn({ team, density, timed }: TeamColumnProps): JSX.Element {
  const over = team.phase === "outcome";
  const wide = density === "wide" || density === "one";
  const heat = team.heat ?? { value: 0, word: "calm" as const };
  const phase = over && wide && team.outcome ? shared.outcomes[team.outcome] : (wide ? text.phases : text.shortPhases)[team.phase];
  return (
    <li class="stage-team" data-over={over ? "" : undefined}>
      {wide && <bdi class="stage-team-name">{team.name}</bdi>}
      <div class="stage-level" data-cold={team.heat ? undefined : ""}>
        <Heat value={heat.value} word={wide ? shared.heatWords[heat.word] : ""} shape="column" of={team.name} label={wide ? "" : team.name} floating={wide} />
      </div>
      <p class="stage-phase">
        {phase}
        {wide && team.beat > 0 && !over && <small class="stage-beat"> {text.round.beat(team.beat, team.beats)}</small>}
      </p>
      {density !== "slim" && timed && <p class="stage-team-clock">{over ? <span aria-hidden="true">✓</span> : <Clock clock={team.clock} untimed="" held="" />}</p>}
    </li>
  );
}
