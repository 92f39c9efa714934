/** Starts the page: mounts each part, starts the program, and shows what files say. */

import { byId, element } from "../../map/page/script/dom.js";
import { drawBlocks } from "./blocks.js";
import { mountChoices, wishes } from "./choices.js";
import { compareWith, mountComparison, showChangesSinceLast } from "./comparison.js";
import { mountDecided } from "./decided.js";
import { mountDropZone } from "./drop_zone.js";
import { keep, showFiles } from "./file_list.js";
import { showPage } from "./pages_inside.js";
import { drawProblems } from "./problem_list.js";
import { mountResultTabs, refillTabs } from "./result_tabs.js";
import { say, showStatus, withStatus } from "./status_line.js";
import { forgetWhatIf, mountWhatIf } from "./what_if.js";
import { mountWords, words } from "./words.js";
import { ask, made, putFiles, startWorker } from "./worker_calls.js";

/** @type {Promise<void>} */
let ready;
/** What is shown: which of several municipalities, and the names of the files; nothing yet without. */
let shown = { municipality: 0, files: "" };
/** @type {string[]} the earlier reports that were given with the files, until they are compared with */
let toCompare = [];

/** @param {File[]} files */
function take(files) {
  const names = files.map((file) => file.name).join(", ");
  if (shown.files && !window.confirm(words("replace", { files: names }))) return;
  withStatus(async () => {
    say("waiting", { files: names }, true);
    await ready;
    await ask("forget");
    await putFiles("files", files);
    await sort("sort");
  });
}

/** @param {"sort"|"example"} call */
async function sort(call) {
  const { municipalities, files, taken, compare, problems } = await ask(call);
  shown = { municipality: 0, files: files.join(", ") };
  toCompare = compare;
  showTaken(taken, municipalities.length > 1);
  byId("several").hidden = municipalities.length < 2;
  byId("several").replaceChildren(element("p", {}, words("parts")), ...drawProblems(problems));
  if (municipalities.length < 2) {
    await read("reading");
    return;
  }
  const buttons = municipalities.map((/** @type {{name: string, number: string}} */ { name, number }, /** @type {number} */ place) =>
    element("button", { type: "button", onclick: () => withStatus(() => read("reading", place)) }, `${name} ${number}`.trim()),
  );
  byId("several").append(element("p", { className: "buttons" }, ...buttons));
  byId("result").hidden = true;
  say("several");
}

/**
 * @param {{name: string, kind: string}[]} taken
 * @param {boolean} isOpen
 */
function showTaken(taken, isOpen) {
  const rows = taken.map(({ name, kind }) => element("li", {}, element("strong", {}, name), `: ${kind}`));
  byId("taken").querySelector("ul")?.replaceChildren(...rows);
  byId("taken").hidden = taken.length < 2;
  byId("taken").toggleAttribute("open", isOpen);
}

/**
 * Read a municipality, and show what it says.
 *
 * @param {string} status
 * @param {number} [municipality]
 */
async function read(status, municipality = shown.municipality) {
  shown.municipality = municipality;
  say(status, { files: shown.files }, true);
  const answer = await ask("read", { municipality, ...wishes() });
  const title = answer.title ?? shown.files;
  byId("municipality").textContent = title;
  byId("result").hidden = false;
  byId("shown").hidden = !answer.answer;
  document.body.classList.add("has-result");
  showProblems(answer);
  if (answer.answer) {
    byId("answer").replaceChildren(...drawBlocks(answer.answer));
    showChangesSinceLast(answer.changes);
    byId("decided").replaceChildren();
    forgetWhatIf();
    showFiles(answer.files);
    refillTabs({ report: () => showPage("report"), map: () => showPage("map"), suggestions: () => showPage("suggestions") });
  }
  if (answer.answer) for (const name of toCompare.splice(0)) await compareWith(name);
  say(answer.answer ? "shown" : "to_correct", { municipality: title });
  byId("municipality").focus();
}

/** @param {{summary: string, problems: import("./problem_list.js").ProblemGroup[], answer?: object}} answer */
function showProblems({ summary, problems, answer }) {
  const tables = drawProblems(problems);
  const open = answer ? element("details", {}, element("summary", {}, words("problems")), ...tables) : element("div", {}, element("h3", {}, words("errors")), element("p", {}, words("again")), ...tables);
  byId("problems").replaceChildren(element("p", {}, summary), ...(tables.length ? [open] : []));
}

/** @param {boolean} isShown */
function showLicences(isShown) {
  byId("licences").hidden = !isShown;
  byId("work").hidden = isShown;
  byId(isShown ? "back" : "to-licences").focus();
}

function startPage() {
  mountWords(() => {
    showStatus();
    if (shown.files) withStatus(() => read("looking"));
  });
  mountResultTabs();
  mountComparison();
  mountDecided();
  mountWhatIf();
  mountChoices(() => withStatus(() => read("looking")));
  mountDropZone(take);
  byId("to-licences").addEventListener("click", () => showLicences(true));
  byId("back").addEventListener("click", () => showLicences(false));
  byId("template").addEventListener("click", () => ready.then(() => keep(words("template"), () => made("template"))));
  byId("example").addEventListener("click", () =>
    withStatus(async () => {
      say("waiting", { files: words("example") }, true);
      await ready;
      await sort("example");
    }),
  );
  if (typeof WebAssembly === "undefined") {
    say("no_webassembly");
    return;
  }
  say("starting", {}, true);
  ready = startWorker();
  withStatus(async () => {
    await ready;
    document.body.dataset.ready = "true";
    say("ready");
    await ask("prepare");
  });
}

startPage();
