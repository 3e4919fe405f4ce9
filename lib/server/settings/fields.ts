import { z } from "zod";

export const integer = (minimum: number, maximum: number) =>
  z.coerce.number().int().min(minimum).max(maximum);

export const httpAddress = z.url({
  protocol: /^https?$/,
  error: "must be an address that starts with http:// or https://",
});

/** The parts of a list written with commas. */
export const parts = (list: string): string[] => list.split(",").map((part) => part.trim());
