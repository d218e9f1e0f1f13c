// Short sounds on the stage, once the desk has turned them on: the room gathers, a part of the round begins.
import { useEffect, useRef } from "preact/hooks";

import { cue, sounding } from "../../sound";
import type { BoardDocument } from "../../wire.gen";

export function Sounds({ on, board }: { on: boolean; board: BoardDocument | null }): null {
  const begun = useRef(false);
  useEffect(() => {
    sounding.value = on;
  }, [on]);
  useEffect(() => {
    if (begun.current && on) cue("reveal");
    begun.current = board !== null;
  }, [board?.stage, board?.phase]);
  useEffect(() => {
    if (board?.gathering && on) cue("turn");
  }, [board?.gathering]);
  return null;
}
