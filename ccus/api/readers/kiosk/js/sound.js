/** Sounds by Web Audio, never alone: every one goes with words and a shape. GATE-60. */
const NOTES = {                      // [start s, length s, Hz]
  recorded: [[0, 0.1, 880], [0.1, 0.1, 1760]],
  notice: [[0, 0.25, 660]],
  again: [[0, 0.1, 880]],
  stop: [[0, 0.3, 220], [0.38, 0.3, 220], [0.76, 0.3, 220]],
};
const BUZZ = { recorded: [80], notice: [200], again: [40], stop: [250, 80, 250, 80, 250] };
let audio = null;

/** Browsers let a page sound only after somebody pressed something. */
export function wake() {
  try { audio ??= new AudioContext(); } catch { return; }
  audio.resume().catch(() => {});
}

/** Never throws: a device without sound still takes cards. */
export function play(name) {
  navigator.vibrate?.(BUZZ[name]);
  if (audio?.state !== "running") return;
  try {
    for (const [start, length, pitch] of NOTES[name]) note(audio.currentTime + start, length, pitch);
  } catch { audio = null; }
}

function note(start, length, pitch) {
  const tone = new OscillatorNode(audio, { type: pitch < 400 ? "square" : "sine", frequency: pitch });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.5, start + 0.01);
  volume.gain.setValueAtTime(0.5, start + length - 0.02);
  volume.gain.linearRampToValueAtTime(0, start + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + length);
}
