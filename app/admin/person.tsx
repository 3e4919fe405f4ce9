import { PlainText } from "@/components/results/parts/plain-text";
import { requestWords } from "@/lib/server/language";
import type { Person } from "@/lib/shared/admin";

/** Somebody by their name. @param person null for who is gone */
export async function PersonName({ person }: { person: Person | null }) {
  const words = (await requestWords()).admin.users;
  if (!person) return words.gone;
  return person.kind === "guest" ? words.guest : <PlainText text={person.name} />;
}
