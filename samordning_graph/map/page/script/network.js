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
import { mountPanning } from "./panning.js";
import { movedTo } from "./state.js";
import {
  BADGE,
  badgeAt,
  badgeRadius,
  bend,
  BOX,
  FACE,
  HEADING,
  heaviest,
  INK,
  middleOf,
  nodeLook,
  placeOf,
  REGION,
  shiftOf,
  tieLook,
} from "./style.js";

/** More lines than this are not drawn while somebody is dragged or zoomed in on: it must follow the hand. */
const MANY_TIES = 1500;
const ROOM = 24;
/** Numbers at corners are not drawn at a smaller scale: nobody can read them. */
const READABLE = 0.3;
/** A box with a name, as most nodes are. */
const USUAL_NODE = {
  shape: "box",
  font: { multi: false, size: 13, face: FACE },
  labelHighlightBold: false,
  margin: 3,
  widthConstraint: { minimum: BOX.width, maximum: BOX.width },
  heightConstraint: { minimum: BOX.height },
};
const SELECTED = "#0b5fa5";

/** @param {App} app */
export function mountNetwork(app) {
  const { store } = app;
  const stage = byId("map");
  /** @type {Drawing|null} */
  let drawing = null;

  /** @param {Chosen} now */
  function draw(now) {
    if (now.view === "tables") return;
    if (drawing?.view.id === now.view) {
      drawing.update(now);
    } else {
      drawing?.network.destroy();
      drawing = new Drawing(app, stage, app.index.view(now.view));
    }
  }

  store.subscribe((now, before) => {
    const { meeting, decisions, ...rest } = before;
    if (Object.entries(rest).some(([name, value]) => now[/** @type {keyof Chosen} */ (name)] !== value)) draw(now);
  });
  draw(store.get());
  mountPanning(stage, () => drawing?.network ?? null);
  return {
    zoom: (/** @type {number} */ factor) => drawing?.zoom(factor),
    showWhole: () => drawing?.showWhole(),
    centre: (/** @type {string} */ key) => drawing?.centre(key),
    follow: (/** @type {string} */ key) => drawing?.follow(key),
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
    this.moved = state.moved[view.id];
    /** @type {Shown} */
    this.shown = shown(app.index, state);
    this.heaviest = heaviest(view.ties, state.weigh);
    this.nodes = new vis.DataSet(Object.keys(view.nodes).map((key) => this.visNode(key, state, true)));
    this.edges = new vis.DataSet(this.shown.ties.map((tie) => this.visEdge(tie, state)));
    const isTouched = window.matchMedia("(pointer: coarse)").matches;
    const isLarge = view.ties.length > MANY_TIES;
    this.network = new vis.Network(stage, { nodes: this.nodes, edges: this.edges }, {
      autoResize: true,
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      nodes: USUAL_NODE,
      edges: { selectionWidth: 1.5, hoverWidth: 1, smooth: false, color: { inherit: false } },
      interaction: {
        dragNodes: true,
        dragView: isTouched,
        hover: !isLarge,
        hideEdgesOnDrag: isLarge,
        hideEdgesOnZoom: isLarge,
        multiselect: false,
        selectConnectedEdges: false,
        tooltipDelay: 250,
        // A wheel scrolls the page; with Ctrl, or by touch, it zooms.
        zoomView: isTouched,
        keyboard: false,
      },
    });
    const inner = /** @type {HTMLElement|null} */ (stage.firstElementChild);
    if (inner) inner.tabIndex = -1;
    this.listen();
    this.select(state.selected);
    this.showWhole();
  }

  listen() {
    const { store } = this.app;
    this.network.on("beforeDrawing", (context) => this.drawRegions(context));
    this.network.on("afterDrawing", (context) => {
      this.drawHeadings(context);
      this.drawSelected(context);
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
      this.moveTo(nodes[0], at[nodes[0]].x, at[nodes[0]].y + shiftOf(this.view, /** @type {MapNode} */ (this.app.index.node(nodes[0]))));
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
    const { store } = this.app;
    store.set({ ...movedTo(store.get(), key, x, y), selected: key }, { undo: true });
  }

  /** @param {Chosen} now */
  update(now) {
    const before = this.shown;
    this.shown = shown(this.app.index, now);
    const all = this.figure !== now.figure || this.weigh !== now.weigh || this.moved !== now.moved[this.view.id];
    this.figure = now.figure;
    if (this.weigh !== now.weigh) this.heaviest = heaviest(this.view.ties, now.weigh);
    this.weigh = now.weigh;
    this.moved = now.moved[this.view.id];
    if (all) {
      this.nodes.update(Object.keys(this.view.nodes).map((key) => this.visNode(key, now)));
      this.updateTies(before.ties, this.shown.ties, now);
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
    if (before === this.shown) return;
    const keys = Object.keys(this.view.nodes).filter((key) => before.nodes.has(key) !== this.shown.nodes.has(key));
    if (keys.length) this.nodes.update(keys.map((key) => ({ id: key, hidden: !this.shown.nodes.has(key) })));
    const there = new Set(before.ties);
    const changed = this.shown.ties.filter(
      (tie) => !there.has(tie) || before.strongest.get(tie.id) !== this.shown.strongest.get(tie.id),
    );
    this.updateTies(before.ties, changed, now);
  }

  /**
   * Draw some ties as they are now, and take away those that are no longer shown.
   *
   * @param {Tie[]} before
   * @param {Tie[]} changed
   * @param {Chosen} now
   */
  updateTies(before, changed, now) {
    const here = new Set(this.shown.ties);
    const gone = before.filter((tie) => !here.has(tie));
    if (gone.length) this.edges.remove(gone.map((tie) => tie.id));
    if (changed.length) this.edges.update(changed.map((tie) => this.visEdge(tie, now)));
  }

  /**
   * A finding that has no line is seen as those it is about.
   *
   * @param {string|null} selected
   */
  select(selected) {
    const about = selected === null ? [] : (this.app.index.findingCalled(selected)?.about ?? [selected]);
    const nodes = about.filter((key) => this.shown.nodes.has(key));
    const tie = selected !== null && this.shown.ties.some((one) => one.id === selected);
    this.network.setSelection({ nodes, edges: tie ? [selected] : [] }, { highlightEdges: false });
  }

  /**
   * @param {string} key
   * @param {Chosen} state
   * @param {boolean} [isNew]
   */
  visNode(key, state, isNew = false) {
    const node = /** @type {MapNode} */ (this.app.index.node(key));
    const look = nodeLook(this.app.data, node, this.view, state.figure);
    const [x, y] = middleOf(this.view, node, state);
    const paint = { background: look.fill, border: look.border };
    return {
      id: key,
      label: node.label,
      hidden: !this.shown.nodes.has(key),
      x,
      y,
      color: { ...paint, highlight: paint, hover: paint },
      borderWidth: look.borderWidth,
      borderWidthSelected: look.borderWidth + 3,
      shapeProperties: { borderRadius: look.radius, borderDashes: look.dashes.length ? look.dashes : false },
      ...(look.shape === "box" ? boxOptions(look, isNew) : markOptions(look)),
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
    const curve = bend(this.middle(tie.from, state), this.middle(tie.to, state), look.curve);
    return {
      id: tie.id,
      from: tie.from,
      to: tie.to,
      color: look.colour,
      width: look.width,
      // Only what differs from the rest: each option costs, and there may be thousands of lines.
      ...(look.dashes.length && { dashes: look.dashes }),
      ...(look.arrow && { arrows: { to: { enabled: true, scaleFactor: 0.6 } } }),
      ...(curve && { smooth: { enabled: true, type: curve.type, roundness: look.curve } }),
    };
  }

  /** @param {string} key */
  place(key) {
    return placeOf(this.view, key, this.app.store.get());
  }

  /**
   * @param {string} key
   * @param {Chosen} state
   */
  middle(key, state) {
    return middleOf(this.view, /** @type {MapNode} */ (this.app.index.node(key)), state);
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
      context.roundRect(region.left, region.top, region.width, region.height, REGION.radius);
      if (region.sector !== null) {
        context.globalAlpha = REGION.opacity;
        context.fillStyle = region.colour ?? REGION.fill;
        context.fill();
        context.globalAlpha = 1;
      } else {
        context.setLineDash(REGION.dashes);
        context.lineWidth = REGION.width;
        context.strokeStyle = REGION.border;
        context.stroke();
        context.setLineDash([]);
      }
    }
    context.restore();
  }

  /** @param {CanvasRenderingContext2D} context */
  drawHeadings(context) {
    context.save();
    const { left, top } = HEADING;
    Object.assign(context, { fillStyle: INK, strokeStyle: "#ffffff", lineWidth: 4, lineJoin: "round" });
    Object.assign(context, { font: `bold ${HEADING.font}px ${FACE}`, textAlign: "left", textBaseline: "top" });
    for (const region of this.view.regions) {
      context.strokeText(region.name, region.left + left, region.top + top, region.width - 2 * left);
      context.fillText(region.name, region.left + left, region.top + top, region.width - 2 * left);
    }
    context.restore();
  }

  /**
   * A ring around the selected node, with white inside it: seen on any colour, from across a room.
   *
   * @param {CanvasRenderingContext2D} context
   */
  drawSelected(context) {
    const state = this.app.store.get();
    const node = this.app.index.node(state.selected ?? "");
    if (!node || !this.shown.nodes.has(node.key)) return;
    const { width, height } = nodeLook(this.app.data, node, this.view, state.figure);
    const [x, y] = middleOf(this.view, node, state);
    context.save();
    for (const [room, colour] of /** @type {const} */ ([[5, "#ffffff"], [8, SELECTED]])) {
      context.beginPath();
      context.roundRect(x - width / 2 - room, y - height / 2 - room, width + 2 * room, height + 2 * room, room + 4);
      Object.assign(context, { strokeStyle: colour, lineWidth: 4 });
      context.stroke();
    }
    context.restore();
  }

  /**
   * How many possible gaps a node is part of, beside it.
   *
   * @param {CanvasRenderingContext2D} context
   */
  drawBadges(context) {
    if (this.network.getScale() < READABLE) return;
    context.save();
    Object.assign(context, { font: `bold ${BADGE.font}px ${FACE}`, textAlign: "center", textBaseline: "middle", lineWidth: BADGE.width });
    for (const key of this.shown.nodes) {
      const gaps = this.app.gapsOf(key).length;
      if (!gaps) continue;
      const node = /** @type {MapNode} */ (this.app.index.node(key));
      const look = nodeLook(this.app.data, node, this.view, this.figure);
      const [x, y] = badgeAt(look, this.middle(key, this.app.store.get()));
      context.beginPath();
      context.arc(x, y, badgeRadius(gaps), 0, 2 * Math.PI);
      context.fillStyle = BADGE.fill;
      context.strokeStyle = BADGE.border;
      context.fill();
      context.stroke();
      context.fillStyle = BADGE.ink;
      context.fillText(String(gaps), x, y + 0.5);
    }
    context.restore();
  }

  showWhole() {
    const { box } = this.view;
    const scale = Math.min(
      (this.stage.clientWidth - ROOM) / box.width,
      (this.stage.clientHeight - ROOM) / box.height,
      Math.max(2, this.stage.clientHeight / 400),
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
   * Bring a node into the middle if it, or a part of it, is out of sight.
   *
   * @param {string} key
   */
  follow(key) {
    const [x, y] = this.place(key);
    const at = this.network.canvasToDOM({ x, y });
    const room = (BOX.width / 2) * this.network.getScale();
    const { clientWidth, clientHeight } = this.stage;
    const isSeen = at.x > room && at.x < clientWidth - room && at.y > room / 2 && at.y < clientHeight - room / 2;
    if (!isSeen) this.network.moveTo({ position: { x, y } });
  }

  /**
   * Bring a node into the middle, large enough to be read.
   *
   * @param {string} key
   */
  centre(key) {
    if (!Object.hasOwn(this.view.nodes, key)) return;
    const [x, y] = this.place(key);
    this.network.moveTo({ position: { x, y }, scale: Math.max(this.network.getScale(), 0.8) });
  }
}

/**
 * What a box has besides `USUAL_NODE`: each option costs, and most boxes are alike. One that is there
 * already may have had another size.
 *
 * @param {import("./style.js").NodeLook} look
 * @param {boolean} isNew
 */
function boxOptions(look, isNew) {
  if (isNew && look.width === BOX.width) return { font: { color: look.ink } };
  return {
    font: { color: look.ink, size: look.font },
    widthConstraint: { minimum: look.width, maximum: look.width },
    heightConstraint: { minimum: look.height },
  };
}

/**
 * A mark has its name below it, upon whatever lies there.
 *
 * @param {import("./style.js").NodeLook} look
 */
function markOptions(look) {
  return {
    shape: look.shape,
    size: look.width / 2,
    font: { color: look.ink, strokeWidth: 4, strokeColor: "#ffffff", vadjust: -3 },
    widthConstraint: false,
    heightConstraint: false,
  };
}

/**
 * vis-network takes a tooltip that is a string for HTML, so it is given elements.
 *
 * @param {string[]} lines
 */
function tooltip(lines) {
  return element("div", {}, ...lines.map((line) => element("p", {}, line)));
}
