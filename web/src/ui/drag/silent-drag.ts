import type { DndContextProps } from "@dnd-kit/core";

/**
 * The library tells screen readers in English which id hangs over which. Here dragging is for pointers, keys have their own
 * way, and what was done is said by the page in the viewer's words.
 */
export function silentDrag(): NonNullable<DndContextProps["accessibility"]> {
  const nothing = () => undefined;
  return {
    announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
    screenReaderInstructions: { draggable: "" },
  };
}
