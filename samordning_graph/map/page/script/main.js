/**
 * Starts the page: reads the data, creates the store, and mounts each part in its place.
 *
 * @typedef {object} App
 * @property {import("./data.js").MapData} data
 * @property {import("./data.js").Index} index
 * @property {import("./state.js").Store} store
 * @property {(key: string) => import("./data.js").Finding[]} gapsOf  the findings about a node that are on, strongest first
 * @property {(part: string, key: string, values?: Record<string, string|number>) => string} text
 * @property {import("./decisions.js").DecisionText} decisionText
 * @property {() => void} markSaved  to call when the decisions have been saved
 * @property {(text: string) => void} announce  to a screen reader, also when a dialog covers the page
 */

import { mountAnnouncer } from "./announcer.js";
import { mountCaption } from "./caption.js";
import { createIndex, readData } from "./data.js";
import { byId } from "./dom.js";
import { mountDrawer } from "./drawer.js";
import { mountExportDialog } from "./export_dialog.js";
import { findingsOn } from "./filter.js";
import { mountGrids } from "./grid.js";
import { mountHiddenList } from "./hidden_list.js";
import { mountKeyboard } from "./keyboard.js";
import { mountLegend } from "./legend.js";
import { mountMeeting } from "./meeting.js";
import { mountMenu } from "./menu.js";
import { mountNetwork } from "./network.js";
import { mountPairList } from "./pair_list.js";
import { mountPanel } from "./panel.js";
import { mountProjector } from "./projector.js";
import { mountSearchBox } from "./search_box.js";
import { createStore, fromHash, initialState, toHash } from "./state.js";
import { mountStatus } from "./status.js";
import { mountStepBack, stepBack } from "./step_back.js";
import { mountTableKey } from "./table_key.js";
import { mountTables } from "./tables.js";
import { mountTabs } from "./tabs.js";
import { fillTemplate } from "./text.js";
import { mountToolbar } from "./toolbar.js";
import { mountUnsavedGuard } from "./unsaved_guard.js";

/** Off until the reader switches them on: what is not known should not look like a gap. */
const INITIALLY_OFF = ["not_assessed", "referral"];

function start() {
  const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  const data = readData();
  const index = createIndex(data);
  const saved = JSON.parse(byId("map-state").textContent ?? "{}");
  const initial = { ...initialState(data.start, { tie: INITIALLY_OFF }), ...saved };
  const store = createStore({ ...initial, ...fromHash(location.hash, initial) });
  /** @type {App} */
  const app = {
    data,
    index,
    store,
    gapsOf: (key) => findingsOn(index, store.get(), key),
    text: (part, key, values) => fillTemplate(data.texts[part][key], values),
    decisionText: (key, values) => fillTemplate(data.texts.decisions[key], values),
    markSaved: mountUnsavedGuard(store),
    announce: (text) => {
      const region = document.querySelector("dialog[open] > [aria-live]") ?? byId("announcer");
      region.textContent = text;
    },
  };
  byId("no-script").remove();
  byId("toolbar").hidden = false;
  mountTabs(app);
  mountGrids(app);
  // What stands below the picture comes first: it takes its height from it.
  mountStatus(app);
  mountTableKey(app);
  const viewport = mountNetwork(app);
  mountLegend(app);
  mountPanel(app);
  mountDrawer(app);
  mountCaption(app, () => stepBack(app, viewport));
  mountHiddenList(app);
  mountPairList(app);
  mountMeeting(app);
  mountProjector(app);
  mountToolbar(app, viewport);
  mountMenu();
  mountSearchBox(app, viewport);
  mountKeyboard(app, viewport);
  mountStepBack(app, viewport);
  mountTables(app, viewport);
  mountAnnouncer(app);
  mountExportDialog(app, page);
  store.subscribe((state) => history.replaceState(null, "", toHash(state, initial) || location.href.replace(/#.*/, "")));
  window.addEventListener("hashchange", () => {
    // A link leaves what was moved, decided and opened since.
    const { moved, agenda, decisions, drawer, ...linkable } = initial;
    store.set({ ...linkable, ...fromHash(location.hash, initial) });
  });
}

start();
