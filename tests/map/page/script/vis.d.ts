/** The little of vis-network 9.1.2 that the map uses; it ships no types for its standalone file. */
declare namespace vis {
  type Item = { id: string; [option: string]: unknown };

  class DataSet {
    constructor(items: Item[]);
    update(items: Item[]): string[];
    remove(ids: string[]): string[];
  }

  /** What was clicked or dragged. */
  type Touched = { nodes: string[]; edges: string[] };
  type Click = Touched & { pointer: { canvas: Place } };
  type Place = { x: number; y: number };

  class Network {
    constructor(stage: HTMLElement, data: { nodes: DataSet; edges: DataSet }, options: object);
    on(event: "beforeDrawing" | "afterDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
    on(event: "click", listener: (touched: Click) => void): void;
    on(event: "doubleClick" | "dragStart" | "dragEnd", listener: (touched: Touched) => void): void;
    on(event: "hoverNode", listener: (touched: { node: string }) => void): void;
    on(event: "zoom", listener: () => void): void;
    once(event: "afterDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
    destroy(): void;
    redraw(): void;
    setSize(width: string, height: string): void;
    getPositions(keys: string[]): Record<string, Place>;
    getNodeAt(place: Place): string | undefined;
    getScale(): number;
    getViewPosition(): Place;
    canvasToDOM(place: Place): Place;
    moveTo(options: { position?: Place; scale?: number }): void;
    DOMtoCanvas(place: Place): Place;
  }
}
