// Short sounds and a buzz, each optional. Knows nothing of when they are due.
import { signal } from "@preact/signals";

import { keep, kept } from "./keep";

export type Cue = "turn" | "sent" | "reveal" | "late";

/** Tones in hertz, one after the other. */
const TONES: Readonly<Record<Cue, readonly number[]>> = {
  turn: [392, 523],
  sent: [523],
  reveal: [392, 494, 587],
  late: [330, 330],
};
const BUZZES: Readonly<Record<Cue, readonly number[]>> = { turn: [60, 60, 60], sent: [20], reveal: [40], late: [30, 40, 30] };
const TONE = 0.14; // seconds
const LOUDNESS = 0.08;

/** Whether this device may sound and buzz. Sound begins switched off, a buzz begins switched on. */
export const sounding = signal(kept<boolean>("sound") ?? false);
export const buzzing = signal(kept<boolean>("buzz") ?? true);

let audio: AudioContext | null = null;

export function setSounding(on: boolean): void {
  sounding.value = on;
  keep("sound", on);
  if (on) cue("turn");
}

export function setBuzzing(on: boolean): void {
  buzzing.value = on;
  keep("buzz", on);
  if (on) cue("sent");
}

/** Sounds and buzzes as far as both are switched on; a device that cannot stays silent. */
export function cue(name: Cue): void {
  // Before the first tap a browser refuses to buzz, and complains.
  if (buzzing.peek() && "vibrate" in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate([...BUZZES[name]]);
  if (sounding.peek()) play(TONES[name]);
}

function play(tones: readonly number[]): void {
  audio ??= new AudioContext();
  void audio.resume(); // browsers keep it asleep until someone has tapped
  const begin = audio.currentTime;
  tones.forEach((hertz, place) => {
    if (!audio) return;
    const tone = new OscillatorNode(audio, { type: "sine", frequency: hertz });
    const loudness = new GainNode(audio, { gain: 0 });
    const from = begin + place * TONE;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
    loudness.gain.linearRampToValueAtTime(0, from + TONE);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + TONE);
  });
}
