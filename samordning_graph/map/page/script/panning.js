/**
 * Dragging the map with a mouse. The canvas is shifted as it is, and redrawn when it is released:
 * drawing thousands of ties at each step would not keep up with the hand.
 */

/** The share of the stage that may be empty before the map is redrawn on the way. */
const MAX_EMPTY_SHARE = 0.3;

/**
 * @param {HTMLElement} stage
 * @param {() => vis.Network|null} currentNetwork  the one on the stage
 * @param {() => void} onPan
 */
export function mountPanning(stage, currentNetwork, onPan) {
  /** @type {{x: number, y: number}|null} Where the pointer was grabbed; null when it is not dragging. */
  let grabbed = null;

  /** @param {PointerEvent} event */
  function shift(event) {
    const canvas = stage.querySelector("canvas");
    if (!grabbed || !canvas) return;
    const offset = { x: event.clientX - grabbed.x, y: event.clientY - grabbed.y };
    canvas.style.transform = `translate(${offset.x}px, ${offset.y}px)`;
    const isFar = Math.abs(offset.x) > MAX_EMPTY_SHARE * stage.clientWidth || Math.abs(offset.y) > MAX_EMPTY_SHARE * stage.clientHeight;
    if (isFar || event.type === "pointerup") settle(canvas, offset);
    if (isFar) grabbed = { x: event.clientX, y: event.clientY };
  }

  /**
   * Draw the map where it was dragged to.
   *
   * @param {HTMLElement} canvas
   * @param {{x: number, y: number}} offset
   */
  function settle(canvas, offset) {
    const network = currentNetwork();
    if (!network || (!offset.x && !offset.y)) return;
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    onPan();
    network.moveTo({ position: { x: x - offset.x / scale, y: y - offset.y / scale } });
    network.redraw();
    canvas.style.transform = "";
  }

  /** @param {PointerEvent} event */
  function release(event) {
    shift(event);
    grabbed = null;
    stage.classList.remove("held");
    window.removeEventListener("pointermove", shift);
  }

  stage.addEventListener("pointerdown", (event) => {
    const box = stage.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    // vis-network itself pans and pinches by touch.
    if (event.button !== 0 || event.pointerType === "touch" || currentNetwork()?.getNodeAt(at) !== undefined) return;
    grabbed = { x: event.clientX, y: event.clientY };
    stage.classList.add("held");
    window.addEventListener("pointermove", shift);
    window.addEventListener("pointerup", release, { once: true });
  });
}
