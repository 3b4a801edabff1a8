import type { ComponentPropsWithRef, MouseEvent } from "react";
import { useNavigateTo } from "./navigate.ts";

export interface AnchorProps extends ComponentPropsWithRef<"a"> {
  href: string;
}

/** Whether the browser should open it itself: another site, a new tab, a download. */
const isForBrowser = (event: MouseEvent, { href, target, download }: AnchorProps): boolean =>
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey ||
  target === "_blank" ||
  download !== undefined ||
  !href.startsWith("/") ||
  href.startsWith("/api/");

/** A link inside the application: a real `<a href>`, so it can be copied and opened in a new tab. */
export function Anchor(props: AnchorProps) {
  const { onClick, onPointerEnter, onFocus, children, ...rest } = props;
  const navigate = useNavigateTo();
  return (
    // `href` is among the rest: a link is pressed with Enter by itself.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <a
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || isForBrowser(event, props)) return;
        event.preventDefault();
        navigate.go(props.href);
      }}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        navigate.prepare(props.href);
      }}
      onFocus={(event) => {
        onFocus?.(event);
        navigate.prepare(props.href);
      }}
    >
      {children}
    </a>
  );
}
