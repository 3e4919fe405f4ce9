"use client";

import { Component, type ReactNode } from "react";

/** Shows something else where what is below cannot be shown. */
export class Otherwise extends Component<{ show: ReactNode; children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.show : this.props.children;
  }
}
