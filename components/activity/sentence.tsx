import type { Segment } from "./describe/template";

function SegmentText({ segment }: { segment: Segment }) {
  switch (segment.kind) {
    case "words":
      return segment.text;
    case "title":
      return <bdi className="font-medium">{segment.quoted}</bdi>;
    case "name":
      return <bdi className="wrap-anywhere font-medium">{segment.text}</bdi>;
  }
}

/** A sentence about an action, its names set apart. Hidden characters are written out already. */
export function Sentence({ segments }: { segments: Segment[] }) {
  let offset = 0;
  const keyed = segments.map((segment) => {
    const key = offset;
    offset += segment.text.length + 1;
    return { key, segment };
  });
  return keyed.map(({ key, segment }) => <SegmentText key={key} segment={segment} />);
}
