/**
 * Dragging the picture with a mouse: it is moved as it is, and drawn anew when it is let go. To draw
 * thousands of lines for each step would not follow the hand.
 */

/** How much of the stage may be empty before the picture is drawn anew on the way. */
const MOST_EMPTY = 0.3;

/**
 * @param {HTMLElement} stage
 * @param {() => vis.Network|null} drawn  what is on the stage now
 */
export function mountPanning(stage, drawn) {
  /** @type {{x: number, y: number}|null} Where the hand took hold; null when it does not. */
  let hold = null;

  /** @param {PointerEvent} event */
  function shift(event) {
    const canvas = stage.querySelector("canvas");
    if (!hold || !canvas) return;
    const by = { x: event.clientX - hold.x, y: event.clientY - hold.y };
    canvas.style.transform = `translate(${by.x}px, ${by.y}px)`;
    const isFar = Math.abs(by.x) > MOST_EMPTY * stage.clientWidth || Math.abs(by.y) > MOST_EMPTY * stage.clientHeight;
    if (isFar || event.type === "pointerup") settle(canvas, by);
    if (isFar) hold = { x: event.clientX, y: event.clientY };
  }

  /**
   * @param {HTMLElement} canvas
   * @param {{x: number, y: number}} by
   */
  function settle(canvas, by) {
    const network = drawn();
    if (!network || (!by.x && !by.y)) return;
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x - by.x / scale, y: y - by.y / scale } });
    network.redraw();
    canvas.style.transform = "";
  }

  /** @param {PointerEvent} event */
  function letGo(event) {
    shift(event);
    hold = null;
    stage.classList.remove("held");
    window.removeEventListener("pointermove", shift);
  }

  stage.addEventListener("pointerdown", (event) => {
    const box = stage.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    // A finger pans and pinches as vis-network does it.
    if (event.button !== 0 || event.pointerType === "touch" || drawn()?.getNodeAt(at) !== undefined) return;
    hold = { x: event.clientX, y: event.clientY };
    stage.classList.add("held");
    window.addEventListener("pointermove", shift);
    window.addEventListener("pointerup", letGo, { once: true });
  });
}
