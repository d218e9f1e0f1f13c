// Third, second, first: as many of them as are `shown`. Ties stand on one step; a place that nobody took has none.
import "./podium.css";
import type { JSX } from "preact";

export interface PodiumRow {
  rank: number;
  name: string;
  points: number;
  /** What else is said of them: a team's title. */
  title?: string;
}

interface PodiumProps {
  rows: readonly PodiumRow[];
  /** How many steps are filled so far, from the third up: 0 to 3. */
  shown?: number;
}

const PLACES = [1, 2, 3] as const;

export function Podium({ rows, shown = 3 }: PodiumProps): JSX.Element {
  return (
    <ol class="podium">
      {PLACES.filter((place) => rows.some(({ rank }) => rank === place)).map((place) => (
        <li key={place} class={`podium-place podium-place-${place}`} aria-label={`Place ${place}`}>
          <div>
            {shown > 3 - place &&
              rows
                .filter((row) => row.rank === place)
                .map((row) => (
                  <div key={row.name} class="podium-who">
                    <bdi class="podium-name">{row.name}</bdi>
                    {row.title && <span class="podium-title">{row.title}</span>}
                    <span class="podium-points">{row.points.toFixed(1)}</span>
                  </div>
                ))}
          </div>
          <div class="podium-step" aria-hidden="true">
            {place}
          </div>
        </li>
      ))}
    </ol>
  );
}
