/** A finger that is drawn across the screen. */

/** How far, in pixels, and how much further across than down. */
const LEAST = 50;
const SLANT = 1.5;

/**
 * @param {HTMLElement} screen
 * @param {(direction: 1|-1) => void} onSwipe  1 to the left, as a page is turned forwards
 */
export function mountSwipe(screen, onSwipe) {
  /** @type {{x: number, y: number}|null} */
  let start = null;
  screen.addEventListener("pointerdown", (event) => {
    start = event.pointerType === "touch" ? { x: event.clientX, y: event.clientY } : null;
  });
  screen.addEventListener("pointercancel", () => {
    start = null;
  });
  screen.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [across, down] = [event.clientX - start.x, event.clientY - start.y];
    start = null;
    if (Math.abs(across) > LEAST && Math.abs(across) > SLANT * Math.abs(down)) onSwipe(across < 0 ? 1 : -1);
  });
}
