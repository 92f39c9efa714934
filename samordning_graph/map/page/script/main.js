/**
 * Puts the page together: reads the data, makes the store, and mounts each part on its place.
 *
 * @typedef {object} App
 * @property {import("./data.js").MapData} data
 * @property {import("./data.js").Index} index
 * @property {import("./state.js").Store} store
 * @property {(key: string) => import("./data.js").Finding[]} gapsOf  findings about a node that are on, strongest first
 * @property {(part: string, key: string, values?: Record<string, string|number>) => string} text
 * @property {import("./decisions.js").Say} sayDecision
 * @property {() => void} kept  to call when the decisions are saved
 * @property {(text: string) => void} say  to a screen reader, also when a dialog covers the page
 */

import { mountAnnouncer } from "./announcer.js";
import { mountControls } from "./controls.js";
import { indexed, readData } from "./data.js";
import { byId } from "./dom.js";
import { findingsOn } from "./filter.js";
import { mountHidden } from "./hidden_list.js";
import { mountKeyboard } from "./keyboard.js";
import { mountLeaving } from "./unsaved_guard.js";
import { mountMatrix } from "./matrix.js";
import { mountMeeting } from "./meeting.js";
import { mountNetwork } from "./network.js";
import { mountPanel } from "./panel.js";
import { mountSearchBox } from "./search_box.js";
import { createStore, fromHash, startState, toHash } from "./state.js";
import { mountStatus } from "./status.js";
import { mountTables } from "./tables.js";
import { mountTabs } from "./tabs.js";
import { mountTakeAway } from "./export_dialog.js";
import { fill } from "./text.js";
import { mountTools } from "./toolbar.js";

/** Not drawn until somebody asks: what is not known is not drawn as if it were a gap. */
const OFF_AT_FIRST = ["not_assessed", "referral"];

function start() {
  const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  const data = readData();
  const index = indexed(data);
  const kept = JSON.parse(byId("map-state").textContent ?? "{}");
  const first = { ...startState(data.start, { tie: OFF_AT_FIRST }), ...kept };
  const store = createStore({ ...first, ...fromHash(location.hash, first) });
  /** @type {App} */
  const app = {
    data,
    index,
    store,
    gapsOf: (key) => findingsOn(index, store.get(), key),
    text: (part, key, values) => fill(data.texts[part][key], values),
    sayDecision: (key, values) => fill(data.texts.decisions[key], values),
    kept: mountLeaving(store),
    say: (text) => {
      const place = document.querySelector("dialog[open] > [aria-live]") ?? byId("announcer");
      place.textContent = text;
    },
  };
  byId("no-script").remove();
  byId("toolbar").hidden = false;
  mountTabs(app);
  const picture = mountNetwork(app);
  mountControls(app);
  mountStatus(app);
  mountPanel(app);
  mountHidden(app);
  mountMatrix(app);
  mountMeeting(app);
  mountTools(app, picture);
  mountSearchBox(app, picture);
  mountKeyboard(app, picture);
  mountTables(app, picture);
  mountAnnouncer(app);
  mountTakeAway(app, page);
  store.subscribe((now) => history.replaceState(null, "", toHash(now, first) || location.pathname));
  window.addEventListener("hashchange", () => {
    const { moved, decisions, ...linked } = first; // what was moved and written since stays
    store.set({ ...linked, ...fromHash(location.hash, first) });
  });
}

start();
