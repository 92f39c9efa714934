/**
 * Draws the long table on a canvas with vis-network, which keeps its nodes: what is hit, panned and zoomed.
 * The lines go through the free channels, so they are painted and hit by themselves.
 *
 * @typedef {import("./main.js").App} App
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./data.js").View} View
 * @typedef {import("./state.js").ReadonlyState} ReadonlyState
 * @typedef {import("./table_scene.js").TableScene} TableScene
 */

import { byId } from "./dom.js";
import { paintFocus } from "./focus_layers.js";
import { paintMarks } from "./mark_painter.js";
import { isInBox, tieInScene } from "./table_hits.js";
import { NAME_DISTANCE } from "./table_letters.js";
import { boxInScene, foldBox, groundMarks, headingBox, lineMarks, moreArenasBox, nodeMarks, pairMarks, proposalMarks, numberMarks, sectorMarks, strokeInScene } from "./table_marks.js";
import { movedFor, seatsAround, withSeat, withSector } from "./table_order.js";
import { middleInScene, tableScene } from "./table_scene.js";
import { routeLines } from "./table_routes.js";
import { tableOptions, tooltip } from "./vis_options.js";

const NARROWEST = 700;
const LOWEST = 320;
const ZOOM = { smallest: 0.3, largest: 6 };
/** How far from a line a finger or a mouse hits it, in pixels of the screen. */
const HIT_WIDTH = 16;
/** What is told below the map when nothing is in focus. */
const REST_OF_STRIP = 52;

/** The table on the stage. */
export class TableCanvas {
  /**
   * @param {App} app
   * @param {HTMLElement} stage
   * @param {View} view
   */
  constructor(app, stage, view) {
    this.app = app;
    this.stage = stage;
    this.view = view;
    this.isWhole = true;
    this.scene = this.computeScene();
    this.nodes = new vis.DataSet(this.keysDrawn().map((key) => this.visNode(key)));
    const isTouchScreen = window.matchMedia("(pointer: coarse)").matches;
    this.network = new vis.Network(stage, { nodes: this.nodes, edges: new vis.DataSet([]) }, tableOptions(isTouchScreen));
    const inner = /** @type {HTMLElement|null} */ (stage.firstElementChild);
    if (inner) inner.tabIndex = -1;
    this.listen();
    this.setSize();
    this.showWhole();
  }

  /** @returns {TableScene} */
  computeScene() {
    const { clientWidth, clientHeight } = this.stage;
    const picture = byId("picture").clientHeight;
    const height = Math.max(clientHeight, LOWEST);
    return tableScene(this.app, this.view, {
      width: Math.max(clientWidth, NARROWEST),
      height,
      roomyHeight: Math.max(height, picture - REST_OF_STRIP),
    });
  }

  listen() {
    const { network, stage } = this;
    network.on("beforeDrawing", (context) => paintMarks(context, [...groundMarks(this.scene), ...lineMarks(this.scene)]));
    network.on("afterDrawing", (context) => this.paintAbove(context));
    network.once("afterDrawing", () => performance.mark("drawn"));
    network.on("hoverNode", ({ node }) => this.nodes.update([{ id: node, title: tooltip(this.factsOf(node)) }]));
    network.on("click", ({ nodes, pointer }) => this.click(nodes[0] ?? null, pointer.canvas));
    network.on("dragEnd", ({ nodes: [key] }) => (key === undefined ? this.leaveWhole() : this.drop(key)));
    network.on("zoom", () => this.leaveWhole());
    stage.onwheel = (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    };
    stage.onpointermove = (event) => this.showWhatIsUnder(event);
    stage.onpointerdown = (event) => this.grabSector(event);
  }

  /** @param {PointerEvent} event */
  placeOf({ clientX, clientY }) {
    const { left, top } = this.stage.getBoundingClientRect();
    return this.network.DOMtoCanvas({ x: clientX - left, y: clientY - top });
  }

  /** @param {PointerEvent} event */
  showWhatIsUnder(event) {
    const { stage } = this;
    const at = this.placeOf(event);
    const tie = this.tieAt(at);
    stage.classList.toggle("on-line", tie !== null || this.actionAt(at) !== null);
    stage.classList.toggle("on-heading", this.headingAt(at) !== undefined);
    const canvas = stage.querySelector("canvas");
    if (canvas) canvas.title = tie === null ? "" : this.wordsOfTie(tie);
  }

  /** @param {ReadonlyState} _state */
  update(_state) {
    const before = this.keysDrawn();
    this.scene = this.computeScene();
    const now = new Set(this.keysDrawn());
    const gone = before.filter((key) => !now.has(key));
    if (gone.length) this.nodes.remove(gone);
    this.nodes.update([...now].map((key) => this.visNode(key)));
    this.network.redraw();
  }

  /** The keys of what vis-network keeps: what can be hit. */
  keysDrawn() {
    const { layout, duties, focus } = this.scene;
    const drawnDuties = [...duties.keys()].filter((key) => focus?.nodes.has(key));
    return [...layout.rows.keys(), ...layout.pills.keys(), ...drawnDuties];
  }

  /** @param {string} key */
  visNode(key) {
    const [x, y] = this.hitMiddle(key);
    return { id: key, x, y, label: " ", shape: "custom", ctxRenderer: this.renderer(key) };
  }

  /**
   * The whole of a row can be hit, from its name to its mark.
   *
   * @param {string} key
   * @returns {Point}
   */
  hitMiddle(key) {
    const [x, y] = /** @type {Point} */ (middleInScene(this.scene, key));
    const row = this.scene.layout.rows.get(key);
    if (!row) return [x, y];
    const away = (NAME_DISTANCE + this.scene.layout.letters.nameWidth) / 2;
    return [x + (row.side === "left" ? -away : away), y];
  }

  /** @param {string} key */
  renderer(key) {
    return (/** @type {{ctx: CanvasRenderingContext2D}} */ { ctx }) => {
      const { layout } = this.scene;
      const box = boxInScene(this.scene, key);
      const isRow = layout.rows.has(key);
      const width = isRow ? layout.letters.nameWidth + NAME_DISTANCE + 14 : (box?.width ?? 20);
      const height = isRow ? layout.rowHeight : (box?.height ?? 20);
      return { drawNode: () => paintMarks(ctx, nodeMarks(this.scene, key)), nodeDimensions: { width, height } };
    };
  }

  // What is hit

  /**
   * @param {string|null} key
   * @param {{x: number, y: number}} at
   */
  click(key, at) {
    const { store } = this.app;
    const action = key === null ? this.actionAt(at) : null;
    if (action) return action();
    const touched = key ?? this.tieAt(at);
    // What is touched again, or a second time, is opened.
    const isAgain = touched !== null && touched === store.get().selected;
    store.set(isAgain ? { drawer: true } : { selected: touched });
  }

  /**
   * What a click on a line of text does: to unfold a sector, or to go where all arenas are.
   *
   * @param {{x: number, y: number}} at
   * @returns {(() => void)|null}
   */
  actionAt(at) {
    const { app, scene } = this;
    const sector = scene.layout.sectors.find((each) => each.folded && isInBox(foldBox(scene, each), at));
    if (sector) return () => app.store.set({ unfolded: sector.sector });
    const view = isInBox(moreArenasBox(scene), at) && app.data.views.find((each) => each.id !== this.view.id && hasAll(each, scene.table.arenas));
    return view ? () => app.store.set({ view: view.id }) : null;
  }

  /** @param {{x: number, y: number}} at */
  headingAt(at) {
    return this.scene.layout.sectors.find((sector) => isInBox(headingBox(this.scene, sector), at));
  }

  /** @param {string} id */
  wordsOfTie(id) {
    const { data, index } = this.app;
    const tie = index.tie(id);
    if (!tie) return "";
    const ends = [tie.from, tie.to].map((key) => index.node(key)?.name ?? key).join(" – ");
    return [ends, data.words.tie[tie.kind], ...tie.facts].join("\n");
  }

  /**
   * A sector is carried by its heading, to any place of either column.
   *
   * @param {PointerEvent} event
   */
  grabSector(event) {
    const carried = event.button === 0 && event.pointerType !== "touch" ? this.headingAt(this.placeOf(event)) : undefined;
    if (!carried) return;
    event.stopImmediatePropagation(); // the map is not panned
    this.stage.classList.add("held");
    window.addEventListener("pointerup", (release) => this.dropSector(carried.sector, this.placeOf(release)), { once: true });
  }

  /**
   * @param {string} sector
   * @param {{x: number, y: number}} at
   */
  dropSector(sector, { x, y }) {
    const { layout, table } = this.scene;
    this.stage.classList.remove("held");
    const side = x < layout.width / 2 ? "left" : "right";
    const others = layout.sectors.filter((each) => each.side === side && each.sector !== sector);
    const before = others.find(({ top, bottom }) => (top + bottom) / 2 > y)?.sector ?? null;
    this.setTable(withSector(table, sector, side, before));
  }

  /**
   * The id of the line that is hit.
   *
   * @param {{x: number, y: number}} at
   */
  tieAt(at) {
    return tieInScene(this.scene, at, HIT_WIDTH / this.network.getScale());
  }

  /**
   * A row or an arena that was dragged takes the place that it was dropped at, among its own.
   *
   * @param {string} key
   */
  drop(key) {
    const { store } = this.app;
    const { y } = this.network.getPositions([key])[key];
    const others = seatsAround(this.scene.table, key).filter((other) => other !== key);
    const before = others.find((other) => (middleInScene(this.scene, other)?.[1] ?? -Infinity) > y) ?? null;
    this.setOrder(key, before);
    if (store.get().selected !== key) store.set({ selected: key });
    this.update(store.get());
  }

  /**
   * Move a row or an arena past its neighbour.
   *
   * @param {string} key
   * @param {Point} step
   */
  move(key, [, down]) {
    const seats = seatsAround(this.scene.table, key);
    const at = seats.indexOf(key);
    if (at < 0 || !down) return;
    this.setOrder(key, seats.filter((other) => other !== key)[at + down] ?? null, at + down < 0);
  }

  /**
   * @param {string} key
   * @param {string|null} before
   * @param {boolean} [isAtTop]
   */
  setOrder(key, before, isAtTop = false) {
    if (isAtTop) return;
    this.setTable(withSeat(this.scene.table, key, before));
  }

  /** @param {import("./long_table.js").LongTable} table */
  setTable(table) {
    const { store } = this.app;
    const own = movedFor(this.view.nodes, table);
    if (JSON.stringify(own) === JSON.stringify(store.get().moved[this.view.id] ?? {})) return;
    store.set({ moved: { ...store.get().moved, [this.view.id]: own } }, { undo: true });
  }

  // Painting

  /** @param {CanvasRenderingContext2D} context */
  paintAbove(context) {
    const { scene } = this;
    const { focus, layout } = scene;
    paintMarks(context, numberMarks(scene));
    if (!focus) return;
    const pairs = new Set([...focus.ties.keys()].map(({ id }) => id));
    paintFocus(context, focus, {
      palette: this.app.data.palette,
      pixel: 1 / this.network.getScale(),
      stroke: (tie) => strokeInScene(scene, tie),
      paintTie: (target, tie, stroke) => {
        const way = scene.ways.get(tie.id);
        if (way) paintMarks(target, pairMarks(way, stroke));
      },
      paintStep: (target, first, second, line) => {
        const [way] = routeLines(layout, [{ id: "", first, second }]);
        if (way) paintMarks(target, [{ way, ...line }]);
      },
      paintNode: (target, key) => paintMarks(target, nodeMarks(scene, key)),
      box: (key) => boxInScene(scene, key),
    });
    const sectors = layout.sectors.filter(({ sector }) => [...focus.nodes].some((key) => this.app.index.node(key)?.sector === sector));
    paintMarks(context, sectors.flatMap((sector) => sectorMarks(scene, sector)));
    paintMarks(context, [...proposalMarks(scene), ...numberMarks(scene, (id) => pairs.has(id))]);
  }

  /** @param {string} key */
  factsOf(key) {
    const node = this.app.index.node(key);
    return node ? [node.name, ...node.facts] : [];
  }

  // The viewport

  /** @param {string} key */
  position(key) {
    return middleInScene(this.scene, key);
  }

  showWhole() {
    const { width, height } = this.scene.layout;
    const { clientWidth, clientHeight } = this.stage;
    const scale = clientWidth ? Math.min(1, clientWidth / width, clientHeight / height) : 1;
    this.network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: Math.max(scale, ZOOM.smallest) });
    this.isWhole = true;
  }

  /** The reader has gone closer, or to a part of the map. */
  leaveWhole() {
    this.isWhole = false;
  }

  /** After the stage has changed its size: the table is laid out anew for it. */
  resize() {
    if (!this.stage.clientWidth) return; // out of sight
    const scale = this.network.getScale();
    this.setSize();
    this.update(this.app.store.get());
    if (this.isWhole) this.showWhole();
    else this.network.moveTo({ scale });
    this.network.redraw();
  }

  /** In whole pixels: letters are blurred where a canvas is stretched by part of one. */
  setSize() {
    const { width, height } = this.stage.getBoundingClientRect();
    this.network.setSize(`${Math.floor(width)}px`, `${Math.floor(height)}px`);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.leaveWhole();
    const scale = this.network.getScale() * factor;
    this.network.moveTo({ scale: Math.min(Math.max(scale, ZOOM.smallest), ZOOM.largest) });
  }

  /**
   * Centre a node if it, or a part of it, is out of sight.
   *
   * @param {string} key
   */
  follow(key) {
    const position = this.position(key);
    if (!position) return;
    const [x, y] = position;
    const at = this.network.canvasToDOM({ x, y });
    const { clientWidth, clientHeight } = this.stage;
    if (at.x > 0 && at.x < clientWidth && at.y > 0 && at.y < clientHeight) return;
    this.leaveWhole();
    this.network.moveTo({ position: { x, y } });
  }

  /**
   * Bring a node into sight: names can always be read, so the map stays as large as it is.
   *
   * @param {string} key
   */
  centre(key) {
    this.resize(); // the strip below has just opened: a whole map is whole again
    this.follow(key);
  }
}

/**
 * @param {View} view
 * @param {string[]} keys
 */
function hasAll(view, keys) {
  return keys.length > 0 && keys.every((key) => Object.hasOwn(view.nodes, key));
}
