import { Component, type ReactNode } from "react";
import { PageFailure } from "./PageFailure.tsx";

interface State {
  error: unknown;
}

/** Catches what a part of the page throws while it is drawn, so that the rest goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <PageFailure error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
