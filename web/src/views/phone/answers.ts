// Tells once when a facilitator has looked at a mark again, whatever screen is up. Knows nothing of how it is shown.
import { toast } from "../../toasts";
import { text } from "../../text";
import type { OwnReply } from "../../wire.gen";

let known: Set<string> | null = null;

/** Compares with what was answered before; what was answered when the page opened is no news. */
export function tellAnswers(replies: readonly OwnReply[] | undefined): void {
  if (!replies) return;
  const answered = replies.flatMap((reply) =>
    reply.looks.filter((look) => look.state !== "open").map((look) => ({ key: `${reply.token} ${look.criterion} ${look.answer}`, criterion: look.criterion })),
  );
  const fresh = answered.filter(({ key }) => known !== null && !known.has(key));
  known = new Set(answered.map(({ key }) => key));
  for (const { criterion } of fresh) toast(text.look.news(text.criteria[criterion]));
}
