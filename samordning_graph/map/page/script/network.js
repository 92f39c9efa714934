/**
 * Draws the open view on a canvas with vis-network, and keeps it as the state says: which nodes and
 * ties are shown, what they look like, and where they are.
 *
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./data.js").View} View
 * @typedef {import("./filter.js").Shown} Shown
 * @typedef {import("./state.js").ReadonlyState} ReadonlyState
 * @typedef {import("./main.js").App} App
 */

import { paintBadges, paintHeadings, paintLine, paintRegions } from "./canvas_layers.js";
import { byId } from "./dom.js";
import { shown } from "./filter.js";
import { focusOf } from "./focus.js";
import { paintFocus } from "./focus_layers.js";
import { mountPanning } from "./panning.js";
import { withMoved } from "./state.js";
import { boxOf, largestWeights, middleOf, nodeLook, positionOf, tieLook } from "./style.js";
import { TableCanvas } from "./table_canvas.js";
import { edgeOptions, networkOptions, nodeOptions, tooltip } from "./vis_options.js";

const MARGIN_AROUND_VIEW = 24;
const MOVE_STEP = 20; // how far a node is moved at a time by a key, in units of the map
const SMALLEST_SCALE = 0.03;
const LARGEST_SCALE = 6;
/** Badges are not drawn at a smaller scale: nobody could read them. */
const READABLE_SCALE = 0.3;
/** From this scale on, the names of nodes can be read without coming closer. */
const LEGIBLE_SCALE = 0.6;

/** @param {App} app */
export function mountNetwork(app) {
  const { store } = app;
  const stage = byId("map");
  /** @type {ViewCanvas|TableCanvas|null} */
  let canvas = null;

  /** @param {ReadonlyState} state */
  function draw(state) {
    if (state.view === "tables") return;
    if (canvas?.view.id === state.view) {
      canvas.update(state);
    } else {
      canvas?.network.destroy();
      const view = app.index.view(state.view);
      [stage.onpointermove, stage.onpointerdown] = [null, null];
      canvas = view.isTable ? new TableCanvas(app, stage, view) : new ViewCanvas(app, stage, view);
    }
  }

  store.subscribe((state, previous) => {
    const { meeting, agenda, decisions, drawer, projector, ...drawn } = previous;
    if (Object.entries(drawn).some(([name, value]) => state[/** @type {keyof ReadonlyState} */ (name)] !== value)) draw(state);
  });
  draw(store.get());
  new ResizeObserver(() => canvas?.resize()).observe(stage);
  mountPanning(stage, () => canvas?.network ?? null, () => canvas?.leaveWhole());
  return {
    zoom: (/** @type {number} */ factor) => canvas?.zoom(factor),
    showWhole: () => canvas?.showWhole(),
    centre: (/** @type {string} */ key) => canvas?.centre(key),
    follow: (/** @type {string} */ key) => canvas?.follow(key),
    move: (/** @type {string} */ key, /** @type {import("./data.js").Point} */ step) => canvas?.move(key, step),
    position: (/** @type {string} */ key) => canvas?.position(key) ?? null,
  };
}

/** One view on the stage. */
class ViewCanvas {
  /**
   * @param {App} app
   * @param {HTMLElement} stage
   * @param {View} view
   */
  constructor(app, stage, view) {
    this.app = app;
    this.stage = stage;
    this.view = view;
    const state = app.store.get();
    this.figure = state.figure;
    this.weigh = state.weigh;
    this.moved = state.moved[view.id];
    /** @type {Shown} */
    this.shown = shown(app.index, state);
    this.largestWeights = largestWeights(app.data, view.ties, state.weigh);
    this.nodes = new vis.DataSet(Object.keys(view.nodes).map((key) => this.visNode(key, state, true)));
    this.edges = new vis.DataSet(this.shown.ties.map((tie) => this.visEdge(tie, state)));
    const isTouchScreen = window.matchMedia("(pointer: coarse)").matches;
    const options = networkOptions(app.data.nodeStyles.unit, view.ties.length, isTouchScreen);
    this.network = new vis.Network(stage, { nodes: this.nodes, edges: this.edges }, options);
    const inner = /** @type {HTMLElement|null} */ (stage.firstElementChild);
    if (inner) inner.tabIndex = -1;
    this.listen();
    this.select(state.selected);
    this.showWhole();
  }

  listen() {
    const { store } = this.app;
    this.network.on("beforeDrawing", (context) => paintRegions(context, this.view.regions, this.app.data.regionStyle));
    this.network.on("afterDrawing", (context) => this.paintAbove(context));
    this.network.once("afterDrawing", () => performance.mark("drawn"));
    // A tooltip is created when it is needed: most never are.
    this.network.on("hoverNode", ({ node }) => this.nodes.update([{ id: node, title: tooltip(this.factsOfNode(node)) }]));
    this.network.on("hoverEdge", ({ edge }) => this.edges.update([{ id: edge, title: tooltip(this.factsOfTie(edge)) }]));
    this.network.on("click", ({ nodes, edges }) => {
      const touched = nodes[0] ?? edges[0] ?? null;
      // What is touched again, or a second time, is opened.
      const isAgain = touched !== null && touched === store.get().selected;
      store.set(isAgain ? { drawer: true } : { selected: touched });
    });
    this.network.on("dragEnd", ({ nodes: [key] }) => {
      if (key === undefined) return;
      const { x, y } = this.network.getPositions([key])[key];
      const change = withMoved(store.get(), key, x, y);
      store.set({ ...change, selected: key }, { undo: true });
    });
    this.network.on("zoom", () => this.leaveWhole());
    this.network.on("dragEnd", ({ nodes }) => {
      if (!nodes.length) this.leaveWhole();
    });
    this.stage.onwheel = (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    };
  }

  /** @param {ReadonlyState} state */
  update(state) {
    const before = this.shown;
    this.shown = shown(this.app.index, state);
    const moved = state.moved[this.view.id];
    const isRestyled = this.figure !== state.figure || this.weigh !== state.weigh || this.moved !== moved;
    if (this.weigh !== state.weigh) this.largestWeights = largestWeights(this.app.data, this.view.ties, state.weigh);
    this.figure = state.figure;
    this.weigh = state.weigh;
    this.moved = moved;
    if (isRestyled) {
      this.nodes.update(Object.keys(this.view.nodes).map((key) => this.visNode(key, state)));
      this.updateTies(before.ties, this.shown.ties, state);
    } else {
      this.updateShown(before, state);
    }
    this.select(state.selected);
    this.network.redraw();
  }

  /**
   * Update only what has come, gone or changed its basis: a large map has thousands of ties.
   *
   * @param {Shown} before
   * @param {ReadonlyState} state
   */
  updateShown(before, state) {
    if (before === this.shown) return;
    const keys = Object.keys(this.view.nodes).filter((key) => before.nodes.has(key) !== this.shown.nodes.has(key));
    if (keys.length) this.nodes.update(keys.map((key) => ({ id: key, hidden: !this.shown.nodes.has(key) })));
    const tiesBefore = new Set(before.ties);
    const changed = this.shown.ties.filter(
      (tie) => !tiesBefore.has(tie) || before.strongest.get(tie.id) !== this.shown.strongest.get(tie.id),
    );
    this.updateTies(before.ties, changed, state);
  }

  /**
   * Redraw some ties, and remove those that are no longer shown.
   *
   * @param {Tie[]} before
   * @param {Tie[]} changed
   * @param {ReadonlyState} state
   */
  updateTies(before, changed, state) {
    const remaining = new Set(this.shown.ties);
    const gone = before.filter((tie) => !remaining.has(tie));
    if (gone.length) this.edges.remove(gone.map((tie) => tie.id));
    if (changed.length) this.edges.update(changed.map((tie) => this.visEdge(tie, state)));
  }

  /**
   * Mark what is selected. A finding that has no tie is marked as the nodes it is about.
   *
   * @param {string|null} selected
   */
  select(selected) {
    const about = selected === null ? [] : (this.app.index.findingByKey(selected)?.about ?? [selected]);
    const nodes = about.filter((key) => this.shown.nodes.has(key));
    const isTie = selected !== null && this.shown.ties.some((tie) => tie.id === selected);
    this.network.setSelection({ nodes, edges: isTie ? [selected] : [] }, { highlightEdges: false });
  }

  /**
   * @param {string} key
   * @param {ReadonlyState} state
   * @param {boolean} [isNew]
   */
  visNode(key, state, isNew = false) {
    const node = this.node(key);
    const look = nodeLook(this.app.data, node, state.figure);
    return nodeOptions(node, look, middleOf(this.view, node, state), { isHidden: !this.shown.nodes.has(key), isNew });
  }

  /**
   * @param {Tie} tie
   * @param {ReadonlyState} state
   */
  visEdge(tie, state) {
    const [from, to] = [tie.from, tie.to].map((key) => middleOf(this.view, this.node(key), state));
    return edgeOptions(tie, this.stroke(tie), from, to);
  }

  /** @param {Tie} tie */
  stroke(tie) {
    const basis = this.shown.strongest.get(tie.id)?.basis ?? null;
    return tieLook(this.app.data, tie, basis, this.largestWeights.get(tie.kind));
  }

  /** @param {string} key */
  node(key) {
    return /** @type {MapNode} */ (this.app.index.node(key));
  }

  /**
   * @param {string} key
   * @param {import("./data.js").Point} step  in units of the map
   */
  move(key, [right, down]) {
    const { store } = this.app;
    const [x, y] = this.position(key);
    store.set(withMoved(store.get(), key, x + right * MOVE_STEP, y + down * MOVE_STEP), { undo: true });
  }

  /** @param {string} key */
  position(key) {
    return positionOf(this.view, key, this.app.store.get());
  }

  /** @param {string} key */
  factsOfNode(key) {
    const { name, facts } = this.node(key);
    return [name, ...facts];
  }

  /** @param {string} id */
  factsOfTie(id) {
    const { data, index } = this.app;
    const tie = index.tie(id);
    if (!tie) return [];
    return [`${index.node(tie.from)?.name} – ${index.node(tie.to)?.name}`, data.words.tie[tie.kind], ...tie.facts];
  }

  /** @param {CanvasRenderingContext2D} context */
  paintAbove(context) {
    const { data, index, store } = this.app;
    const focus = focusOf(index, store.get());
    paintHeadings(context, this.view.regions, data.regionStyle);
    if (!focus) return this.paintBadges(context, this.shown.nodes);
    const { look, middle } = this.placing();
    paintFocus(context, focus, {
      palette: data.palette,
      pixel: 1 / this.network.getScale(),
      stroke: (tie) => this.stroke(tie),
      paintTie: (target, tie, stroke) => paintLine(target, middle(tie.from), middle(tie.to), stroke),
      paintStep: (target, from, to, line) => paintLine(target, middle(from), middle(to), line),
      paintNode: (target, key) => this.paintNode(target, key),
      box: (key) => boxOf(look(key), middle(key)),
    });
    paintHeadings(context, this.regionsOf(focus.nodes), data.regionStyle);
    this.paintBadges(context, focus.nodes);
  }

  /**
   * The regions that any of some nodes stand in.
   *
   * @param {ReadonlySet<string>} keys
   */
  regionsOf(keys) {
    const { middle } = this.placing();
    const middles = [...keys].map(middle);
    return this.view.regions.filter(({ left, top, width, height }) =>
      middles.some(([x, y]) => x > left && x < left + width && y > top && y < top + height),
    );
  }

  /** How nodes look, and where they are. */
  placing() {
    const state = this.app.store.get();
    return {
      look: (/** @type {string} */ key) => nodeLook(this.app.data, this.node(key), state.figure),
      middle: (/** @type {string} */ key) => middleOf(this.view, this.node(key), state),
    };
  }

  /**
   * Paint a node once more, above what has been painted since vis-network did. It has no public way to.
   *
   * @param {CanvasRenderingContext2D} context
   * @param {string} key
   */
  paintNode(context, key) {
    this.network.body.nodes[key]?.draw(context).drawExternalLabel?.();
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Iterable<string>} keys
   */
  paintBadges(context, keys) {
    if (this.network.getScale() < READABLE_SCALE) return;
    const { look, middle } = this.placing();
    const badges = [...keys].flatMap((key) => {
      const gaps = this.app.gapsOf(key).length;
      return gaps ? [{ gaps, look: look(key), middle: middle(key) }] : [];
    });
    paintBadges(context, badges);
  }

  showWhole() {
    const { box } = this.view;
    const scale = Math.min(
      (this.stage.clientWidth - MARGIN_AROUND_VIEW) / box.width,
      (this.stage.clientHeight - MARGIN_AROUND_VIEW) / box.height,
      Math.max(2, this.stage.clientHeight / 400),
    );
    this.network.moveTo({
      position: { x: box.left + box.width / 2, y: box.top + box.height / 2 },
      scale: Math.max(scale, SMALLEST_SCALE),
    });
    this.isWhole = true;
  }

  /** The reader has gone closer, or to a part of the map. */
  leaveWhole() {
    this.isWhole = false;
  }

  /** After the stage has changed its size: the whole map stays whole, and what was zoomed to stays as large. */
  resize() {
    if (!this.stage.clientWidth) return; // out of sight
    const scale = this.network.getScale();
    this.network.setSize("100%", "100%");
    if (this.isWhole) this.showWhole();
    else this.network.moveTo({ scale });
    this.network.redraw();
  }

  /** @param {number} factor */
  zoom(factor) {
    this.leaveWhole();
    const scale = this.network.getScale() * factor;
    this.network.moveTo({ scale: Math.min(Math.max(scale, SMALLEST_SCALE), LARGEST_SCALE) });
  }

  /**
   * Centre a node if it, or a part of it, is out of sight.
   *
   * @param {string} key
   */
  follow(key) {
    const [x, y] = this.position(key);
    const at = this.network.canvasToDOM({ x, y });
    const margin = (this.app.data.nodeStyles.unit.width / 2) * this.network.getScale();
    const { clientWidth, clientHeight } = this.stage;
    const isInSight = at.x > margin && at.x < clientWidth - margin && at.y > margin / 2 && at.y < clientHeight - margin / 2;
    if (isInSight) return;
    this.leaveWhole();
    this.network.moveTo({ position: { x, y } });
  }

  /**
   * Bring a node into sight, large enough to be read; the map stays where it is if it is so already.
   *
   * @param {string} key
   */
  centre(key) {
    if (!Object.hasOwn(this.view.nodes, key)) return;
    this.resize(); // the strip below has just opened: a whole map is whole again
    if (this.network.getScale() >= LEGIBLE_SCALE) return this.follow(key);
    this.leaveWhole();
    const [x, y] = this.position(key);
    this.network.moveTo({ position: { x, y }, scale: Math.max(this.network.getScale(), 0.8) });
  }
}
