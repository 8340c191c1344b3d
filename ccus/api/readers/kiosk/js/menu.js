/** For the people of the site: what this device knows of itself, and its unsent taps as a file. GATE-43, GATE-44. */
import { clock, dayOf, timeOf } from "./clock.js";
import { fillScreen } from "./device.js";
import { clockRemark } from "./footer.js";
import { gate } from "./gate.js";
import { everything, onTheWire, parked, unpark, waiting } from "./journal.js";
import { kick } from "./sender.js";
import { play, wake } from "./sound.js";

const menu = document.getElementById("menu");
const press = (id, act) => document.getElementById(id).addEventListener("click", act);

export function wireMenu() {
  press("open-menu", async () => { menu.showModal(); await draw(); });
  press("menu-close", () => menu.close());
  press("export", save);
  press("send-again", async () => { await unpark(); kick(); await draw(); });
  press("try-sound", () => { wake(); play("recorded"); });
  press("full-screen", fillScreen);
}

async function draw() {
  const site = gate.snapshot?.site;
  const facts = {
    "現場": site ? `${site.site.name}（${site.site.number}）` : "まだ 届いていません",
    "元請": site?.site.prime ?? "",
    "カードリーダー": site?.reader.name ?? "",
    "名簿など": gate.snapshot ? `${dayOf(gate.snapshot.kept_at)} ${timeOf(gate.snapshot.kept_at)} に受信` : "",
    "未送信": `${await waiting()}件`,
    "時計": clock.offset === null ? "サーバーと まだ くらべていません" : clockRemark() || "合っています",
    "保存": gate.persisted ? "ブラウザに 消されません" : "ブラウザが 消すことがあります（ホーム画面に 追加すると 守られます）",
  };
  document.getElementById("facts").replaceChildren(...Object.entries(facts).filter(([, told]) => told).flatMap(row));
  await drawParked(await parked());
}

const text = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
const row = ([name, told]) => [text("dt", name), text("dd", told)];

async function drawParked(entries) {
  const place = document.getElementById("parked");
  place.hidden = entries.length === 0;
  place.replaceChildren(text("h3", `サーバーが 読めない記録 ${entries.length}件`), ...entries.slice(0, 20).map((entry) =>
    text("p", `${entry.at.slice(0, 16).replace("T", " ")} 番号 ${entry.seq}：${entry.fault?.sentence ?? `応答 ${entry.fault?.status}`}`)));
}

/** Everything that waits, as the server would want it, so that somebody can carry it by hand. */
async function save() {
  const entries = await everything();
  const file = { made_at: new Date(clock.now()).toISOString(), reader: gate.snapshot?.site.reader ?? null,
    taps: entries.map((entry) => ({ ...onTheWire(entry), pairing: entry.pairing, fault: entry.fault })) };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: "application/json" }));
  link.download = `misoushin-${file.made_at.slice(0, 19).replaceAll(":", "")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
