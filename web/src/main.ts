// Boots the page that `data-page` names. Knows nothing of what a page shows.
import "./style/base.css";
import { text } from "./text";

interface Page {
  start(root: HTMLElement): void;
}

const pages = import.meta.glob<Page>("./views/*/start.tsx");

async function boot(): Promise<void> {
  const root = document.getElementById("app");
  const load = root && pages[`./views/${root.dataset["page"] ?? ""}/start.tsx`];
  if (!root || !load) return;
  document.documentElement.lang = text.language;
  (await load()).start(root);
}

void boot();
