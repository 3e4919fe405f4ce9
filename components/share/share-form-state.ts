import type {
  CreateShare,
  PreviewShare,
  ShareSummary,
  UpdateShare,
} from "@/lib/shared/sharing/api";
import {
  type ShareAudience,
  type ShareChoices,
  type ShareDays,
  usualChoices,
  usualDays,
} from "@/lib/shared/sharing/choices";

/** What a form of the dialog holds. `days` is "same" where the end of a link stays as it is. */
export type ShareForm = {
  audience: ShareAudience;
  choices: ShareChoices;
  revealed: string[];
  days: ShareDays | "same";
  image: boolean;
};

export const emptyForm: ShareForm = {
  audience: "link",
  choices: usualChoices,
  revealed: [],
  days: usualDays,
  image: false,
};

/** A form that changes a link. */
export function formOf({ audience, choices, image }: ShareSummary): ShareForm {
  return { audience, choices, revealed: [], days: "same", image };
}

export function previewOf({ choices, revealed, image }: ShareForm, share?: string): PreviewShare {
  return { choices, revealed, image, ...(share ? { share } : {}) };
}

/** @param digest of the preview that was looked at */
export function creationOf({ days, ...form }: ShareForm, digest: string): CreateShare {
  return { ...form, digest, ...(days === "same" ? {} : { days }) };
}

export function updateOf(form: ShareForm, digest: string): UpdateShare {
  const { audience, days, image, choices, revealed } = form;
  const copy = { choices, revealed, digest };
  return { audience, image, copy, ...(days === "same" ? {} : { days }) };
}
