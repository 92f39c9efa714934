"use strict";
(function () {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const stage = document.getElementById("map");
  const status = document.getElementById("status");
  const hidden = new Set(data.hidden);

  // vis-network takes a tooltip that is a string for HTML, so it is given elements.
  function tooltip(lines) {
    const box = document.createElement("div");
    for (const line of lines) {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      box.append(paragraph);
    }
    return box;
  }

  function withTooltip(item) {
    return { ...item, title: tooltip(item.title) };
  }

  const nodes = new vis.DataSet(data.nodes.map(withTooltip));
  const edges = new vis.DataSet(
    data.edges.map((edge) => ({ ...withTooltip(edge), hidden: hidden.has(edge.kind) })),
  );
  const network = new vis.Network(stage, { nodes, edges }, {
    autoResize: true,
    physics: false,
    layout: { randomSeed: 1, improvedLayout: false },
    nodes: { font: { multi: false }, labelHighlightBold: false },
    edges: { selectionWidth: 1.5, hoverWidth: 1 },
    interaction: {
      dragNodes: false,
      hover: data.edges.length < 1500,
      hideEdgesOnDrag: data.edges.length > 1500,
      tooltipDelay: 120,
      // A wheel scrolls the page; with Ctrl, or by touch, it zooms.
      zoomView: window.matchMedia("(pointer: coarse)").matches,
    },
  });
  stage.firstElementChild.tabIndex = -1;

  function drawRegion(context, region) {
    context.beginPath();
    if (context.roundRect) {
      context.roundRect(region.left, region.top, region.width, region.height, 10);
    } else {
      context.rect(region.left, region.top, region.width, region.height);
    }
    if (region.colour) {
      context.globalAlpha = 0.13;
      context.fillStyle = region.colour;
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

  function drawHeading(context, region) {
    context.fillStyle = "#1a1a1a";
    context.strokeStyle = "#ffffff";
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.font = 'bold 14px Arial, "Liberation Sans", sans-serif';
    context.textAlign = "left";
    context.textBaseline = "top";
    const place = [region.name, region.left + 12, region.top + 7, region.width - 24];
    context.strokeText(...place);
    context.fillText(...place);
  }

  function onEachRegion(draw) {
    return (context) => {
      context.save();
      for (const region of data.regions) draw(context, region);
      context.restore();
    };
  }
  network.on("beforeDrawing", onEachRegion(drawRegion));
  network.on("afterDrawing", onEachRegion(drawHeading));

  function showWhole() {
    const room = 24;
    const scale = Math.min(
      (stage.clientWidth - room) / data.view.width,
      (stage.clientHeight - room) / data.view.height,
      2,
    );
    network.moveTo({ position: { x: 0, y: 0 }, scale: Math.max(scale, 0.05) });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6) });
  }

  function tellShown() {
    const shown = edges.get({ filter: (edge) => !edge.hidden }).length;
    status.textContent = data.texts.shown
      .replace("{shown}", String(shown))
      .replace("{all}", String(edges.length));
  }

  for (const box of document.querySelectorAll("input[data-kind]")) {
    box.disabled = false;
    box.checked = !hidden.has(box.dataset.kind);
    box.addEventListener("change", () => {
      edges.update(
        edges
          .get({ filter: (edge) => edge.kind === box.dataset.kind })
          .map((edge) => ({ id: edge.id, hidden: !box.checked })),
      );
      tellShown();
    });
  }

  const tools = document.getElementById("tools");
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.zoom === "whole") showWhole();
    else zoom(Number(button.dataset.zoom));
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    },
    { passive: false },
  );
  network.on("resize", showWhole);

  // A canvas keeps its shape on paper only as a picture.
  window.addEventListener("beforeprint", () => {
    showWhole();
    network.redraw();
    document.getElementById("print-picture").src = stage.querySelector("canvas").toDataURL();
  });

  document.getElementById("no-script").remove();
  showWhole();
  tellShown();
})();
