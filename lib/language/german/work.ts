export { actions } from "./actions";
export { activity } from "./activity";
export { results } from "./results";
