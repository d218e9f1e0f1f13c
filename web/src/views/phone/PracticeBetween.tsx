// After a round that was practised alone: how it went, and on to the next one. Knows nothing of other players.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import type { PracticeCard } from "../../api";
import { Button } from "../../parts/Button";
import { text } from "../../text";
import { Badges, RoundCard } from "./Between";
import type { Now } from "./now";
import { SIGNS } from "./Outcome";
import { History } from "./Practice";
import { begin, choices, fetchChoices, following, history } from "./practice";
import { Screen } from "./Screen";
import { putAside } from "./session";

export function PracticeBetween({ board, seat, lobby }: Now): JSX.Element {
  const wrong = useSignal("");
  useEffect(() => {
    if (!choices.value) void fetchChoices();
  }, []);
  const played = history.value.find((one) => one.key === `${lobby.code}.${board.round}`);
  const result = seat.results.find((one) => one.round === board.round);
  const title = played?.title ?? board.scenario;
  const same = choices.value?.scenarios.find((card) => card.title === title);
  const next = following(title);
  const play = async (card: PracticeCard): Promise<void> => {
    const problem = await begin(card, { timed: board.timed, name: seat.name, avatar: seat.avatar });
    wrong.value = problem?.sentence ?? "";
  };
  return (
    <Screen
      title={played ? text.outcomes[played.outcome] : text.practice.over}
      lead={title}
      kind="between"
      foot={
        <>
          {wrong.value && (
            <p class="wrong" role="alert">
              {wrong.value}
            </p>
          )}
          {next && (
            <Button kind="primary" size="large" wide onPress={() => play(next)}>
              <span class="clip">{text.practice.next(next.title)}</span>
            </Button>
          )}
          <div class="foot-row">
            {same && <Button onPress={() => play(same)}>{text.practice.playAgain}</Button>}
            <Button onPress={putAside}>{text.practice.all}</Button>
          </div>
        </>
      }
    >
      {played && (
        <p class="big-face outcome-sign" aria-hidden="true">
          {SIGNS[played.outcome]}
        </p>
      )}
      {result && <RoundCard result={result} />}
      {seat.badges.length > 0 && <Badges badges={seat.badges} />}
      <History />
    </Screen>
  );
}
