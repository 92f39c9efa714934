/**
 * The worker: Python, and the session that answers the page.
 *
 * Joined by the build with `pyodide.mjs` and `pyodide.asm.mjs` into one classic script: a module worker
 * that comes from a page on disk does not start in Chromium, and Pyodide refuses to start in a classic
 * worker unless `importScripts` is out of the way and it is handed `createPyodideModule`.
 */

/** @type {any} */
let python;
/** @type {any} */
let session;

/** @type {Record<string, (message: any) => any>} */
const actions = {
  start: async ({ parts }) => {
    const runtime = await new Response(new Blob([parts.runtime]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
    const runtimeAddress = URL.createObjectURL(new Blob([runtime], { type: "application/wasm" }));
    const libraryAddress = URL.createObjectURL(new Blob([parts.library]));
    python = await loadPyodide({
      // "pyodide.asm.wasm" is added to it; what follows # is no part of the address of a blob.
      indexURL: `${runtimeAddress}#`,
      stdLibURL: libraryAddress,
      createPyodideModule,
      lockFileContents: PYODIDE_LOCK,
      env: { RAPIDFUZZ_IMPLEMENTATION: "python" },
      // Python gets nothing of the browser: no fetch, no page.
      jsglobals: {},
    });
    for (const address of [runtimeAddress, libraryAddress]) URL.revokeObjectURL(address);
    for (const part of [parts.packages, parts.program]) python.unpackArchive(part, "zip", { extractDir: "/packages" });
    session = python.runPython("import sys; sys.path.append('/packages')\nfrom pathlib import Path\nfrom samordning_graph.web.session import Session\nSession(Path('/session'))");
  },
  put: ({ folder, name, bytes }) => python.FS.writeFile(`/session/${folder}/${name}`, bytes),
  ask: ({ name, given }) => JSON.parse(session.call(name, given)),
  get: ({ path }) => python.FS.readFile(path),
};

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ id: data.id, answer: (await actions[data.do](data)) ?? null });
  } catch (error) {
    self.postMessage({ id: data.id, failed: String(/** @type {any} */ (error)?.stack ?? error) });
  }
};
