/** Warns before the page is closed: until they are saved, the decisions of a meeting exist in it alone. */

/**
 * Let the browser ask before decisions are lost.
 *
 * @param {import("./state.js").Store} store
 * @returns {() => void} to call when the decisions have been saved
 */
export function mountUnsavedGuard(store) {
  let savedDecisions = store.get().decisions;
  const isSaved = () => store.get().decisions === savedDecisions;
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved()) event.preventDefault();
  });
  return () => {
    savedDecisions = store.get().decisions;
  };
}
