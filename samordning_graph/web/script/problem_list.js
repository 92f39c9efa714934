/**
 * The problems of the data: a table for each sheet, with where, what, and what to do.
 *
 * @typedef {object} Problem
 * @property {boolean} error
 * @property {string} rows
 * @property {string} column
 * @property {string} title
 * @property {string} message
 * @property {string} remedy
 * @property {string[]} more
 *
 * @typedef {object} ProblemGroup
 * @property {string} file
 * @property {string} sheet
 * @property {Problem[]} problems
 */

import { element } from "../../map/page/script/dom.js";
import { words } from "./words.js";

/** @param {ProblemGroup[]} groups */
export function drawProblems(groups) {
  return groups.map(({ file, sheet, problems }) => {
    const columns = ["rows", "column", "what", "remedy"].map((key) => element("th", { scope: "col" }, words(key)));
    return element(
      "div",
      { className: "problems" },
      element(
        "table",
        {},
        element("caption", {}, sheet ? `${file}: ${sheet}` : file),
        element("thead", {}, element("tr", {}, ...columns)),
        element("tbody", {}, ...problems.map(drawProblem)),
      ),
    );
  });
}

/** @param {Problem} problem */
function drawProblem({ error, rows, column, title, message, remedy, more }) {
  const toDo = remedy ? [element("p", {}, remedy)] : more.map((text) => element("p", {}, text));
  return element(
    "tr",
    { className: error ? "error" : "" },
    element("td", {}, rows),
    element("td", {}, column),
    element("td", {}, element("p", {}, element("strong", {}, title)), element("p", {}, message)),
    element("td", {}, ...toDo),
  );
}
