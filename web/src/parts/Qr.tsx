// The join link as a QR code, drawn by the server. It keeps its own white ground: cameras want dark on light.
import "./qr.css";
import type { JSX } from "preact";

interface QrProps {
  code: string;
  /** Changes when the address inside has changed, so that the picture is fetched again. */
  edition?: string;
  label?: string;
}

export function Qr({ code, edition = "", label = "QR code with the link to join" }: QrProps): JSX.Element {
  const query = edition ? `?of=${encodeURIComponent(edition)}` : "";
  return <img class="qr" src={`/api/workshops/${encodeURIComponent(code)}/qr.svg${query}`} alt={label} />;
}
