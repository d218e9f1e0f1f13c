// A line across the page for what concerns everything on it: the wire is down, the room is paused.
import "./banner.css";
import type { ComponentChildren, JSX } from "preact";

interface BannerProps {
  kind?: "plain" | "note";
  children: ComponentChildren;
}

export function Banner({ kind = "plain", children }: BannerProps): JSX.Element {
  return (
    <div class={`banner banner-${kind}`} role="status">
      {children}
    </div>
  );
}
