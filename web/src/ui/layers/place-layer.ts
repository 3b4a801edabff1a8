export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Side = "below" | "above";
export type Align = "start" | "end" | "middle";

export interface Placing {
  side: Side;
  align: Align;
  /** Between the anchor and the layer, px. */
  gap: number;
  /** Kept free at the edges of the window, px. */
  edge: number;
}

export interface Placed {
  x: number;
  y: number;
  side: Side;
  /** Room on the chosen side; a longer layer scrolls. */
  maxHeight: number;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)));

/** Where a layer goes beside its anchor: on the wished side unless only the other has room, and always inside the window. */
export function placeLayer(anchor: Box, layer: Size, window: Size, placing: Placing): Placed {
  const { gap, edge } = placing;
  // Both ends kept inside the window, also for an anchor that is scrolled half out of it.
  const startBelow = Math.max(edge, anchor.y + anchor.height + gap);
  const endAbove = Math.min(window.height - edge, anchor.y - gap);
  const roomBelow = window.height - edge - startBelow;
  const roomAbove = endAbove - edge;
  const wishedRoom = placing.side === "below" ? roomBelow : roomAbove;
  const otherRoom = placing.side === "below" ? roomAbove : roomBelow;
  const fitsAsWished = layer.height <= wishedRoom || wishedRoom >= otherRoom;
  const side = fitsAsWished ? placing.side : placing.side === "below" ? "above" : "below";
  const maxHeight = Math.max(0, side === "below" ? roomBelow : roomAbove);
  const height = Math.min(layer.height, maxHeight);
  const wishedY = side === "below" ? startBelow : endAbove - height;
  const wishedX = {
    start: anchor.x,
    end: anchor.x + anchor.width - layer.width,
    middle: anchor.x + (anchor.width - layer.width) / 2,
  }[placing.align];
  return {
    x: clamp(wishedX, edge, window.width - edge - layer.width),
    y: clamp(wishedY, edge, window.height - edge - height),
    side,
    maxHeight,
  };
}
