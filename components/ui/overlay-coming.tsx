/** Stands on the page while a dialog is being fetched: the page's shortcuts rest already. */
export const OverlayComing = () => <span hidden data-overlay="" />;
