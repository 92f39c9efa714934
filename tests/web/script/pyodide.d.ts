/** What the build puts before the worker: the little of Pyodide that it uses. */
declare function loadPyodide(options: object): Promise<any>;
declare const createPyodideModule: unknown;
declare const PYODIDE_LOCK: string;
