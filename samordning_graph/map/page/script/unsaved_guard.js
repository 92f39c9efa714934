/** Before the page is closed: what a meeting decided is in the page alone until it is saved. */

/**
 * Let the browser ask before decisions are lost.
 *
 * @param {import("./state.js").Store} store
 * @returns {() => void} to call when the decisions are saved
 */
export function mountLeaving(store) {
  let kept = store.get().decisions;
  window.addEventListener("beforeunload", (event) => {
    if (store.get().decisions !== kept) event.preventDefault();
  });
  return () => {
    kept = store.get().decisions;
  };
}
