import { splitHiddenCharacters } from "@/lib/shared/hidden-characters";
import { HiddenCharacter } from "./hidden-character";

type Keyed = { key: number; text: string; hidden: boolean };

function withKeys(text: string): Keyed[] {
  let offset = 0;
  return splitHiddenCharacters(text).map((segment) => {
    const key = offset;
    offset += segment.text.length;
    return { ...segment, key };
  });
}

/** Text that came from outside, as text: no markup, and nothing in it can hide. Isolated from the direction around it. */
export function PlainText({ text }: { text: string }) {
  return (
    <bdi>
      {withKeys(text).map((segment) =>
        segment.hidden ? <HiddenCharacter key={segment.key} text={segment.text} /> : segment.text,
      )}
    </bdi>
  );
}
