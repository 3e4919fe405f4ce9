/** What the agent’s work is shown with, fetched at once. */
export { actions } from "./actions";
export { activity } from "./activity";
export { results } from "./results";
