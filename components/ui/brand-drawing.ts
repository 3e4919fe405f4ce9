/** The mark, in a square of 24: a line, and the branch that leaves it for a stop of its own. */
export const brandDrawing = {
  viewBox: "0 0 24 24",
  strokeWidth: 3,
  line: "M7 3v18",
  branch: "M7 17.5c4.5 0 10-2 10-8",
  stop: { cx: 17, cy: 6, r: 3.5 },
};
