import type { ReactNode } from "react";

export interface FrameParts {
  middle: ReactNode;
  rail?: ReactNode;
  foot?: ReactNode;
  acts?: ReactNode;
}

export type WizardFrameOf = (parts: FrameParts) => ReactNode;
