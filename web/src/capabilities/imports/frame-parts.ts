import type { ReactNode } from "react";

export interface FrameParts {
  middle: ReactNode;
  rail?: ReactNode;
  foot?: ReactNode;
  acts?: ReactNode;
}

export interface WizardFrameOf {
  (parts: FrameParts): ReactNode;
}
