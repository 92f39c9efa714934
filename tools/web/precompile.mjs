// Compiles Python as the Python of the page does, and packs it, so that the same sources become the same
// bytes on every machine: node precompile.mjs PYODIDE SCRIPT IN.zip=OUT.zip …
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, script, ...pairs] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide();
python.runPython(readFileSync(script, "utf-8"));
const pack = python.globals.get("pack");
for (const pair of pairs) {
  const [source, target] = pair.split("=");
  python.FS.writeFile("/source", readFileSync(source));
  pack("/source", "/target", source.endsWith(".zip"));
  writeFileSync(target, python.FS.readFile("/target"));
}
