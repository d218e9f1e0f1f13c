// Badges that were won: they rain once, then stand in a line that turns its pages.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { stage as texts } from "../../text/stage.en";
import type { AwardView } from "../../wire.gen";
import { useTurning } from "./turning";

const PAGE = 4; // badges in the line at once
const TURNS = 5_000; // milliseconds a page stays
const MOST_DROPS = 60;
const RAINS = 7_000; // milliseconds until the last drop has left

export function Rain({ awards, falling }: { awards: readonly AwardView[]; falling: boolean }): JSX.Element | null {
  const page = useTurning(Math.ceil(awards.length / PAGE), TURNS);
  const wet = useSignal(falling);
  useEffect(() => {
    const drying = setTimeout(() => (wet.value = false), RAINS);
    return () => clearTimeout(drying);
  }, []);
  if (awards.length === 0) return null;
  return (
    <>
      {wet.value && <Drops awards={awards} />}
      <section class="stage-awards" aria-label={texts.ceremony.badges}>
        {awards.slice(page * PAGE, page * PAGE + PAGE).map((award) => (
          <p key={`${award.seat} ${award.badge}`}>
            <span class="stage-badge" aria-hidden="true">
              {award.icon}
            </span>
            <span>
              <b>{award.badge_name}</b>
              <bdi>{award.name}</bdi>
            </span>
          </p>
        ))}
      </section>
    </>
  );
}

/** Where each drop falls follows from its place, so that neighbours never coincide. */
function Drops({ awards }: { awards: readonly AwardView[] }): JSX.Element {
  const drops = Array.from({ length: Math.min(MOST_DROPS, Math.max(24, awards.length * 2)) }, (_, place) => awards[place % awards.length]);
  return (
    <div class="stage-rain" aria-hidden="true">
      {drops.map((award, place) => (
        <span
          key={place}
          style={{
            "--across": `${(place * 61.8) % 100}%`,
            "--after": `${((place * 37) % 100) / 25}s`,
            "--size": (1.4 + ((place * 7) % 10) / 10).toFixed(1),
          }}
        >
          {award?.icon}
        </span>
      ))}
    </div>
  );
}
