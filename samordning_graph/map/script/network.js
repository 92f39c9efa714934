/**
 * Draws the view on a canvas with vis-network: who is shown, how they look, where they stand.
 *
 * @typedef {import("./data.js").MapNode} MapNode
 * @typedef {import("./data.js").Tie} Tie
 * @typedef {import("./data.js").View} View
 * @typedef {import("./filter.js").Shown} Shown
 * @typedef {import("./state.js").Chosen} Chosen
 * @typedef {import("./main.js").App} App
 */

import { byId, element } from "./dom.js";
import { shown } from "./filter.js";
import { bend, FACE, heaviest, INK, nodeLook, tieLook } from "./style.js";

/** More lines than this are not drawn while the picture is dragged: it must follow the hand. */
const MANY_TIES = 1500;
const SHIFT = 16; // a mark stands so far above its place, with its name below
const ROOM = 24;

/** @param {App} app */
export function mountNetwork(app) {
  const { store } = app;
  const stage = byId("map");
  /** @type {Drawing|null} */
  let drawing = null;

  /** @param {Chosen} now */
  function draw(now) {
    if (now.view === "tables") return;
    if (drawing?.view.id !== now.view) {
      drawing?.network.destroy();
      drawing = new Drawing(app, stage, app.index.view(now.view));
    }
    drawing.update(now);
  }

  store.subscribe((now, before) => {
    const { meeting, decisions, ...rest } = before;
    if (Object.entries(rest).some(([name, value]) => now[/** @type {keyof Chosen} */ (name)] !== value)) draw(now);
  });
  draw(store.get());
  return {
    zoom: (/** @type {number} */ factor) => drawing?.zoom(factor),
    showWhole: () => drawing?.showWhole(),
    centre: (/** @type {string} */ key) => drawing?.centre(key),
    place: (/** @type {string} */ key) => drawing?.place(key) ?? null,
  };
}

class Drawing {
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
    /** @type {Shown} */
    this.shown = shown(app.data, app.index, state);
    this.tiesShown = new Set(this.shown.ties);
    this.heaviest = heaviest(view.ties, state.weigh);
    this.nodes = new vis.DataSet(Object.keys(view.nodes).map((key) => this.visNode(key, state)));
    this.edges = new vis.DataSet(view.ties.map((tie) => this.visEdge(tie, state)));
    const isLarge = view.ties.length > MANY_TIES;
    this.network = new vis.Network(stage, { nodes: this.nodes, edges: this.edges }, {
      autoResize: true,
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      nodes: { font: { multi: false }, labelHighlightBold: false },
      edges: { selectionWidth: 1.5, hoverWidth: 1 },
      interaction: {
        dragNodes: true,
        hover: !isLarge,
        hideEdgesOnDrag: isLarge,
        hideEdgesOnZoom: isLarge,
        multiselect: false,
        selectConnectedEdges: false,
        tooltipDelay: 250,
        // A wheel scrolls the page; with Ctrl, or by touch, it zooms.
        zoomView: window.matchMedia("(pointer: coarse)").matches,
        keyboard: false,
      },
    });
    const inner = /** @type {HTMLElement|null} */ (stage.firstElementChild);
    if (inner) inner.tabIndex = -1;
    this.listen();
    this.showWhole();
  }

  listen() {
    const { store } = this.app;
    this.network.on("beforeDrawing", (context) => this.drawRegions(context));
    this.network.on("afterDrawing", (context) => {
      this.drawHeadings(context);
      this.drawBadges(context);
    });
    this.network.once("afterDrawing", () => performance.mark("drawn"));
    // A tooltip is made when it is asked for: most never are.
    this.network.on("hoverNode", ({ node }) => this.nodes.update([{ id: node, title: tooltip(this.factsOfNode(node)) }]));
    this.network.on("hoverEdge", ({ edge }) => this.edges.update([{ id: edge, title: tooltip(this.factsOfTie(edge)) }]));
    this.network.on("click", ({ nodes, edges }) => {
      store.set({ selected: nodes[0] ?? edges[0] ?? null });
    });
    this.network.on("dragEnd", ({ nodes }) => {
      if (!nodes.length) return;
      const at = this.network.getPositions(nodes);
      this.moveTo(nodes[0], at[nodes[0]].x, at[nodes[0]].y + this.shift(nodes[0]));
    });
    this.network.on("resize", () => this.showWhole());
    this.stage.onwheel = (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    };
  }

  /**
   * @param {string} key
   * @param {number} x
   * @param {number} y
   */
  moveTo(key, x, y) {
    const { moved } = this.app.store.get();
    const here = { ...moved[this.view.id], [key]: /** @type {[number, number]} */ ([Math.round(x), Math.round(y)]) };
    this.app.store.set({ moved: { ...moved, [this.view.id]: here }, selected: key }, { undo: true });
  }

  /** @param {Chosen} now */
  update(now) {
    const before = this.shown;
    this.shown = shown(this.app.data, this.app.index, now);
    this.tiesShown = new Set(this.shown.ties);
    const all = this.figure !== now.figure || this.weigh !== now.weigh || this.moved !== now.moved[this.view.id];
    this.figure = now.figure;
    if (this.weigh !== now.weigh) this.heaviest = heaviest(this.view.ties, now.weigh);
    this.weigh = now.weigh;
    this.moved = now.moved[this.view.id];
    if (all) {
      this.nodes.update(Object.keys(this.view.nodes).map((key) => this.visNode(key, now)));
      this.edges.update(this.view.ties.map((tie) => this.visEdge(tie, now)));
    } else {
      this.updateShown(before, now);
    }
    this.select(now.selected);
    this.network.redraw();
  }

  /**
   * Only what has come, gone or changed its basis: a large map has thousands of lines.
   *
   * @param {Shown} before
   * @param {Chosen} now
   */
  updateShown(before, now) {
    const keys = Object.keys(this.view.nodes).filter((key) => before.nodes.has(key) !== this.shown.nodes.has(key));
    if (keys.length) this.nodes.update(keys.map((key) => ({ id: key, hidden: !this.shown.nodes.has(key) })));
    const there = new Set(before.ties);
    const here = this.tiesShown;
    const ties = this.view.ties.filter(
      (tie) => there.has(tie) !== here.has(tie) || before.strongest.get(tie.id) !== this.shown.strongest.get(tie.id),
    );
    if (ties.length) this.edges.update(ties.map((tie) => this.visEdge(tie, now)));
  }

  /** @param {string|null} selected */
  select(selected) {
    const node = selected !== null && this.shown.nodes.has(selected);
    const tie = selected !== null && this.shown.ties.some((one) => one.id === selected);
    this.network.setSelection({ nodes: node ? [selected] : [], edges: tie ? [selected] : [] }, { highlightEdges: false });
  }

  /**
   * @param {string} key
   * @param {Chosen} state
   */
  visNode(key, state) {
    const node = /** @type {MapNode} */ (this.app.index.node(key));
    const look = nodeLook(this.app.data, node, this.view.id, state.figure);
    const [x, y] = this.place(key, state);
    const paint = { background: look.fill, border: look.border };
    const isBox = look.shape === "box";
    return {
      id: key,
      label: node.label,
      hidden: !this.shown.nodes.has(key),
      shape: look.shape,
      size: look.width / 2,
      x,
      y: y - this.shift(key),
      color: { ...paint, highlight: paint, hover: paint },
      font: isBox
        ? { color: look.ink, size: look.font, face: FACE }
        : { color: look.ink, size: look.font, face: FACE, strokeWidth: 4, strokeColor: "#ffffff", vadjust: -3 },
      borderWidth: look.borderWidth,
      borderWidthSelected: look.borderWidth + 3,
      margin: 3,
      shapeProperties: { borderRadius: look.radius, borderDashes: look.dashes.length ? look.dashes : false },
      ...(isBox && {
        widthConstraint: { minimum: look.width, maximum: look.width },
        heightConstraint: { minimum: look.height },
      }),
    };
  }

  /**
   * @param {Tie} tie
   * @param {Chosen} state
   */
  visEdge(tie, state) {
    const { data } = this.app;
    const basis = this.shown.strongest.get(tie.id)?.basis ?? null;
    const look = tieLook(data, tie, basis, this.heaviest.get(tie.kind));
    const curve = bend(this.place(tie.from, state), this.place(tie.to, state), look.curve);
    return {
      id: tie.id,
      from: tie.from,
      to: tie.to,
      hidden: !this.tiesShown.has(tie),
      color: { color: look.colour, highlight: look.colour, hover: look.colour },
      width: look.width,
      dashes: look.dashes.length ? look.dashes : false,
      arrows: look.arrow ? { to: { enabled: true, scaleFactor: 0.6 } } : "",
      smooth: curve ? { enabled: true, type: curve.type, roundness: look.curve } : false,
    };
  }

  /**
   * @param {string} key
   * @param {Chosen} [state]
   * @returns {import("./data.js").Point}
   */
  place(key, state = this.app.store.get()) {
    return state.moved[this.view.id]?.[key] ?? this.view.nodes[key];
  }

  /** @param {string} key */
  shift(key) {
    const kind = this.app.index.node(key)?.kind;
    return this.view.id === "actors" && (kind === "arena" || kind === "duty") ? SHIFT : 0;
  }

  /** @param {string} key */
  factsOfNode(key) {
    const node = this.app.index.node(key);
    return node ? [node.name, ...node.facts] : [];
  }

  /** @param {string} id */
  factsOfTie(id) {
    const { data, index } = this.app;
    const tie = index.tie(id);
    if (!tie) return [];
    return [`${index.node(tie.from)?.name} – ${index.node(tie.to)?.name}`, data.words.tie[tie.kind], ...tie.facts];
  }

  /** @param {CanvasRenderingContext2D} context */
  drawRegions(context) {
    context.save();
    for (const region of this.view.regions) {
      context.beginPath();
      context.roundRect(region.left, region.top, region.width, region.height, 10);
      if (region.sector !== null) {
        context.globalAlpha = 0.13;
        context.fillStyle = region.colour ?? "#7a8a99";
        context.fill();
        context.globalAlpha = 1;
      } else {
        context.setLineDash([6, 5]);
        context.lineWidth = 1.5;
        context.strokeStyle = "#595959";
        context.stroke();
        context.setLineDash([]);
      }
    }
    context.restore();
  }

  /** @param {CanvasRenderingContext2D} context */
  drawHeadings(context) {
    context.save();
    Object.assign(context, { fillStyle: INK, strokeStyle: "#ffffff", lineWidth: 4, lineJoin: "round" });
    Object.assign(context, { font: `bold 14px ${FACE}`, textAlign: "left", textBaseline: "top" });
    for (const region of this.view.regions) {
      context.strokeText(region.name, region.left + 12, region.top + 7, region.width - 24);
      context.fillText(region.name, region.left + 12, region.top + 7, region.width - 24);
    }
    context.restore();
  }

  /**
   * How many possible gaps a node is part of, beside it.
   *
   * @param {CanvasRenderingContext2D} context
   */
  drawBadges(context) {
    context.save();
    Object.assign(context, { font: `bold 11px ${FACE}`, textAlign: "center", textBaseline: "middle", lineWidth: 1.5 });
    for (const key of this.shown.nodes) {
      const gaps = this.app.gapsOf(key).length;
      if (!gaps) continue;
      const node = /** @type {MapNode} */ (this.app.index.node(key));
      const look = nodeLook(this.app.data, node, this.view.id, this.figure);
      const [x, y] = this.place(key);
      const at = [x + look.width / 2 - 2, y - this.shift(key) - look.height / 2 + 1];
      context.beginPath();
      context.arc(at[0], at[1], gaps > 9 ? 10 : 8, 0, 2 * Math.PI);
      context.fillStyle = "#ffffff";
      context.strokeStyle = "#c63d00";
      context.fill();
      context.stroke();
      context.fillStyle = "#8a2a00";
      context.fillText(String(gaps), at[0], at[1] + 0.5);
    }
    context.restore();
  }

  showWhole() {
    const { box } = this.view;
    const scale = Math.min(
      (this.stage.clientWidth - ROOM) / box.width,
      (this.stage.clientHeight - ROOM) / box.height,
      2,
    );
    this.network.moveTo({
      position: { x: box.left + box.width / 2, y: box.top + box.height / 2 },
      scale: Math.max(scale, 0.03),
    });
  }

  /** @param {number} factor */
  zoom(factor) {
    this.network.moveTo({ scale: Math.min(Math.max(this.network.getScale() * factor, 0.03), 6) });
  }

  /**
   * Bring a node into the middle, large enough to be read.
   *
   * @param {string} key
   */
  centre(key) {
    if (!(key in this.view.nodes)) return;
    const [x, y] = this.place(key);
    this.network.moveTo({ position: { x, y }, scale: Math.max(this.network.getScale(), 0.8) });
  }
}

/**
 * vis-network takes a tooltip that is a string for HTML, so it is given elements.
 *
 * @param {string[]} lines
 */
function tooltip(lines) {
  return element("div", {}, ...lines.map((line) => element("p", {}, line)));
}
